package id.pde.app.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A text file of separated fields; bytes that are not changed stay as they are. */
final class TextSpecimen implements Specimen {

  private final Charset charset;
  private final String content;
  private final char separator;

  /** By the line where the record starts: where each field begins and ends, quotes included. */
  private final Map<Long, List<int[]>> records = new LinkedHashMap<>();

  private final List<Spot> spots = new ArrayList<>();

  /**
   * @param data the cells that hold data, of which only the places count
   */
  TextSpecimen(byte[] original, List<Spot> data, char separator) {
    boolean wide = original[0] == (byte) 0xff && original[1] == (byte) 0xfe;
    this.charset = wide ? UTF_16LE : ISO_8859_1;
    this.content = new String(original, charset);
    this.separator = separator;
    split();
    Set<Long> lines = new TreeSet<>();
    data.forEach(spot -> lines.add(spot.row()));
    for (long line : lines) {
      List<int[]> fields = records.getOrDefault(line, List.of());
      for (int column = 0; column < fields.size(); column++) {
        String text = content.substring(fields.get(column)[0], fields.get(column)[1]);
        String kind = text.isBlank() ? "empty" : text.matches("\"?[0-9.,]+\"?") ? "digits" : "text";
        String shown = "line " + line + ", field " + (column + 1);
        spots.add(new Spot("", line, column, kind, text, shown));
      }
    }
  }

  private void split() {
    List<int[]> fields = new ArrayList<>();
    long line = 1;
    long start = 1;
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= content.length(); i++) {
      char sign = i == content.length() ? '\n' : content.charAt(i);
      if (sign == '"' && separator != '|') {
        quoted = !quoted;
      } else if (sign == separator && !quoted) {
        fields.add(new int[] {from, i});
        from = i + 1;
      }
      if (sign == '\n') {
        line++;
        if (!quoted || i == content.length()) {
          int end = i > from && content.charAt(i - 1) == '\r' ? i - 1 : i;
          fields.add(new int[] {from, end});
          records.put(start, fields);
          fields = new ArrayList<>();
          from = i + 1;
          start = line;
        }
      }
    }
  }

  @Override
  public List<Spot> spots() {
    return spots;
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) {
    if (damage == null) {
      return content.getBytes(charset);
    }
    List<int[]> fields = records.getOrDefault(damage.spot().row(), List.of());
    int[] field = fields.get(damage.spot().column());
    if (damage.kind() == Damage.Kind.ROW_TAKEN) {
      int end = content.indexOf('\n', fields.get(fields.size() - 1)[1]);
      String after = end < 0 ? "" : content.substring(end + 1);
      return (content.substring(0, fields.get(0)[0]) + after).getBytes(charset);
    }
    return (content.substring(0, field[0]) + damage.text() + content.substring(field[1]))
        .getBytes(charset);
  }
}

package id.pde.source;

import id.pde.model.Header;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of fields, changed as agencies change theirs; every byte that is not concerned stays.
 * Bytes of one charset or of several become signs one to one, but for UTF-16.
 */
final class ChangedText {

  private static final String BYTES_OF_MARK = "\u00EF\u00BB\u00BF";

  private final Charset charset;
  private final char delimiter;
  private final String mark;
  private final List<TextRecord> records;

  /** A record: its raw fields, the line where it starts and the line break behind it. */
  private record TextRecord(long line, List<String> fields, String end) {}

  private ChangedText(Charset charset, char delimiter, String mark, List<TextRecord> records) {
    this.charset = charset;
    this.delimiter = delimiter;
    this.mark = mark;
    this.records = records;
  }

  static ChangedText of(Path file, char delimiter) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean wide = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, charset);
    String mark = wide ? "\uFEFF" : text.startsWith(BYTES_OF_MARK) ? BYTES_OF_MARK : "";
    return new ChangedText(
        charset, delimiter, mark, records(text.substring(mark.length()), delimiter));
  }

  private static List<TextRecord> records(String text, char delimiter) {
    List<TextRecord> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    long line = 1;
    long begun = 1;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      line += sign == '\n' ? 1 : 0;
      boolean again = i > start && text.charAt(i - 1) == '"';
      boolean turns = sign == '"' && (quoted || again || text.substring(start, i).isBlank());
      if (turns) {
        quoted = !quoted;
      } else if (!quoted && sign == delimiter) {
        fields.add(text.substring(start, i));
        start = i + 1;
      } else if (!quoted && sign == '\n') {
        boolean carriage = i > start && text.charAt(i - 1) == '\r';
        fields.add(text.substring(start, carriage ? i - 1 : i));
        records.add(new TextRecord(begun, List.copyOf(fields), carriage ? "\r\n" : "\n"));
        fields.clear();
        start = i + 1;
        begun = line;
      }
    }
    if (start < text.length() || !fields.isEmpty()) {
      fields.add(text.substring(start));
      records.add(new TextRecord(begun, List.copyOf(fields), ""));
    }
    return records;
  }

  /** Two more lines above everything. */
  ChangedText titles() {
    List<TextRecord> all = new ArrayList<>();
    all.add(new TextRecord(0, List.of("PEMERINTAH KOTA CONTOH"), "\r\n"));
    all.add(new TextRecord(0, List.of("Salinan untuk walidata"), "\r\n"));
    all.addAll(records);
    return new ChangedText(charset, delimiter, mark, all);
  }

  /** A column takes another place, from the topmost heading downwards. */
  ChangedText move(Header table) {
    long above = table.captions().stream().mapToLong(caption -> caption.line()).max().orElse(0);
    TextRecord top =
        records.stream()
            .filter(record -> record.line() > above && record.fields().size() > 1)
            .findFirst()
            .orElseThrow();
    List<String> groups = top.fields();
    int width =
        records.stream()
            .filter(record -> record.line() > above && record.line() <= table.line())
            .mapToInt(record -> record.fields().size())
            .max()
            .orElse(0);
    ColumnMove move =
        ColumnMove.within(
            width,
            column ->
                isHeaded(groups, column) && (column + 1 >= width || isHeaded(groups, column + 1)),
            column -> isHeaded(groups, column));
    List<TextRecord> all = new ArrayList<>();
    for (TextRecord record : records) {
      boolean moves = record.line() > above && record.fields().size() > 1;
      all.add(
          moves
              ? new TextRecord(record.line(), move.apply(record.fields(), ""), record.end())
              : record);
    }
    return new ChangedText(charset, delimiter, mark, all);
  }

  private static boolean isHeaded(List<String> groups, int column) {
    return column < groups.size() && !groups.get(column).isBlank();
  }

  /** A further column behind the others: its heading, and a value below it for every filled row. */
  ChangedText add(Header table, String heading, String value) {
    List<TextRecord> all = new ArrayList<>();
    for (TextRecord record : records) {
      List<String> fields = new ArrayList<>(record.fields());
      boolean filled = fields.stream().filter(field -> !field.isBlank()).count() > 1;
      if (record.line() >= table.line() && filled) {
        fields.add(record.line() == table.line() ? heading : value);
      }
      all.add(new TextRecord(record.line(), fields, record.end()));
    }
    return new ChangedText(charset, delimiter, mark, all);
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(mark);
    for (TextRecord record : records) {
      text.append(String.join(String.valueOf(delimiter), record.fields())).append(record.end());
    }
    Files.writeString(file, text, charset);
  }
}

package id.pde.source.text;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.RowFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lines into fields of fixed widths, counted in signs. What stands behind the last field is a
 * field more, so that its row is rejected; a line that ends early has fewer fields.
 */
final class FixedReader implements Records {

  private final Records lines;
  private final int[] widths;

  /**
   * @param lines records of one field each
   */
  FixedReader(Records lines, List<Integer> widths) {
    this.lines = lines;
    this.widths = widths.stream().mapToInt(width -> width).toArray();
  }

  @Override
  public @Nullable GridRow next() throws IOException {
    GridRow line = lines.next();
    return line == null ? null : cut(line);
  }

  private GridRow cut(GridRow line) {
    String text = line.text(0);
    List<String> fields = new ArrayList<>(widths.length + 1);
    List<Integer> ends = new ArrayList<>(widths.length + 1);
    int from = 0;
    for (int width : widths) {
      if (from >= text.length()) {
        break;
      }
      int to = behind(text, from, width);
      fields.add(text.substring(from, to));
      ends.add(to);
      from = to;
    }
    String rest = text.substring(from);
    if (fields.isEmpty() || !rest.isBlank()) {
      fields.add(rest);
      ends.add(text.length());
    }
    String[] cut = fields.toArray(String[]::new);
    return GridRow.ofTexts(line.number(), cut.length, cut, faults(line, text, ends));
  }

  /** A sign outside of the basic plane takes two chars. */
  private static int behind(String text, int from, int width) {
    int to = Math.min(text.length(), from + width);
    if (text.codePointCount(from, to) == to - from) {
      return to;
    }
    int signs = Math.min(width, text.codePointCount(from, text.length()));
    return text.offsetByCodePoints(from, signs);
  }

  /** The faults of the line at their fields; a tab has no width of its own. */
  private static List<RowFault> faults(GridRow line, String text, List<Integer> ends) {
    int tab = text.indexOf('\t');
    if (line.faults().isEmpty() && tab < 0) {
      return List.of();
    }
    List<RowFault> faults = new ArrayList<>();
    int at = -1;
    for (RowFault fault : line.faults()) {
      at = text.indexOf('\uFFFD', at + 1);
      faults.add(new RowFault(fault.kind(), field(at, ends), fault.offset()));
    }
    if (tab >= 0) {
      faults.add(new RowFault(RowFault.Kind.TAB, field(tab, ends), -1));
    }
    return faults;
  }

  private static int field(int at, List<Integer> ends) {
    int field = 0;
    while (field < ends.size() - 1 && ends.get(field) <= at) {
      field++;
    }
    return field + 1;
  }
}

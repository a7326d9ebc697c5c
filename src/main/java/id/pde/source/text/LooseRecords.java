package id.pde.source.text;

import id.pde.source.layout.GridRow;
import java.util.ArrayList;
import java.util.List;

/** Takes a sample apart by a delimiter that is only a guess, so it forgives everything. */
final class LooseRecords {

  private LooseRecords() {}

  /** Records that are not empty, at most {@code most}. */
  static List<GridRow> of(String sample, Dialect dialect, int most) {
    char quote = dialect.quote();
    List<GridRow> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < sample.length() && records.size() < most; i++) {
      char sign = sample.charAt(i);
      if (sign == dialect.escape() && i + 1 < sample.length()) {
        field.append(sample.charAt(++i));
      } else if (quoted) {
        if (sign != quote) {
          field.append(sign);
        } else if (i + 1 < sample.length() && sample.charAt(i + 1) == quote) {
          field.append(quote);
          i++;
        } else {
          quoted = false;
        }
      } else if (sign == quote && field.length() == 0) {
        quoted = true;
      } else if (sign == dialect.delimiter()) {
        fields.add(field.toString());
        field.setLength(0);
        boolean pads = i + 1 < sample.length() && sample.charAt(i + 1) == ' ';
        i += pads && dialect.padding() == Dialect.Padding.BLANK ? 1 : 0;
      } else if (sign == '\n' || sign == '\r') {
        end(records, fields, field);
      } else {
        field.append(sign);
      }
    }
    // An open quote swallows the rest, but the first record still shows what divides it.
    if (!quoted || records.isEmpty()) {
      end(records, fields, field);
    }
    return records;
  }

  private static void end(List<GridRow> records, List<String> fields, StringBuilder field) {
    fields.add(field.toString());
    field.setLength(0);
    GridRow row =
        GridRow.ofTexts(
            records.size() + 1L, fields.size(), fields.toArray(String[]::new), List.of());
    if (row.firstFilled() >= 0) {
      records.add(row);
    }
    fields.clear();
  }
}

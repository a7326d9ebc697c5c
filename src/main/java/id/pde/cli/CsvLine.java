package id.pde.cli;

import id.pde.model.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of RFC 4180, comma between fields. */
final class CsvLine {

  private CsvLine() {}

  static String of(List<? extends @Nullable String> fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      add(line, fields.get(i));
    }
    return line.toString();
  }

  /** The same with nothing for cells without text. */
  static String of(Cell[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      String text = cells[i].text();
      add(line, text.isEmpty() ? null : text);
    }
    return line.toString();
  }

  private static void add(StringBuilder line, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (isQuoted(text)) {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      line.append(text);
    }
  }

  private static boolean isQuoted(String text) {
    return text.isEmpty()
        || text.indexOf(',') >= 0
        || text.indexOf('"') >= 0
        || text.indexOf('\n') >= 0
        || text.indexOf('\r') >= 0;
  }
}

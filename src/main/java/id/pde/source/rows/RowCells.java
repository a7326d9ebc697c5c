package id.pde.source.rows;

import id.pde.model.Cell;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;

/** Takes the cells of a row from its signs. */
final class RowCells {

  private static final Cell YES = new Cell.Logical(true);
  private static final Cell NO = new Cell.Logical(false);
  private static final int DAY = 10;

  private RowCells() {}

  static Cell next(RowScanner line) throws IOException {
    return switch (line.peek()) {
      case '"' -> words(line.text());
      case '{' -> moment(line);
      case 't' -> bare(line, "true", YES);
      case 'f' -> bare(line, "false", NO);
      case 'n' -> bare(line, "null", Cell.BLANK);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          new Cell.Numeric(line.bare(), null);
      case -1 -> throw new IOException("the last row is not whole");
      default -> throw line.broken();
    };
  }

  private static Cell words(String text) {
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  private static Cell bare(RowScanner line, String word, Cell cell) throws IOException {
    if (!line.bare().equals(word)) {
      throw line.broken();
    }
    return cell;
  }

  private static Cell moment(RowScanner line) throws IOException {
    line.pass('{');
    if (!line.text().equals(RowValues.MOMENT)) {
      throw line.broken();
    }
    line.pass(':');
    Cell cell = new Cell.Moment(temporal(line.text()));
    line.pass('}');
    return cell;
  }

  private static Temporal temporal(String text) {
    int time = text.indexOf('T');
    if (time > 0) {
      boolean zoned =
          text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
      return zoned ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
    }
    return text.indexOf(':') > 0 ? LocalTime.parse(text) : day(text);
  }

  /** Nearly all moments are days, and a formatter takes longer than the rest of their row. */
  private static LocalDate day(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, DAY);
    boolean plain = text.length() == DAY && text.charAt(4) == '-' && text.charAt(7) == '-';
    return plain && year >= 0 && month >= 0 && day >= 0
        ? LocalDate.of(year, month, day)
        : LocalDate.parse(text);
  }

  /** -1: these are not all digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = i < text.length() ? text.charAt(i) - '0' : -1;
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}

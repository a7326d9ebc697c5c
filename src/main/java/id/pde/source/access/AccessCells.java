package id.pde.source.access;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Values of a table as cells. Used by one thread. */
final class AccessCells {

  /** Day 0: a value on this day is a time alone. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final ReadLimits limits;
  private long unread;

  AccessCells(ReadLimits limits) {
    this.limits = limits;
  }

  /** How many values have no place in a table: pictures, attachments, types not known. */
  long unread() {
    return unread;
  }

  Cell cell(@Nullable Object value, Location where) {
    if (value == null) {
      return Cell.BLANK;
    }
    if (value instanceof Boolean flag) {
      return new Cell.Logical(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof LocalDateTime moment) {
      return moment(moment);
    }
    if (value instanceof String text) {
      return words(text, where);
    }
    // Bytes, several values in one, or of a type that jackcess does not know.
    unread++;
    return Cell.BLANK;
  }

  private Cell words(String text, Location where) {
    if (text.length() > limits.cellCharacters()) {
      throw Faults.limit(
          "limit.cell",
          where,
          new Text(
              "Sebuah nilai di sini lebih panjang dari " + limits.cellCharacters() + " tanda.",
              "A value is longer than " + limits.cellCharacters() + " characters here."),
          null);
    }
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  private static Cell number(Number number) {
    boolean binary = number instanceof Double || number instanceof Float;
    if (binary && !Double.isFinite(number.doubleValue())) {
      return new Cell.Failure("#NUM!");
    }
    // The shortest digits of a float, not those of the double nearest to it.
    BigDecimal exact = new BigDecimal(number.toString());
    BigDecimal tidy = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    return new Cell.Numeric(tidy.toPlainString(), null);
  }

  private static Cell moment(LocalDateTime moment) {
    if (moment.toLocalDate().equals(DAY_ZERO)) {
      return new Cell.Moment(moment.toLocalTime());
    }
    boolean wholeDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return new Cell.Moment(wholeDay ? moment.toLocalDate() : moment);
  }
}

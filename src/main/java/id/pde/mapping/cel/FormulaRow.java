package id.pde.mapping.cel;

import id.pde.model.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of the row at hand, as expressions see them. Used again for every row. */
public final class FormulaRow {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private @Nullable Object[] values = new @Nullable Object[0];
  private @Nullable Period period;
  private @Nullable LocalDate start;
  private @Nullable LocalDate end;

  /**
   * Looks at the next row.
   *
   * @param next the values of a record, in the order of the mapping; read when they are asked for
   */
  public void start(@Nullable Object[] next, @Nullable Period of) {
    values = next;
    if (of != null && !of.equals(period)) {
      start = of.start();
      end = of.end();
    }
    period = of;
  }

  @Nullable Object value(int column) {
    Object value = values[column];
    if (value instanceof BigDecimal decimal) {
      return Exact.of(decimal);
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return value instanceof LocalTime time ? TIME.format(time) : value;
  }

  /** A part of the row's period; null: it has none. */
  @Nullable Object period(String part) {
    if (period == null || start == null) {
      return null;
    }
    return switch (part) {
      case "period.start" -> start;
      case "period.end" -> end;
      case "period.year" -> (long) start.getYear();
      default -> period.text();
    };
  }
}

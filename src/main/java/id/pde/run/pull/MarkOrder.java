package id.pde.run.pull;

import id.pde.model.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of two cells is higher, without a new object for each of millions. */
final class MarkOrder {

  private static final int LONG_DIGITS = 18;

  private MarkOrder() {}

  /** Whether a cell can be a watermark. */
  static boolean counts(Cell cell) {
    return kind(cell) != null;
  }

  /** As {@link MarkValue#compareTo}, for cells that count. */
  static int compare(Cell one, Cell other) {
    int kinds = known(one).compareTo(known(other));
    if (kinds != 0) {
      return kinds;
    }
    if (one instanceof Cell.Numeric number && other instanceof Cell.Numeric second) {
      return compare(number.exact(), second.exact());
    }
    if (one instanceof Cell.Moment moment && other instanceof Cell.Moment second) {
      return compare(moment.value(), second.value());
    }
    return one.text().compareTo(other.text());
  }

  /** Whether a cell is a time after that moment; local times are taken as those of UTC. */
  static boolean isAfter(Cell cell, Instant moment) {
    if (!(cell instanceof Cell.Moment known)) {
      return false;
    }
    if (known.value() instanceof OffsetDateTime zoned) {
      return zoned.toInstant().isAfter(moment);
    }
    LocalDateTime limit = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return known.value() instanceof LocalDateTime local
        ? local.isAfter(limit)
        : known.value() instanceof LocalDate day && day.isAfter(limit.toLocalDate());
  }

  private static int compare(String one, String other) {
    if (isShort(one) && isShort(other)) {
      return Long.compare(Long.parseLong(one), Long.parseLong(other));
    }
    return new BigDecimal(one).compareTo(new BigDecimal(other));
  }

  private static boolean isShort(String digits) {
    return digits.length() <= LONG_DIGITS && digits.indexOf('.') < 0;
  }

  private static int compare(Temporal one, Temporal other) {
    if (one instanceof LocalDateTime moment && other instanceof LocalDateTime second) {
      return moment.compareTo(second);
    }
    if (one instanceof OffsetDateTime moment && other instanceof OffsetDateTime second) {
      return moment.toInstant().compareTo(second.toInstant());
    }
    return one instanceof LocalDate day && other instanceof LocalDate second
        ? day.compareTo(second)
        : 0;
  }

  private static MarkValue.Kind known(Cell cell) {
    return Objects.requireNonNull(kind(cell), "the cell counts");
  }

  private static MarkValue.@Nullable Kind kind(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return words.text().isBlank() ? null : MarkValue.Kind.TEXT;
    }
    if (cell instanceof Cell.Numeric) {
      return MarkValue.Kind.NUMBER;
    }
    if (!(cell instanceof Cell.Moment moment)) {
      return null;
    }
    if (moment.value() instanceof LocalDate) {
      return MarkValue.Kind.DATE;
    }
    if (moment.value() instanceof LocalDateTime) {
      return MarkValue.Kind.LOCAL;
    }
    return moment.value() instanceof OffsetDateTime ? MarkValue.Kind.INSTANT : null;
  }
}

package id.pde.run.explain;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of a table as text, and whether two of them are the same. */
final class StoredText {

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .appendPattern("xxx")
          .toFormatter(Locale.ROOT);

  private StoredText() {}

  /**
   * As people read it.
   *
   * @param zone in which moments are told
   */
  static String of(Object value, ZoneId zone) {
    if (value instanceof OffsetDateTime moment) {
      return MOMENT.format(moment.atZoneSameInstant(zone));
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** 1.50 and 1.5 are one number; a moment is one whatever its offset. */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    if (left instanceof BigDecimal one && right instanceof Long other) {
      return one.compareTo(BigDecimal.valueOf(other)) == 0;
    }
    if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
      return one.isEqual(other);
    }
    return Objects.equals(left, right);
  }
}

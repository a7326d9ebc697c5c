package id.pde.source.sheet;

import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Days counted from 1900 or 1904, as date cells hold them. */
public enum Serials {
  /** Excel's own; counts a 29 February 1900 that never was (Lotus 1-2-3's error, kept). */
  FROM_1900,
  /** Of old Macintosh files. */
  FROM_1904;

  private static final long DAY = 86_400_000L;
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate BEGIN_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /**
   * Date, time, or both; null where the number is no day: negative, too large, 29 February 1900.
   */
  public Cell.@Nullable Moment moment(double serial) {
    if (!(serial >= 0 && serial < 3_000_000)) {
      return null;
    }
    // Doubles hold 09:30 as 9:29:59.9999997; Excel itself shows no more than milliseconds.
    long millis = Math.round(serial * DAY);
    long days = Math.floorDiv(millis, DAY);
    LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(millis, DAY) * 1_000_000L);
    if (serial < 1 && days == 0) {
      return new Cell.Moment(time);
    }
    LocalDate date = date(days);
    if (date == null || date.isAfter(LAST)) {
      return null;
    }
    return new Cell.Moment(time.equals(LocalTime.MIDNIGHT) ? date : LocalDateTime.of(date, time));
  }

  private @Nullable LocalDate date(long days) {
    return switch (this) {
      case FROM_1904 -> BEGIN_1904.plusDays(days);
      case FROM_1900 -> days == 60 ? null : BEFORE_1900.plusDays(days < 60 ? days + 1 : days);
    };
  }
}

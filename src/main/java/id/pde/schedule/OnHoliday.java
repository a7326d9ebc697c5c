package id.pde.schedule;

import java.util.Locale;

/**
 * What becomes of a fire on a day when offices are closed. For a rule that names days of the week
 * (or a cron) these are the days of the calendar of holidays; for a day of the month Saturdays and
 * Sundays as well.
 */
public enum OnHoliday {
  /** It happens all the same. */
  RUN,
  /** It does not happen. */
  SKIP,
  /** It happens on the next working day. */
  NEXT,
  /** It happens on the working day before. */
  PREVIOUS;

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

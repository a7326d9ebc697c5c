package id.pde.schedule;

import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.Schedule.Timing.Daily;
import id.pde.schedule.Schedule.Timing.Monthly;
import id.pde.schedule.Schedule.Timing.NthWorking;
import id.pde.schedule.expect.Holidays;
import java.time.LocalDate;

/** On which days of the calendar a rule has a fire. Pure. */
final class CivilDays {

  /** No row of closed days is longer; a fire is not moved further. */
  private static final int LONGEST_CLOSED = 31;

  private final Timing timing;
  private final OnHoliday onHoliday;
  private final Holidays holidays;

  CivilDays(Timing timing, OnHoliday onHoliday, Holidays holidays) {
    this.timing = timing;
    this.onHoliday = onHoliday;
    this.holidays = holidays;
  }

  /** Whether there is a fire on a day, moved ones included. */
  boolean contains(LocalDate day) {
    boolean named = isNamed(day);
    return switch (onHoliday) {
      case RUN -> named;
      case SKIP -> named && !isClosed(day);
      case NEXT -> (named && !isClosed(day)) || takes(day, -1);
      case PREVIOUS -> (named && !isClosed(day)) || takes(day, 1);
    };
  }

  /** Whether a working day takes the fire of a closed day that lies in this direction. */
  private boolean takes(LocalDate day, int direction) {
    if (!holidays.isWorking(day)) {
      return false;
    }
    LocalDate other = day.plusDays(direction);
    for (int i = 0; i < LONGEST_CLOSED && !holidays.isWorking(other); i++) {
      if (isNamed(other) && isClosed(other)) {
        return true;
      }
      other = other.plusDays(direction);
    }
    return false;
  }

  private boolean isNamed(LocalDate day) {
    if (timing instanceof Daily daily) {
      return daily.days().contains(day);
    }
    if (timing instanceof Monthly monthly) {
      return day.getDayOfMonth() == Math.min(monthly.day(), day.lengthOfMonth());
    }
    if (timing instanceof NthWorking nth) {
      LocalDate before = day.withDayOfMonth(1).minusDays(1);
      return holidays.workingDay(before, nth.number()).equals(day);
    }
    throw new IllegalArgumentException("a rule without days");
  }

  /** Who names a day of the week means it, also a Sunday. */
  private boolean isClosed(LocalDate day) {
    return timing instanceof Monthly ? !holidays.isWorking(day) : holidays.days().containsKey(day);
  }
}

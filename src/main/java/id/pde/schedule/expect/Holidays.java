package id.pde.schedule.expect;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * The days on which offices are closed beside Saturday and Sunday: national holidays and joint
 * leave (cuti bersama), as the joint decree of the three ministers (SKB 3 Menteri) sets them for a
 * year.
 *
 * @param days names by date
 */
public record Holidays(Map<LocalDate, String> days) {

  /** Nothing but Saturdays and Sundays. */
  public static final Holidays NONE = new Holidays(Map.of());

  public Holidays {
    days = Map.copyOf(days);
  }

  /** Whether offices are open. */
  public boolean isWorking(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !days.containsKey(day);
  }

  /** Whether the file says anything of a year. */
  public boolean knows(int year) {
    return days.keySet().stream().anyMatch(day -> day.getYear() == year);
  }

  /** The n-th working day after a day; from 1. */
  public LocalDate workingDay(LocalDate after, int number) {
    LocalDate day = after;
    for (int counted = 0; counted < number; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        counted++;
      }
    }
    return day;
  }
}

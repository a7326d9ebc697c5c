package id.pde.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Whether a minute fits a cron expression, told as its manual tells it: seconds, minutes, hours,
 * day of month, month, day of week. Shares no code with the product or with Quartz.
 */
record CronByHand(List<String> fields) {

  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS =
      List.of("", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int WEEK = 7;

  static CronByHand of(String expression) {
    return new CronByHand(List.of(expression.split(" ", -1)));
  }

  /** Whether its fires follow the time that passes, and not the civil day. */
  boolean everyHour() {
    return fields.get(2).equals("*");
  }

  boolean second(int second) {
    return fits(fields.get(0), second, 59, List.of());
  }

  /** Whether it has fires in a minute that a clock shows. */
  boolean minute(LocalDateTime shown) {
    LocalDate day = shown.toLocalDate();
    return fits(fields.get(1), shown.getMinute(), 59, List.of())
        && fits(fields.get(2), shown.getHour(), 23, List.of())
        && fits(fields.get(4), day.getMonthValue(), 12, MONTHS)
        && dayOfMonth(fields.get(3), day)
        && dayOfWeek(fields.get(5), day);
  }

  private static boolean dayOfMonth(String field, LocalDate day) {
    if (field.equals("?")) {
      return true;
    }
    if (field.equals("L")) {
      return day.getDayOfMonth() == day.lengthOfMonth();
    }
    if (field.equals("LW")) {
      return day.equals(nearestWeekday(day.withDayOfMonth(day.lengthOfMonth())));
    }
    if (field.endsWith("W")) {
      int number = Integer.parseInt(field.substring(0, field.length() - 1));
      return day.equals(nearestWeekday(day.withDayOfMonth(number)));
    }
    return fits(field, day.getDayOfMonth(), 31, List.of());
  }

  /** Never in another month. */
  private static LocalDate nearestWeekday(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
    }
    return day;
  }

  private static boolean dayOfWeek(String field, LocalDate day) {
    if (field.equals("?")) {
      return true;
    }
    int sundayFirst = day.getDayOfWeek().getValue() % WEEK + 1;
    if (field.endsWith("L")) {
      return fits(field.substring(0, field.length() - 1), sundayFirst, WEEK, DAYS)
          && day.getDayOfMonth() > day.lengthOfMonth() - WEEK;
    }
    int hash = field.indexOf('#');
    if (hash >= 0) {
      int number = Integer.parseInt(field.substring(hash + 1));
      return fits(field.substring(0, hash), sundayFirst, WEEK, DAYS)
          && (day.getDayOfMonth() - 1) / WEEK + 1 == number;
    }
    return fits(field, sundayFirst, WEEK, DAYS);
  }

  /** Lists of numbers, ranges and steps; a range may go round (FRI-MON). */
  private static boolean fits(String field, int value, int most, List<String> names) {
    for (String part : field.split(",", -1)) {
      String[] step = part.split("/", -1);
      String[] ends = step[0].split("-", -1);
      boolean all = step[0].equals("*");
      int first = all ? 0 : number(ends[0], names);
      int last = first;
      if (ends.length == 2) {
        last = number(ends[1], names);
      } else if (all || step.length == 2) {
        last = most;
      }
      boolean within =
          last >= first ? value >= first && value <= last : value >= first || value <= last;
      if (within && (step.length == 1 || (value - first) % Integer.parseInt(step[1]) == 0)) {
        return true;
      }
    }
    return false;
  }

  private static int number(String word, List<String> names) {
    int name = names.indexOf(word);
    return name > 0 ? name : Integer.parseInt(word);
  }
}

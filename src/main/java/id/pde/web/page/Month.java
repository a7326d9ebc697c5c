package id.pde.web.page;

import id.pde.schedule.expect.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A month with the fires of a schedule.
 *
 * @param weeks seven days each, Monday first; a day of another month is null
 */
public record Month(YearMonth month, List<List<@Nullable Cell>> weeks) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int SHOWN = 3;

  /**
   * A day.
   *
   * @param holiday its name; empty: it is none
   * @param weekend whether it is a Saturday or Sunday
   * @param fires by the clock of the schedule's zone
   * @param more fires than are shown
   */
  public record Cell(
      LocalDate day, String holiday, boolean weekend, boolean today, List<String> fires, int more) {
    public Cell {
      fires = List.copyOf(fires);
    }
  }

  /** This month and the next one. */
  static List<Month> two(List<Instant> fires, Holidays holidays, Instant now, ZoneId zone) {
    Map<LocalDate, List<String>> by =
        fires.stream()
            .map(fire -> fire.atZone(zone))
            .collect(
                Collectors.groupingBy(
                    fire -> fire.toLocalDate(),
                    Collectors.mapping(CLOCK::format, Collectors.toList())));
    LocalDate today = LocalDate.ofInstant(now, zone);
    YearMonth first = YearMonth.from(today);
    List<Month> months = new ArrayList<>();
    for (YearMonth month : List.of(first, first.plusMonths(1))) {
      months.add(new Month(month, weeks(month, day -> cell(day, today, holidays, by))));
    }
    return months;
  }

  private static Cell cell(
      LocalDate day, LocalDate today, Holidays holidays, Map<LocalDate, List<String>> fires) {
    List<String> all = fires.getOrDefault(day, List.of());
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new Cell(
        day,
        holidays.days().getOrDefault(day, ""),
        weekend,
        day.equals(today),
        all.subList(0, Math.min(SHOWN, all.size())),
        Math.max(0, all.size() - SHOWN));
  }

  private interface CellOf {
    Cell of(LocalDate day);
  }

  private static List<List<@Nullable Cell>> weeks(YearMonth month, CellOf cells) {
    List<List<@Nullable Cell>> weeks = new ArrayList<>();
    LocalDate day =
        month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    while (!day.isAfter(month.atEndOfMonth())) {
      List<@Nullable Cell> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        week.add(YearMonth.from(day).equals(month) ? cells.of(day) : null);
        day = day.plusDays(1);
      }
      weeks.add(week);
    }
    return weeks;
  }
}

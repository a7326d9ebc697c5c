package id.pde.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fires of a span as a patient person finds them: writes down the days of each month, moves
 * those that fall on closed days, then watches the clock of the zone minute by minute. Shares no
 * code with the product, and understands its options by itself.
 */
final class MinuteByMinute {

  private static final int LONGEST_GAP = 60;

  private final Map<String, String> options;
  private final Set<LocalDate> holidays;

  MinuteByMinute(Map<String, String> options, Set<LocalDate> holidays) {
    this.options = options;
    this.holidays = holidays;
  }

  /** All fires in these months, by local date. */
  List<Instant> fires(YearMonth first, YearMonth last) {
    ZoneId zone = ZoneId.of(options.getOrDefault("zone", ""));
    LocalTime at = LocalTime.parse(options.getOrDefault("at", ""));
    Set<LocalDate> days = new TreeSet<>();
    // Days move across the ends of months.
    for (YearMonth month = first.minusMonths(2);
        !month.isAfter(last.plusMonths(2));
        month = month.plusMonths(1)) {
      for (LocalDate day : named(month)) {
        LocalDate moved = moved(day);
        if (moved != null) {
          days.add(moved);
        }
      }
    }
    days.removeIf(day -> day.isBefore(first.atDay(1)) || day.isAfter(last.atEndOfMonth()));
    return watch(days, at, zone);
  }

  private List<LocalDate> named(YearMonth month) {
    List<LocalDate> all = new ArrayList<>();
    List<LocalDate> open = new ArrayList<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      all.add(date);
      if (isOpen(date)) {
        open.add(date);
      }
    }
    if (options.containsKey("nth-working")) {
      int number = Integer.parseInt(options.getOrDefault("nth-working", ""));
      return open.size() < number ? List.of() : List.of(open.get(number - 1));
    }
    if (options.containsKey("monthly")) {
      String day = options.getOrDefault("monthly", "");
      int number = day.equals("last") ? all.size() : Integer.parseInt(day);
      return List.of(all.get(Math.min(number, all.size()) - 1));
    }
    String days = options.getOrDefault("days", "daily");
    return all.stream()
        .filter(
            date ->
                switch (days) {
                  case "daily" -> true;
                  case "working" -> !isWeekend(date);
                  default ->
                      List.of(days.split(",", -1))
                          .contains(
                              date.getDayOfWeek()
                                  .name()
                                  .substring(0, 3)
                                  .toLowerCase(java.util.Locale.ROOT));
                })
        .toList();
  }

  private @Nullable LocalDate moved(LocalDate day) {
    String usual = "working".equals(options.get("days")) ? "skip" : "run";
    String policy = options.getOrDefault("on-holiday", usual);
    boolean closed = options.containsKey("monthly") ? !isOpen(day) : holidays.contains(day);
    if (!closed || policy.equals("run")) {
      return day;
    }
    if (policy.equals("skip")) {
      return null;
    }
    LocalDate moved = day;
    while (!isOpen(moved)) {
      moved = moved.plusDays(policy.equals("next") ? 1 : -1);
    }
    return moved;
  }

  /**
   * The first minute of the day that shows the time, or, where none does, the time plus the gap.
   */
  private static List<Instant> watch(Set<LocalDate> days, LocalTime at, ZoneId zone) {
    Map<LocalDateTime, Instant> first = new HashMap<>();
    Map<LocalDate, Long> gaps = new HashMap<>();
    LocalDate start = days.isEmpty() ? LocalDate.EPOCH : new TreeSet<>(days).first();
    LocalDate end = days.isEmpty() ? LocalDate.EPOCH : new TreeSet<>(days).last();
    Instant minute = start.minusDays(1).atStartOfDay(zone).toInstant();
    Instant until = end.plusDays(2).atStartOfDay(zone).toInstant();
    LocalDateTime before = LocalDateTime.ofInstant(minute, zone);
    while (minute.isBefore(until)) {
      LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
      long later = Math.floorMod(ChronoUnit.MINUTES.between(at, shown.toLocalTime()), 24 * 60);
      if (later <= LONGEST_GAP) {
        first.putIfAbsent(shown, minute);
      }
      long passed = ChronoUnit.MINUTES.between(before, shown);
      if (passed > 1) {
        gaps.put(shown.toLocalDate(), passed - 1);
      }
      before = shown;
      minute = minute.plusSeconds(60);
    }
    List<Instant> fires = new ArrayList<>();
    for (LocalDate day : days) {
      Instant shows = first.get(day.atTime(at));
      long gap = gaps.getOrDefault(day, 0L);
      fires.add(shows != null ? shows : first.get(day.atTime(at).plusMinutes(gap)));
    }
    return fires;
  }

  private boolean isOpen(LocalDate day) {
    return !isWeekend(day) && !holidays.contains(day);
  }

  private static boolean isWeekend(LocalDate day) {
    return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
  }
}

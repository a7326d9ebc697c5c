package id.pde.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which days of the week something happens.
 *
 * @param week never empty
 */
public record Days(Set<DayOfWeek> week) {

  public static final Days DAILY = new Days(EnumSet.allOf(DayOfWeek.class));

  /** Monday to Friday; what happens on holidays is said beside it. */
  public static final Days WORKING = new Days(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  private static final List<String> ENGLISH =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> INDONESIAN =
      List.of("sen", "sel", "rab", "kam", "jum", "sab", "min");

  public Days {
    week = Set.copyOf(week);
  }

  /** How days may be written. */
  public static List<String> examples() {
    return List.of("daily", "working", "mon,wed,fri", "sen,rab,jum");
  }

  /** The days that a text names, or empty where it names none. */
  public static Optional<Days> parse(String text) {
    String tidy = text.strip().toLowerCase(Locale.ROOT);
    if (tidy.equals("daily")) {
      return Optional.of(DAILY);
    }
    if (tidy.equals("working")) {
      return Optional.of(WORKING);
    }
    Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
    for (String word : tidy.split(",", -1)) {
      int position = Math.max(ENGLISH.indexOf(word.strip()), INDONESIAN.indexOf(word.strip()));
      if (position < 0) {
        return Optional.empty();
      }
      week.add(DayOfWeek.of(position + 1));
    }
    return Optional.of(new Days(week));
  }

  /** In words that {@link #parse} reads. */
  String words() {
    if (equals(DAILY)) {
      return "daily";
    }
    return equals(WORKING)
        ? "working"
        : inOrder().stream()
            .map(day -> ENGLISH.get(day.getValue() - 1))
            .collect(Collectors.joining(","));
  }

  /** From Monday on. */
  List<DayOfWeek> inOrder() {
    return week.stream().sorted().toList();
  }

  boolean contains(LocalDate date) {
    return week.contains(date.getDayOfWeek());
  }
}

package id.pde.schedule;

import id.pde.model.Text;
import id.pde.schedule.Schedule.Terms;
import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.ScheduleWords.Reading;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule from its options, the same in routes ({@code at=02:30&days=working}), in commands
 * ({@code --at 02:30 --days working}) and in the record. Everything that is wrong is found at once.
 */
public final class RuleReader {

  /** All options; the four ways to name days exclude each other, and cron excludes a time. */
  public static final Set<String> OPTIONS =
      Set.of(
          "at", "days", "monthly", "nth-working", "cron", "zone", "on-holiday", "missed", "after");

  private static final List<String> WHICH_DAYS = List.of("days", "monthly", "nth-working");
  private static final Pattern DATASET = Pattern.compile("[a-z0-9_-]+/[a-z0-9_-]+");

  private final Map<String, String> options;
  private final List<Fault> faults = new ArrayList<>();

  private RuleReader(Map<String, String> options) {
    this.options = options;
  }

  /** A fault and the option it is about. */
  public record Fault(String option, Text message, Text fix) {}

  /**
   * What came of reading.
   *
   * @param schedule null: there are faults
   */
  public record Result(@Nullable Schedule schedule, List<Fault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /** Options that are not a rule's are left alone. */
  public static Result read(String name, Map<String, String> options) {
    RuleReader reader = new RuleReader(options);
    ZoneId zone = or(reader.taken("zone", ScheduleWords::zone), Schedule.DEFAULT_ZONE);
    Timing timing = reader.timing();
    Terms terms = reader.terms(timing);
    Schedule schedule =
        timing == null || !reader.faults.isEmpty() ? null : new Schedule(name, timing, zone, terms);
    return new Result(schedule, reader.faults);
  }

  /**
   * A rule as {@link RuleText#words} wrote it.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static Schedule written(String name, String words) {
    Result read = read(name, options(words));
    if (read.schedule() == null) {
      throw new IllegalArgumentException("not a rule: " + words);
    }
    return read.schedule();
  }

  /** The same of a record that hands may have spoiled; then what the route says holds. */
  public static Schedule kept(String words, Schedule route) {
    Result read = read(route.name(), options(words));
    return read.schedule() == null ? route : read.schedule();
  }

  /** The options in words that {@link RuleText#words} wrote. */
  public static Map<String, String> options(String words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : words.split("&", -1)) {
      int cut = pair.indexOf('=');
      if (cut > 0) {
        options.put(pair.substring(0, cut), pair.substring(cut + 1));
      }
    }
    return options;
  }

  private @Nullable Timing timing() {
    String cron = options.get("cron");
    String at = options.get("at");
    if ((cron == null) == (at == null)) {
      Text message =
          cron == null
              ? new Text("jadwal tanpa waktu", "a schedule without a time")
              : new Text("cron dan at bersamaan", "cron and at together");
      fault(
          "cron",
          message,
          new Text(
              "tulis cron=0 30 2 * * ? atau at=02:30&days=daily",
              "write cron=0 30 2 * * ? or at=02:30&days=daily"));
      return null;
    }
    List<String> which = WHICH_DAYS.stream().filter(options::containsKey).toList();
    if (cron != null) {
      which.forEach(this::besideCron);
      return taken("cron", ScheduleWords::cron);
    }
    if (which.size() > 1) {
      String both = String.join(", ", which);
      fault(
          which.get(1),
          new Text(both + " bersamaan", both + " together"),
          new Text("pilih salah satu", "choose one of them"));
      return null;
    }
    return ofDays(which.isEmpty() ? "days" : which.get(0));
  }

  private void besideCron(String option) {
    fault(
        option,
        new Text("cron dan " + option + " bersamaan", "cron and " + option + " together"),
        new Text(
            "tulis hari di dalam cron, atau pakai at=", "write the days in the cron, or use at="));
  }

  private @Nullable Timing ofDays(String option) {
    if (option.equals("days")) {
      return taken(
          "at", given -> ScheduleWords.daily(given, options.getOrDefault("days", "daily")));
    }
    LocalTime time = taken("at", ScheduleWords::time);
    Integer number =
        taken(
            option,
            option.equals("monthly") ? ScheduleWords::dayOfMonth : ScheduleWords::workingDay);
    if (time == null || number == null) {
      return null;
    }
    return option.equals("monthly")
        ? new Timing.Monthly(time, number)
        : new Timing.NthWorking(time, number);
  }

  private Terms terms(@Nullable Timing timing) {
    OnHoliday onHoliday =
        or(
            taken(
                "on-holiday",
                given -> oneOf("on-holiday", given, OnHoliday.values(), OnHoliday::code)),
            timing == null ? OnHoliday.RUN : Terms.defaultOnHoliday(timing));
    boolean moves = onHoliday == OnHoliday.NEXT || onHoliday == OnHoliday.PREVIOUS;
    if (moves && timing instanceof Timing.Cron) {
      fault(
          "on-holiday",
          new Text(
              "cron tidak dapat dipindah ke hari kerja lain",
              "a cron cannot be moved to another working day"),
          new Text(
              "pakai on-holiday=run atau skip, atau at= dengan days=, monthly= atau nth-working=",
              "use on-holiday=run or skip, or at= with days=, monthly= or nth-working="));
    }
    Missed missed =
        or(
            taken("missed", given -> oneOf("missed", given, Missed.values(), Missed::code)),
            Missed.ONCE);
    return new Terms(onHoliday, missed, after());
  }

  private List<String> after() {
    String given = options.get("after");
    if (given == null || given.isBlank()) {
      return List.of();
    }
    List<String> datasets = Stream.of(given.split(",", -1)).map(String::strip).toList();
    if (!datasets.stream().allMatch(dataset -> DATASET.matcher(dataset).matches())) {
      fault(
          "after",
          new Text(
              "\"" + given + "\" bukan daftar dataset", "\"" + given + "\" is no list of datasets"),
          new Text(
              "tulis misalnya after=disdukcapil/penduduk",
              "write for example after=disdukcapil/penduduk"));
    }
    return datasets;
  }

  private static <E> Reading<E> oneOf(
      String option, String given, E[] known, Function<E, String> code) {
    String tidy = given.strip().toLowerCase(Locale.ROOT);
    return Stream.of(known)
        .filter(one -> code.apply(one).equals(tidy))
        .findFirst()
        .<Reading<E>>map(Reading.Good::new)
        .orElseGet(
            () -> {
              String all =
                  option + "=" + Stream.of(known).map(code).collect(Collectors.joining(" | "));
              return new Reading.Bad<>(
                  new Text(
                      option + " \"" + given + "\" tidak dikenal",
                      option + " \"" + given + "\" is not known"),
                  new Text("tulis " + all, "write " + all));
            });
  }

  /** What an option says; null where it is not given or cannot be read. */
  private <T> @Nullable T taken(String option, Function<String, Reading<T>> reader) {
    String given = options.get(option);
    if (given == null) {
      return null;
    }
    Reading<T> reading = reader.apply(given);
    if (reading instanceof Reading.Bad<T> bad) {
      fault(option, bad.message(), bad.fix());
      return null;
    }
    return ((Reading.Good<T>) reading).value();
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private void fault(String option, Text message, Text fix) {
    faults.add(new Fault(option, message, fix));
  }
}

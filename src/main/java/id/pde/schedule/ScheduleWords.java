package id.pde.schedule;

import id.pde.model.Text;
import id.pde.schedule.Schedule.Timing;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** Reads the words with which routes say when. What cannot be read is a value, not an exception. */
public final class ScheduleWords {

  private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)");
  private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d?");

  private ScheduleWords() {}

  /** What came of reading. */
  public sealed interface Reading<T> {
    /** Understood. */
    record Good<T>(T value) implements Reading<T> {}

    /** Not understood. */
    record Bad<T>(Text message, Text fix) implements Reading<T> {}
  }

  /** A Quartz cron expression: seconds, minutes, hours, day of month, month, day of week. */
  public static Reading<Timing> cron(String words) {
    String tidy = words.strip();
    try {
      CronExpression.validateExpression(tidy);
      Schedule schedule = new Schedule("", new Timing.Cron(tidy), Schedule.DEFAULT_ZONE);
      if (NextFires.after(schedule, Instant.EPOCH).isEmpty()) {
        return new Reading.Bad<>(
            new Text(
                "cron \"" + tidy + "\" tidak akan pernah terjadi",
                "the cron \"" + tidy + "\" will never happen"),
            cronFix(tidy));
      }
      return new Reading.Good<>(new Timing.Cron(tidy));
    } catch (ParseException | IllegalArgumentException notOne) {
      return new Reading.Bad<>(
          new Text(
              "cron \"" + tidy + "\" tidak dapat dibaca",
              "the cron \"" + tidy + "\" cannot be read"),
          cronFix(tidy));
    }
  }

  /** {@code at} and {@code days}. */
  public static Reading<Timing> daily(String at, String days) {
    Reading<LocalTime> time = time(at);
    if (time instanceof Reading.Bad<LocalTime> bad) {
      return new Reading.Bad<>(bad.message(), bad.fix());
    }
    LocalTime clock = ((Reading.Good<LocalTime>) time).value();
    String examples = String.join(" | ", Days.examples());
    return Days.parse(days)
        .<Reading<Timing>>map(read -> new Reading.Good<>(new Timing.Daily(clock, read)))
        .orElseGet(
            () ->
                new Reading.Bad<>(
                    new Text(
                        "hari \"" + days + "\" tidak dapat dibaca",
                        "the days \"" + days + "\" cannot be read"),
                    new Text("tulis days=" + examples, "write days=" + examples)));
  }

  /** Hour and minute: {@code 02:30}. */
  static Reading<LocalTime> time(String words) {
    Matcher clock = CLOCK.matcher(words.strip());
    if (!clock.matches()) {
      return new Reading.Bad<>(
          new Text(
              "jam \"" + words + "\" tidak dapat dibaca",
              "the time \"" + words + "\" cannot be read"),
          new Text(
              "tulis jam dan menit, misalnya at=02:30", "write hour and minute, as in at=02:30"));
    }
    return new Reading.Good<>(
        LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
  }

  /** A day of the month: 1 to 31, or {@code last}. */
  static Reading<Integer> dayOfMonth(String words) {
    String tidy = words.strip().toLowerCase(Locale.ROOT);
    return tidy.equals("last")
        ? new Reading.Good<>(Timing.Monthly.LAST)
        : number(
            tidy,
            Timing.Monthly.LAST,
            new Text("tulis monthly=1 sampai 31, atau last", "write monthly=1 to 31, or last"));
  }

  /** The number of a working day in its month. */
  static Reading<Integer> workingDay(String words) {
    return number(
        words.strip(),
        Timing.NthWorking.MOST,
        new Text("tulis nth-working=1 sampai 23", "write nth-working=1 to 23"));
  }

  private static Reading<Integer> number(String words, int most, Text fix) {
    Matcher number = NUMBER.matcher(words);
    if (!number.matches() || Integer.parseInt(words) > most) {
      return new Reading.Bad<>(
          new Text(
              "hari ke \"" + words + "\" tidak ada", "there is no day number \"" + words + "\""),
          fix);
    }
    return new Reading.Good<>(Integer.parseInt(words));
  }

  /** An interval: {@code 10s}, {@code 5m}, {@code 1h}. */
  public static Reading<Timing> every(String words) {
    Matcher span = SPAN.matcher(words.strip().toLowerCase(Locale.ROOT));
    if (!span.matches()) {
      return new Reading.Bad<>(
          new Text(
              "selang \"" + words + "\" tidak dapat dibaca",
              "the interval \"" + words + "\" cannot be read"),
          new Text(
              "tulis misalnya every=10s, 5m atau 1h", "write for example every=10s, 5m or 1h"));
    }
    long number = Long.parseLong(span.group(1));
    Duration interval =
        switch (span.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return new Reading.Good<>(new Timing.Every(interval));
  }

  /** A time zone by its region name. */
  public static Reading<ZoneId> zone(String words) {
    try {
      return new Reading.Good<>(ZoneId.of(words.strip()));
    } catch (DateTimeException notOne) {
      return new Reading.Bad<>(
          new Text(
              "zona waktu \"" + words + "\" tidak dikenal",
              "the time zone \"" + words + "\" is not known"),
          new Text(
              "tulis misalnya Asia/Jakarta, Asia/Makassar atau Asia/Jayapura",
              "write for example Asia/Jakarta, Asia/Makassar or Asia/Jayapura"));
    }
  }

  private static Text cronFix(String words) {
    if (words.split("\\s+").length == 5) {
      return new Text(
          "Quartz memakai enam bagian, detik dahulu: \"0 30 2 * * ?\" berarti 02:30 setiap hari",
          "Quartz has six parts, seconds first: \"0 30 2 * * ?\" is 02:30 every day");
    }
    return new Text(
        "tulis misalnya \"0 30 2 * * ?\" (02:30 setiap hari), atau at=02:30&days=working",
        "write for example \"0 30 2 * * ?\" (02:30 every day), or at=02:30&days=working");
  }
}

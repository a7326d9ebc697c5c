package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every day and moment in every form that is written, with case and blanks that mean nothing. */
class DateProperties {

  private static final Map<String, Integer> ZONES = Map.of("WIB", 7, "WITA", 8, "WIT", 9);

  private static final List<String> NUMERIC =
      List.of("dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "MM/dd/yyyy", "dd/MM/yy");

  private static Sample dates(String... formats) {
    return Sample.of(new ColumnType.DateType()).formats(formats);
  }

  private static LocalDate day(SplittableRandom random) {
    return LocalDate.of(1930, 1, 1).plusDays(random.nextInt(36_524));
  }

  private static String text(String form, Object... parts) {
    Object[] all = parts.clone();
    return String.format(Locale.ROOT, form, all);
  }

  private static String weekday(SplittableRandom random, LocalDate day) {
    String name = Writing.WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    return name + Writing.one(random, List.of(", ", " ", "/"));
  }

  private static String named(SplittableRandom random, LocalDate day) {
    String name = Writing.one(random, Writing.MONTHS.get(day.getMonthValue() - 1));
    return text("%d %s %d", day.getDayOfMonth(), name, day.getYear());
  }

  private static String numeric(String format, LocalDate day) {
    String year = text("%d", day.getYear());
    return format
        .replace("dd", text("%02d", day.getDayOfMonth()))
        .replace("MM", text("%02d", day.getMonthValue()))
        .replace("yyyy", year)
        .replace("yy", year.substring(2))
        .replace("d", text("%d", day.getDayOfMonth()))
        .replace("M", text("%d", day.getMonthValue()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryDayWithItsMonthInWords(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample open = dates();
    Sample declared = dates("dd/MM/yyyy", "d MMMM yyyy");
    for (int i = 0; i < 1000; i++) {
      LocalDate day = day(random);
      String written = Writing.varied(random, named(random, day));
      String onDay = Writing.varied(random, weekday(random, day) + named(random, day));
      for (Sample sample : List.of(open, declared)) {
        assertThat(sample.read(written)).as(written).isEqualTo(day);
        assertThat(sample.read(onDay)).as(onDay).isEqualTo(day);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryDayInDigitsUnderItsForm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String format : NUMERIC) {
      Sample sample = dates(format);
      for (int i = 0; i < 300; i++) {
        LocalDate day = day(random);
        String written = Writing.varied(random, numeric(format, day));
        assertThat(sample.read(written)).as(written).isEqualTo(day);
        String onDay = Writing.varied(random, weekday(random, day) + numeric(format, day));
        assertThat(sample.read(onDay)).as(onDay).isEqualTo(day);
        String iso = Writing.varied(random, day.toString());
        assertThat(sample.read(iso)).as(iso).isEqualTo(day);
      }
    }
  }

  /** Without a form a day is either read as it was meant, or a finding. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void neverTakesAnotherDayThanWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample sample = dates();
    for (int i = 0; i < 1000; i++) {
      LocalDate day = day(random);
      String format = Writing.one(random, NUMERIC);
      String written = Writing.varied(random, numeric(format, day));
      boolean one = day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue();
      Object expected = one && format.contains("yyyy") ? day : "reject date.ambiguous";
      Object read = sample.read(written);
      assertThat(read).as(written).isIn(expected, format.contains("yyyy") ? expected : day);
      String onDay = Writing.varied(random, weekday(random, day) + numeric(format, day));
      assertThat(sample.read(onDay)).as(onDay).isIn(day, "reject date.ambiguous");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryMomentThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample open = Sample.of(new ColumnType.TimestampType());
    Sample declared = moments("dd/MM/yyyy", "d MMMM yyyy");
    Sample timed = moments("dd/MM/yyyy HH:mm");
    for (int i = 0; i < 500; i++) {
      LocalDate day = day(random).plusYears(40);
      LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
      String label = Writing.one(random, List.of("", "WIB", "WITA", "WIT"));
      OffsetDateTime moment = at(day, time, label);
      String clock = text("%02d:%02d %s", time.getHour(), time.getMinute(), label).strip();
      String pointed = clock.replace(':', '.');
      String divider = Writing.one(random, List.of(" ", ", ", " pukul ", " jam ", " pkl. "));
      for (String written :
          List.of(
              named(random, day) + divider + clock,
              weekday(random, day) + named(random, day) + divider + pointed,
              day + " " + clock)) {
        String varied = Writing.varied(random, written);
        assertThat(open.read(varied)).as(varied).isEqualTo(moment);
        assertThat(declared.read(varied)).as(varied).isEqualTo(moment);
      }
      String digits = Writing.varied(random, numeric("dd/MM/yyyy", day) + " " + clock);
      assertThat(declared.read(digits)).as(digits).isEqualTo(moment);
      assertThat(timed.read(digits)).as(digits).isEqualTo(moment);
      String iso = moment.toString();
      assertThat(open.read(iso)).as(iso).isEqualTo(moment);
    }
  }

  private static Sample moments(String... formats) {
    return Sample.of(new ColumnType.TimestampType()).formats(formats);
  }

  private static OffsetDateTime at(LocalDate day, LocalTime time, String label) {
    return day.atTime(time).atOffset(ZoneOffset.ofHours(ZONES.getOrDefault(label, 7)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryTimeThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sample sample = Sample.of(new ColumnType.TimeType());
    for (int i = 0; i < 1000; i++) {
      LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(2) * 30);
      String before = Writing.one(random, List.of("", "", "Pukul ", "pkl. ", "Jam "));
      String after = Writing.one(random, List.of("", " WIB", "WIB"));
      String hour = text(random.nextBoolean() ? "%02d" : "%d", time.getHour());
      String rest =
          text(time.getSecond() == 0 ? ":%02d" : ":%02d:%02d", time.getMinute(), time.getSecond());
      String clock = random.nextBoolean() ? hour + rest : (hour + rest).replace(':', '.');
      String written = Writing.varied(random, before + clock + after);
      assertThat(sample.read(written)).as(written).isEqualTo(time);
    }
  }
}

package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every period in every form that is written, with case and blanks that mean nothing. */
class PeriodProperties {

  private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

  private final Sample periods = Sample.of(new ColumnType.PeriodType());

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void readsBackEveryPeriodThatWasWritten(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      int year = random.nextInt(1990, 2040);
      check(random, text("%d", year), years(year));
      check(random, text("%d/%d", year, year + 1), schoolYears(year));
      int half = random.nextInt(1, 3);
      check(random, text("%d-S%d", year, half), parts("Semester,SEM,Sem.", half, year));
      int quarter = random.nextInt(1, 5);
      check(random, text("%d-Q%d", year, quarter), parts("Triwulan,TW,Tw.", quarter, year));
      int month = random.nextInt(1, 13);
      check(random, text("%d-%02d", year, month), months(random, month, year));
      check(
          random,
          text(month == 1 ? "%d-01" : "%1$d-01..%1$d-%2$02d", year, month),
          upTo(random, month, year));
      LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
      check(random, day.toString(), days(random, day));
    }
  }

  /** A period takes its own year from the row, and only where the row speaks of it. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20, 300})
  void takesTheYearThatIsMissingFromTheRow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      int year = random.nextInt(1990, 2040);
      int month = random.nextInt(1, 13);
      String name = Writing.varied(random, name(random, month));
      assertThat(periods.read(name)).as(name).isEqualTo("reject period.incomplete");
      assertThat(Sample.of(new ColumnType.PeriodType()).within("" + year).read(name))
          .as(name)
          .isEqualTo(text("%d-%02d", year, month));
    }
  }

  private void check(SplittableRandom random, String period, List<String> forms) {
    assertThat(periods.read(period)).isEqualTo(period);
    for (String form : forms) {
      String written = Writing.varied(random, form);
      assertThat(periods.read(written)).as("%s of %s", written, form).isEqualTo(period);
    }
  }

  private static List<String> years(int year) {
    return List.of(
        "" + year, "TA " + year, "T.A. " + year, "Tahun " + year, "Tahun Anggaran " + year);
  }

  private static List<String> schoolYears(int year) {
    List<String> forms = new ArrayList<>();
    for (String label : List.of("", "TP ", "T.P. ", "TA ", "Tahun Pelajaran ", "Tahun Ajaran ")) {
      forms.add(text("%s%d/%d", label, year, year + 1));
    }
    for (String label : List.of("TP ", "T.P. ", "Tahun Pelajaran ", "Tahun Ajaran ")) {
      forms.add(text("%s%d - %d", label, year, year + 1));
      forms.add(text("%s%d-%d", label, year, year + 1));
    }
    return forms;
  }

  private static List<String> parts(String names, int number, int year) {
    List<String> forms = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      for (String ordinal : List.of("" + number, ROMAN.get(number - 1), "ke-" + number)) {
        forms.add(text("%s %s %d", name, ordinal, year));
        forms.add(text("%s %s Tahun %d", name, ordinal, year));
        forms.add(text("%s %s TA %d", name, ordinal, year));
      }
    }
    return forms;
  }

  private static String name(SplittableRandom random, int month) {
    return Writing.one(random, Writing.MONTHS.get(month - 1));
  }

  private static List<String> months(SplittableRandom random, int month, int year) {
    String name = name(random, month);
    return List.of(
        text("%s %d", name, year),
        text("Bulan %s %d", name, year),
        text("%s Tahun %d", name, year),
        text("Bulan : %s %d", name, year),
        text("%02d/%d", month, year),
        text("%d-%02d", year, month));
  }

  private static List<String> upTo(SplittableRandom random, int month, int year) {
    String name = name(random, month);
    return List.of(
        text("s.d. %s %d", name, year),
        text("s/d %s %d", name, year),
        text("sd %s %d", name, year),
        text("sampai dengan %s %d", name, year),
        text("Januari s.d. %s %d", name, year),
        text("Jan %d s/d %s %d", year, name, year));
  }

  private static List<String> days(SplittableRandom random, LocalDate day) {
    String named =
        text("%d %s %d", day.getDayOfMonth(), name(random, day.getMonthValue()), day.getYear());
    return List.of(named, "Keadaan " + named, "per " + named, "Keadaan per " + named);
  }

  private static String text(String form, Object... parts) {
    Object[] all = parts.clone();
    return String.format(Locale.ROOT, form, all);
  }
}

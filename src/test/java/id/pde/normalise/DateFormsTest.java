package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Issue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of days that DOMAIN.md (section 5) and the sample deliveries know. */
class DateFormsTest {

  private static final String NAMED = "d MMMM yyyy";

  private static Sample dates(String... formats) {
    return Sample.of(new ColumnType.DateType()).formats(formats);
  }

  private static Sample moments(String... formats) {
    return Sample.of(new ColumnType.TimestampType()).formats(formats);
  }

  @ParameterizedTest(name = "{0} is month {1}")
  @CsvSource(
      delimiter = ':',
      value = {
        "Januari january jan JANUARI : 1",
        "Februari february pebruari feb peb Peb. : 2",
        "Maret march mar mrt : 3",
        "April apr Apr. : 4",
        "Mei may MEI : 5",
        "Juni june jun : 6",
        "Juli july jul : 7",
        "Agustus august agust agus agt ags agu aug Agt. AGS : 8",
        "September sep sept Sept. : 9",
        "Oktober october okt oct : 10",
        "November nopember nov nop Nop. : 11",
        "Desember december des dec DES. : 12",
      })
  void readsEverySpellingOfAMonth(String names, int month) {
    for (String name : names.split(" ", -1)) {
      String day = String.format(Locale.ROOT, "2019-%02d-17", month);
      assertThat(dates().read("17 " + name + " 2019")).as(name).hasToString(day);
      assertThat(dates(NAMED).read("17 " + name + " 2019")).as(name).hasToString(day);
      assertThat(dates().read("17-" + name.replace(".", "") + "-2019")).as(name).hasToString(day);
      assertThat(dates(NAMED).read("17  " + name + "\u00A02019")).as(name).hasToString(day);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Agsutus | reject date.invalid",
        "Pebuari | reject date.invalid",
        "Jan/Feb | reject date.invalid",
        "VIII | reject date.invalid",
      })
  void doesNotGuessAMonth(String name, String expected) {
    assertThat(dates().read("17 " + name + " 2019")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A file of months before days (kejadian bencana): the one value is never exchanged.
        "M/d/yyyy | 1/19/2024 | 2024-01-19",
        "M/d/yyyy | 3/4/2024 | 2024-03-04",
        "M/d/yyyy | 13/8/2024 | reject date.impossible",
        "M/d/yyyy | 2/30/2024 | reject date.impossible",
        "dd/MM/yyyy | 08/25/1990 | reject date.impossible",
        "dd-MM-yyyy | 31-02-2024 | reject date.impossible",
        "dd-MM-yyyy | 31-09-2024 | reject date.impossible",
        "dd-MM-yyyy | 29-02-2023 | reject date.impossible",
        "dd-MM-yyyy | 29-02-1900 | reject date.impossible",
        "dd-MM-yyyy | 29-02-2024 | 2024-02-29",
        "dd-MM-yyyy | 29-02-2000 | 2000-02-29",
        "dd-MM-yyyy | 00-00-0000 | reject date.impossible",
        "yyyy-MM-dd | 2024-09-30T00:00:00 | 2024-09-30",
        "dd/MM/yyyy | 2024-09-30T23:59:59+07:00 | 2024-09-30 warn date.time",
        "dd/MM/yyyy | 17/08/2019 00:30 WIT | reject date.ambiguous",
        "dd/MM/yyyy | 17/08/2019 24:00 | reject date.impossible",
        "dd/MM/yyyy | '17/08/2019 | 2019-08-17",
        "dd/MM/yyyy | 17/08/2019\u00A0 | 2019-08-17",
        "dd/MM/yyyy | 45000 | reject date.number",
        "dd/MM/yyyy | 45000,5 | reject date.number",
        "dd/MM/yyyy | 17 Agustus | reject date.incomplete",
        "dd/MM/yyyy | 17-Agt | reject date.incomplete",
        "dd/MM/yyyy | Maret 2018 | reject date.incomplete",
        "dd/MM/yyyy | Nop. 2018 | reject date.incomplete",
        "dd/MM/yyyy | 2018-03 | reject date.incomplete",
        "dd/MM/yyyy | 03/2018 | reject date.incomplete",
        "dd/MM/yyyy | 2015 | reject date.incomplete",
        "dd/MM/yyyy | Semester I | reject date.invalid",
        "dd/MM/yyyy | s.d. 17/08/2019 | reject date.invalid",
        "dd/MM/yyyy | 17/08/2019 - 18/08/2019 | reject date.invalid",
      })
  void takesNoOtherFormThanTheDeclared(String format, String raw, String expected) {
    assertThat(dates(format).read(raw)).hasToString(expected);
  }

  @Test
  void namesTheDayOfTheOtherForm() {
    assertThat(messages(dates("M/d/yyyy"), "13/8/2024"))
        .isEqualTo("\"13/8/2024\" is no date under M/d/yyyy: in another form it is 2024-08-13");
    assertThat(messages(dates("M/d/yyyy"), "31/2/2024"))
        .isEqualTo("\"31/2/2024\" names a day or time that does not exist");
    assertThat(messages(dates("M/d/yyyy").closed(), "13/8/2024"))
        .isEqualTo("this value is no date under M/d/yyyy");
  }

  private static String messages(Sample sample, String raw) {
    List<Issue> issues = Sample.issues(sample.outcome(raw));
    return issues.stream().map(issue -> issue.message().en()).collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "- | Sabtu, 17 Agustus 2024 | 2024-08-17",
        "- | SABTU 17-08-2024 | 2024-08-17",
        "- | Sab., 17 Agt 2024 | 2024-08-17",
        "- | Jum'at, 16 Agustus 2024 | 2024-08-16",
        "- | Jumat/16-08-2024 | 2024-08-16",
        "- | Saturday, August 17, 2024 | 2024-08-17",
        "- | Senin, 17 Agustus 2024 | 2024-08-17 warn date.weekday",
        "d MMMM yyyy | Senin, 17 Agustus 2024 | 2024-08-17 warn date.weekday",
        "EEEE, d MMMM yyyy | Senin, 17 Agustus 2024 | 2024-08-17 warn date.weekday",
        "EEEE, d MMMM yyyy | Sabtu, 17 Agustus 2024 | 2024-08-17",
        // Its weekday says which of two days it is; where both or none have it, nobody knows.
        "- | Rabu, 03/04/2024 | 2024-04-03",
        "- | Senin, 03/04/2024 | 2024-03-04",
        "- | Sabtu, 03/04/2024 | reject date.ambiguous",
        "- | Kamis, 01/02/2024 | 2024-02-01",
        "- | Rabu, 05/12/2012 | 2012-12-05",
        "- | Sabtu, 17/8/19 | reject date.ambiguous",
        "M/d/yyyy | Rabu, 03/04/2024 | 2024-03-04 warn date.weekday",
      })
  void holdsTheWeekdayAgainstTheDate(@Nullable String format, String raw, String expected) {
    Sample sample = format == null ? dates() : dates(format);
    assertThat(sample.read(raw)).hasToString(expected);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "17/08/19 | - | 2019-08-17",
        "17/08/29 | - | 2029-08-17",
        "17/08/30 | - | 1930-08-17",
        "17/08/19 | 2024 | 2019-08-17",
        "17/08/54 | 2024 | 1954-08-17",
        "31/12/24 | 2024 | 2024-12-31",
        "17/08/24 | 2024-S1 | 2024-08-17 warn date.century",
        "17/08/28 | 2024 | 2028-08-17 warn date.century",
        "17/08/31 | 2031 | 1931-08-17 warn date.century",
        "17/08/31 | 2032 | 1931-08-17",
        "29/02/28 | 2024 | 2028-02-29 warn date.century",
        "29/02/00 | 1999 | 2000-02-29",
        "29/02/23 | 2024 | reject date.impossible",
        "17/08/2024 | 2023 | reject date.invalid",
      })
  void doubtsTheCenturyOfTwoDigitsByThePeriodOfTheRow(
      String raw, @Nullable String period, String expected) {
    Sample sample = dates("dd/MM/yy");
    assertThat((period == null ? sample : sample.within(period)).read(raw)).hasToString(expected);
  }

  @Test
  void doesNotKnowTheCenturyOfAnUndeclaredForm() {
    assertThat(messages(dates(), "17 Agt 19"))
        .isEqualTo("\"17 Agt 19\" can be read as two dates: 2019-08-17 or 1919-08-17");
    assertThat(Sample.issues(dates().outcome("17/8/19")).get(0).fix().en())
        .endsWith("such as dd/MM/yy (1930-2029)");
    // There was no such day in 1900.
    assertThat(dates().read("29 Feb 00")).hasToString("2000-02-29");
    assertThat(moments("dd/MM/yy HH:mm").within("2024").read("17/08/28 09:00"))
        .isEqualTo("2028-08-17T09:00+07:00 warn timestamp.century");
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "M/d/yyyy | 1/19/2024 09.00 WIT | 2024-01-19T09:00+09:00",
        "M/d/yyyy | 1/19/2024 02:30 WIB | 2024-01-19T02:30+07:00",
        "M/d/yyyy | 1/19/2024 04:30:00 WIB | 2024-01-19T04:30+07:00",
        "M/d/yyyy | 1/19/2024 | 2024-01-19T00:00+07:00",
        "M/d/yyyy | 13/8/2024 09.00 WIB | reject timestamp.impossible",
        "dd-MM-yyyy HH:mm | 14-02-2025 09:30 | 2025-02-14T09:30+07:00",
        "dd-MM-yyyy HH:mm | 14-02-2025 09:30 WIB | 2025-02-14T09:30+07:00",
        "dd-MM-yyyy HH:mm | 14-02-2025 09:30 WITA | 2025-02-14T09:30+08:00",
        "dd-MM-yyyy HH:mm | 14-02-2025 09:30 PM | 2025-02-14T21:30+07:00",
        "dd-MM-yyyy HH:mm | 14-02-2025 13:30 PM | reject timestamp.impossible",
        "dd-MM-yyyy HH:mm | 14-02-2025 09:30 siang | reject timestamp.invalid",
        "dd-MM-yyyy HH:mm | 2025-02-14T09:30:00+07:00 | 2025-02-14T09:30+07:00",
        "dd-MM-yyyy HH:mm XXX | 14-02-2025 09:30 +07:00 | 2025-02-14T09:30+07:00",
        "dd-MM-yyyy HH:mm XXX | 14-02-2025 09:30 +07:00 WIB | reject timestamp.invalid",
        "dd/MM/yyyy HH.mm | 14/02/2025 09.30 | 2025-02-14T09:30+07:00",
        "dd/MM/yyyy HH.mm | 14/02/2025 24.00 | reject timestamp.impossible",
        "- | Jumat, 14 Februari 2025 pukul 09.30 WIB | 2025-02-14T09:30+07:00",
        "- | Kamis, 14 Februari 2025 pukul 09.30 | 2025-02-14T09:30+07:00 warn timestamp.weekday",
        "- | 31/09/2024 10:00 | reject timestamp.impossible",
        "- | 17 Agustus pukul 09.00 | reject timestamp.invalid",
        "- | Agustus 2019 | reject timestamp.incomplete",
        "- | 45000.5 | reject timestamp.number",
        "- | 14/02/2025 s.d. pukul 10.00 | reject timestamp.invalid",
      })
  void readsMomentsByTheirDayAndLabel(@Nullable String format, String raw, String expected) {
    Sample sample = format == null ? moments() : moments(format);
    assertThat(sample.read(raw)).hasToString(expected);
  }
}

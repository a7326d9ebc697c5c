package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static Sample dates() {
    return Sample.of(new ColumnType.DateType());
  }

  private static Sample moments() {
    return Sample.of(new ColumnType.TimestampType());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "17 Agustus 2019 | 2019-08-17",
        "Sabtu, 17 Agustus 2019 | 2019-08-17",
        "JUM'AT 16 AGUSTUS 2019 | 2019-08-16",
        "17 Agt 2019 | 2019-08-17",
        "17 Agt. 2019 | 2019-08-17",
        "17 Ags 2019 | 2019-08-17",
        "1 Pebruari 2019 | 2019-02-01",
        "1 Nopember 2019 | 2019-11-01",
        "1 Mei 2019 | 2019-05-01",
        "1-Okt-2019 | 2019-10-01",
        "1 Des 2019 | 2019-12-01",
        "17 August 2019 | 2019-08-17",
        "August 17, 2019 | 2019-08-17",
        "17-08-2019 | 2019-08-17",
        "17.08.2019 | 2019-08-17",
        "17/8/2019 | 2019-08-17",
        "8/17/2019 | 2019-08-17",
        "2019-08-17 | 2019-08-17",
        "2019/08/17 | 2019-08-17",
        "20190817 | 2019-08-17",
        "'17/08/2019 | 2019-08-17",
        "17\u00A0Agustus\u00A02019 | 2019-08-17",
        "2019-08-17 00:00:00 | 2019-08-17",
        "17/08/2019 00:00 | 2019-08-17",
        "2019-08-17T00:00:00Z | 2019-08-17",
        "2019-08-17 09:30 | 2019-08-17 warn date.time",
        "2019-08-17T20:00:00Z | reject date.ambiguous",
        "03/03/2024 | 2024-03-03",
        "03/04/2024 | reject date.ambiguous",
        "03-04-2024 | reject date.ambiguous",
        "03.04.2024 | reject date.ambiguous",
        "17/8/19 | reject date.ambiguous",
        "17 Agt 19 | reject date.ambiguous",
        "31/02/2019 | reject date.impossible",
        "29 Februari 2019 | reject date.impossible",
        "0000-00-00 | reject date.impossible",
        "2019-13-01 | reject date.impossible",
        "43694 | reject date.number",
        "Agustus 2019 | reject date.incomplete",
        "2019 | reject date.incomplete",
        "17 Foo 2019 | reject date.invalid",
        "17/08/2019x | reject date.invalid",
        "- | reject date.invalid",
      })
  void readsDatesWithOneReadingWhereNoFormatIsDeclared(String raw, String expected) {
    assertThat(dates().read(raw)).hasToString(expected);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MM/yyyy | 03/04/2024 | 2024-04-03",
        "dd/MM/yyyy | 3/4/2024 | 2024-04-03",
        "d/M/yyyy | 03/04/2024 | 2024-04-03",
        "MM/dd/yyyy | 03/04/2024 | 2024-03-04",
        "dd/MM/yyyy | 2024-04-03 | 2024-04-03",
        "dd/MM/yyyy | 31/02/2024 | reject date.impossible",
        "dd/MM/yyyy | 13/13/2024 | reject date.impossible",
        "dd/MM/yyyy | 03-04-2024 | reject date.invalid",
        "dd/MM/yyyy | 17/08/19 | reject date.invalid",
        "dd/MM/yyyy | Sabtu, 17/08/2019 | 2019-08-17",
        "dd-MM-yy | 17-08-19 | 2019-08-17",
        "dd-MM-yy | 17-08-30 | 1930-08-17",
        "dd-MM-yy | 17-08-29 | 2029-08-17",
        "dd.MM.yyyy | 17.08.2019 | 2019-08-17",
        "d MMMM yyyy | 17 Agustus 2019 | 2019-08-17",
        "d MMM yyyy | 17 Agt. 2019 | 2019-08-17",
        "EEEE, d MMMM yyyy | Sabtu, 17 Agustus 2019 | 2019-08-17",
        "ddMMyyyy | 17082019 | 2019-08-17",
        "dd/MM/yyyy HH:mm | 17/08/2019 09:30 | 2019-08-17 warn date.time",
        "dd/MM/yyyy HH:mm | 17/08/2019 00:00 | 2019-08-17",
      })
  void readsADeclaredFormat(String format, String raw, String expected) {
    assertThat(dates().formats(format).read(raw)).hasToString(expected);
  }

  @Test
  void triesAllDeclaredFormatsAndDoesNotChoose() {
    Sample sample = dates().formats("dd/MM/yyyy", "MM/dd/yyyy", "d MMMM yyyy");
    assertThat(sample.read("17/08/2019")).isEqualTo(LocalDate.of(2019, 8, 17));
    assertThat(sample.read("03/03/2019")).isEqualTo(LocalDate.of(2019, 3, 3));
    assertThat(sample.read("17 Agustus 2019")).isEqualTo(LocalDate.of(2019, 8, 17));
    assertThat(sample.read("03/04/2019")).isEqualTo("reject date.ambiguous");
  }

  @Test
  void takesTheDayOfADateCell() {
    Sample sample = dates().sheet();
    LocalDate day = LocalDate.of(2019, 8, 17);
    assertThat(sample.read(new Cell.Moment(day))).isEqualTo(day);
    assertThat(sample.read(new Cell.Moment(day.atStartOfDay()))).isEqualTo(day);
    assertThat(sample.read(new Cell.Moment(day.atTime(9, 0))))
        .isEqualTo("2019-08-17 warn date.time");
    assertThat(sample.read(new Cell.Moment(LocalTime.NOON))).isEqualTo("reject date.invalid");
  }

  @Test
  void doesNotTakeASerialForADay() {
    assertThat(dates().sheet().read(new Cell.Numeric("43694", null)))
        .isEqualTo("reject date.number");
    assertThat(dates().sheet().read(new Cell.Numeric("20190817", null)))
        .isEqualTo(LocalDate.of(2019, 8, 17));
    assertThat(dates().words(List.of("0"), Map.of()).sheet().read(new Cell.Numeric("0", null)))
        .isNull();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-08-17T02:30:00+07:00 | 2019-08-17T02:30+07:00",
        "2019-08-17T02:30:00Z | 2019-08-17T02:30Z",
        "2019-08-17T02:30:00.1234567Z | 2019-08-17T02:30:00.123456Z",
        "2019-08-17 02:30 | 2019-08-17T02:30+07:00",
        "2019-08-17 02:30:15 +0800 | 2019-08-17T02:30:15+08:00",
        "17/08/2019 09.00 WIT | 2019-08-17T09:00+09:00",
        "17 Agustus 2019 pukul 09.00 WIB | 2019-08-17T09:00+07:00",
        "17 Agustus 2019, 04:30:00 WITA | 2019-08-17T04:30+08:00",
        "17/08/2019 02:30 PM | 2019-08-17T14:30+07:00",
        "17/08/2019 12:30 AM | 2019-08-17T00:30+07:00",
        "20190817T023000 | reject timestamp.invalid",
        "2019-08-17 | reject timestamp.no-time",
        "03/04/2019 02:30 | reject timestamp.ambiguous",
        "2019-08-17 25:00 | reject timestamp.impossible",
        "2019-08-17 10:61 | reject timestamp.impossible",
        "2019-08-17 13:00 PM | reject timestamp.impossible",
        "2019-08-17 10 | reject timestamp.invalid",
        "2019-08-17 10:00 XYZ | reject timestamp.invalid",
        "2019-08-17 10:00 +19:00 | reject timestamp.invalid",
      })
  void readsMoments(String raw, String expected) {
    assertThat(moments().read(raw)).hasToString(expected);
  }

  @Test
  void readsMomentsInDeclaredFormats() {
    Sample sample = moments().formats("dd/MM/yyyy HH:mm");
    assertThat(sample.read("03/04/2019 02:30")).hasToString("2019-04-03T02:30+07:00");
    assertThat(sample.read("2019-04-03 02:30")).hasToString("2019-04-03T02:30+07:00");
    assertThat(moments().formats("dd/MM/yyyy").read("03/04/2019"))
        .hasToString("2019-04-03T00:00+07:00");
    assertThat(moments().formats("yyyy-MM-dd'T'HH:mm:ssXXX").read("2019-08-17T02:30:00+07:00"))
        .hasToString("2019-08-17T02:30+07:00");
  }

  @Test
  void refusesMomentsThatAZoneSkipsOrRepeats() {
    Sample sample = moments().zone("Europe/Amsterdam");
    assertThat(sample.read("2024-03-31 02:30")).isEqualTo("reject timestamp.gap");
    assertThat(sample.read("2024-10-27 02:30")).isEqualTo("reject timestamp.ambiguous");
    assertThat(sample.read("2024-10-27 02:30 +02:00")).hasToString("2024-10-27T02:30+02:00");
    assertThat(sample.read("2024-07-01 02:30")).hasToString("2024-07-01T02:30+02:00");
  }

  @Test
  void readsMomentCells() {
    Sample sample = moments().sheet();
    assertThat(sample.read(new Cell.Moment(LocalDateTime.of(2019, 8, 17, 9, 0))))
        .hasToString("2019-08-17T09:00+07:00");
    assertThat(sample.read(new Cell.Moment(LocalDate.of(2019, 8, 17))))
        .isEqualTo("2019-08-17T00:00+07:00 warn timestamp.no-time");
    assertThat(sample.read(new Cell.Numeric("43694.5", null))).isEqualTo("reject timestamp.number");
  }
}

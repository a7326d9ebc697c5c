package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private static Sample time() {
    return Sample.of(new ColumnType.TimeType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02:30 WIB | 02:30",
        "04:30:00 WIB | 04:30",
        "09.00 | 09:00",
        "9.05 | 09:05",
        "Pukul 09.30 WIB | 09:30",
        "pkl. 7.15 | 07:15",
        "23:59:59.123456789 | 23:59:59.123456",
        "12:00 AM | 00:00",
        "9:30 pm | 21:30",
        "09.00 WIT | reject time.zone",
        "09.00 WITA | reject time.zone",
        "24:00 | reject time.impossible",
        "13:00 PM | reject time.impossible",
        "09:60 | reject time.impossible",
        "9 | reject time.invalid",
        "0900 | reject time.invalid",
        "pagi | reject time.invalid",
        "09.00WIB | 09:00",
        "PUKUL 09.00 wib | 09:00",
        "Pkl.09.00 | 09:00",
        "jam 9:05 | 09:05",
        "\u00A002:30\u00A0WIB | 02:30",
        "09:00 - 10:00 | reject time.range",
        "08.00 - 14.00 WIB | reject time.range",
        "s.d. pukul 14.00 WIB | reject time.range",
        "19:30 s/d selesai | reject time.range",
        "08.00 sampai dengan 12.00 | reject time.range",
        "08.00 WITA hingga 12.00 WITA | reject time.range",
        "24:00 WIB | reject time.impossible",
        "24.00.00 | reject time.impossible",
        "09:00:60 | reject time.impossible",
        "0:30 AM | reject time.impossible",
        "09;00 | reject time.invalid",
        "09:00 UTC | reject time.invalid",
        "- | reject time.invalid",
        "selesai | reject time.invalid",
      })
  void readsEachForm(String text, String read) {
    assertThat(String.valueOf(time().read(text))).isEqualTo(read);
  }

  @Test
  void takesTheZoneOfTheMapping() {
    assertThat(time().zone("Asia/Jayapura").read("09.00 WIT")).isEqualTo(LocalTime.of(9, 0));
    assertThat(time().zone("Asia/Makassar").read("09.00 WITA")).isEqualTo(LocalTime.of(9, 0));
    assertThat(time().zone("Asia/Makassar").read("09.00 WIB")).isEqualTo("reject time.zone");
  }

  @Test
  void takesDeclaredWordsForNoTime() {
    assertThat(time().words(List.of("-", "tidak tentu"), Map.of()).read("\u2013")).isNull();
    assertThat(time().words(List.of("-"), Map.of()).read("09.00")).isEqualTo(LocalTime.of(9, 0));
  }

  @Test
  void takesTimeCellsOnly() {
    Sample sample = time().sheet();
    assertThat(sample.read(new Cell.Moment(LocalTime.of(18, 0)))).isEqualTo(LocalTime.of(18, 0));
    assertThat(sample.read(new Cell.Moment(LocalDate.of(2024, 1, 1))))
        .isEqualTo("reject time.invalid");
    assertThat(sample.read(new Cell.Numeric("0.75", null))).isEqualTo("reject time.invalid");
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo("reject time.invalid");
    assertThat(sample.read(new Cell.Words(" "))).isNull();
  }
}

package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2019 | 2019",
        "'2019 | 2019",
        "TA 2019 | 2019",
        "T.A. 2019 | 2019",
        "Tahun Anggaran 2019 | 2019",
        "TP 2019/2020 | 2019/2020",
        "TA 2019/2020 | 2019/2020",
        "Tahun Pelajaran 2019-2020 | 2019/2020",
        "2019/2020 | 2019/2020",
        "Semester I 2019 | 2019-S1",
        "SEM II 2024 | 2024-S2",
        "2024-S2 | 2024-S2",
        "Triwulan II 2019 | 2019-Q2",
        "TW II 2019 | 2019-Q2",
        "TW ke-3 Tahun 2019 | 2019-Q3",
        "2018-Q4 | 2018-Q4",
        "2020-01 | 2020-01",
        "01/2020 | 2020-01",
        "202401 | 2024-01",
        "Pebruari 2020 | 2020-02",
        "Nop 2020 | 2020-11",
        "Agt. 2020 | 2020-08",
        "Agust 2020 | 2020-08",
        "August 2020 | 2020-08",
        "Bulan 3 Tahun 2020 | 2020-03",
        "31 Desember 2019 | 2019-12-31",
        "Keadaan 31 Desember 2019 | 2019-12-31",
        "per 30 Juni 2024 | 2024-06-30",
        "2024-06-30 | 2024-06-30",
        "31-12-2024 | 2024-12-31",
        "s.d. Juni 2024 | 2024-01..2024-06",
        "S/D Juni 2024 | 2024-01..2024-06",
        "sd. Triwulan III 2024 | 2024-Q1..2024-Q3",
        "s.d. 30 September 2024 | 2024-01-01..2024-09-30",
        "s.d. Januari 2024 | 2024-01",
        "Januari s.d. Juni 2024 | 2024-01..2024-06",
        "Januari - Juni 2024 | 2024-01..2024-06",
        "Januari-Juni 2024 | 2024-01..2024-06",
        "Desember 2023 sampai dengan Maret 2024 | 2023-12..2024-03",
        "2024-01..2024-06 | 2024-01..2024-06",
        "2022-Q4..2023-Q4 | 2022-Q4..2023-Q4",
        "2024-06..2024-01 | reject period.ambiguous",
        "TP 2019 - 2020 | 2019/2020",
        "2019 - 2020 | 2019..2020",
        "Jan. 2020 | 2020-01",
        "2023* | 2023 warn period.provisional",
        "2023 *) | 2023 warn period.provisional",
        "2023** | 2023 warn period.provisional",
        "2023 (sementara) | 2023 warn period.provisional",
        "2023r | 2023 warn period.revised",
        "2023 (r) | 2023 warn period.revised",
        "TW I 2024* | 2024-Q1 warn period.provisional",
        "s.d. 2024 | reject period.invalid",
        "Juni - Januari 2024 | reject period.invalid",
        "Juni - Triwulan III 2024 | reject period.invalid",
        "Januari | reject period.incomplete",
        "Jan. | reject period.incomplete",
        "Semester I | reject period.incomplete",
        "s.d. Juni | reject period.incomplete",
        "03-04-2024 | reject period.ambiguous",
        "2022 2023 | reject period.ambiguous",
        "Semester I TP 2024/2025 | reject period.ambiguous",
        "31-02-2024 | reject period.invalid",
        "2019/2021 | reject period.invalid",
        "TW V 2024 | reject period.invalid",
        "data 2024 | reject period.invalid",
        "2024 unit | reject period.invalid",
        "Rp 2.024 | reject period.invalid",
        "12345 | reject period.invalid",
        "- | reject period.invalid",
        "* | reject period.invalid",
      })
  void readsPeriods(String raw, String expected) {
    assertThat(Sample.of(new ColumnType.PeriodType()).read(raw)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Januari | 2024 | 2024-01",
        "Semester I | 2024 | 2024-S1",
        "TW II | 2024-S1 | 2024-Q2",
        "s.d. Juni | 2024 | 2024-01..2024-06",
        "17 Agustus | 2024 | reject period.invalid",
        "Agustus | 2024/2025 | 2024-08",
        "Februari | 2024/2025 | 2025-02",
        "Semester I | 2024/2025 | reject period.incomplete",
        "Desember | 2025-01 | reject period.incomplete",
        "TW III | 2024-S1 | reject period.incomplete",
        "Maret 2023 | 2024 | 2023-03",
      })
  void takesTheYearOfTheRowWhereOnlyOneFits(String raw, String period, String expected) {
    assertThat(Sample.of(new ColumnType.PeriodType()).within(period).read(raw)).isEqualTo(expected);
  }

  @Test
  void readsCells() {
    Sample sample = Sample.of(new ColumnType.PeriodType()).sheet();
    assertThat(sample.read(new Cell.Numeric("2024", null))).isEqualTo("2024");
    assertThat(sample.read(new Cell.Numeric("20.24", null))).isEqualTo("reject period.invalid");
    assertThat(sample.read(new Cell.Moment(LocalDate.of(2024, 3, 1)))).isEqualTo("2024-03-01");
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo("reject period.invalid");
  }
}

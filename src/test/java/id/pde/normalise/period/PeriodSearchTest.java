package id.pde.normalise.period;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.PeriodSpec.Part;
import id.pde.mapping.PeriodSpec.Wanted;
import id.pde.normalise.period.PeriodSearch.Found;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodSearchTest {

  /** The names of the sample deliveries among them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HARGA BAPOKTING PASAR BARU MARET 2025.csv | 2025-03",
        "Harga Bapokting Ps. Baru April 2025 FIX.csv | 2025-04",
        "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN (REVISI).xlsx | 2024-S2",
        "DATA SEKOLAH TP 2024-2025.xls | 2024/2025",
        "NIB_KBLI_TW I 2025.txt | 2025-Q1",
        "data_asn_kota_probolinggo_20250115.csv | 2025-01-15",
        "lapor_sp4n_export_202502.csv | 2025-02",
        "LRA APBD TA 2024 (unaudited).xlsx | 2024",
        "DHKP PBB-P2 2025 Kec Kademangan.xlsx | 2025",
        "1740021284_0011.03 DSSD Dinas PUPR PKP.xls | none",
        "Data Penduduk Kel. Kebonsari Kulon RW 05.xlsx | none",
        "Kemiskinan Jawa Timur, 2021-2024.csv | several 2021, 2024",
        "JAN | ????-01",
        "'DES ' | ????-12",
        "NOP | ????-11",
        "Agt | ????-08",
        "DATA NOP 2025 | 2025",
        "Bulan Pebruari | ????-02",
        "Nopember 2024 | 2024-11",
        "2024 Oktober | 2024-10",
        "Mar-2025 | 2025-03",
        "MARET TAHUN 2025 | 2025-03",
        "BULAN 3 TAHUN 2025 | 2025-03",
        "31 Desember 2024 | 2024-12-31",
        "keadaan 31-12-2024 | 2024-12-31",
        "2024.12.31 | 2024-12-31",
        "03-04-2025 | several 2025-04-03, 2025-03-04",
        "04/04/2025 | 2025-04-04",
        "31-02-2025 | none",
        "Semester Dua 2024 | 2024-S2",
        "SMT. I TAHUN 2024 | 2024-S1",
        "semester ke-2 tahun 2024 | 2024-S2",
        "Semester III 2024 | 2024",
        "Triwulan IV Tahun 2024 | 2024-Q4",
        "TRIWULAN KETIGA 2024 | 2024-Q3",
        "Kuartal 2 - 2024 | 2024-Q2",
        "2022-Q4 | 2022-Q4",
        "2024S1 | 2024-S1",
        "03/2025 | 2025-03",
        "2025-03 | 2025-03",
        "Tahun Pelajaran 2024/2025 | 2024/2025",
        "T.A. 2024/25 | 2024/2025",
        "2024/2026 | none",
        "Januari s.d. Maret 2025 | several 2025-03, ????-01",
        "SEMESTER II 2024 per 31 Desember 2024 | several 2024-12-31, ????-S2, 2024",
        "Februari 2024 (revisi Februari 2024) | 2024-02",
        "TW I Maret 2025 | 2025-03",
        "TW I Mei 2025 | several 2025-05, ????-Q1",
        "tanpa apa-apa | none",
      })
  void readsWords(String text, String expected) {
    assertThat(shown(PeriodSearch.in(List.of(text), null))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(?<tahun>\\d{4}) | DATA 2024 | 2024",
        "(?<tahun>\\d{2})$ | DATA '24 | 2024",
        "SEM (?<semester>[IV]+) (?<tahun>\\d{4}) | DKB SEM II 2024 | 2024-S2",
        "TW (?<triwulan>\\w+) (?<tahun>\\d{4}) | NIB TW IV 2025 | 2025-Q4",
        "(?<bulan>[A-Z]+) (?<tahun>\\d{4}) | PERDA TAHUN 2019, BULAN MARET 2025 | 2025-03",
        "(?<bulan>[IVX]+)/(?<tahun>\\d{4}) | 12/XI/2024 | 2024-11",
        "(?<tahun>\\d{4})(?<bulan>\\d\\d)(?<tanggal>\\d\\d) | BANK_20250430 | 2025-04-30",
        "per (?<tanggal>\\d+ \\w+ \\d{4}) | Keadaan per 31 Desember 2024 | 2024-12-31",
        "TP (?<tahun>\\d{4}/\\d{4}) | SEKOLAH TP 2024/2025 | 2024/2025",
        "per (.+) | Harga per Maret 2025 | 2025-03",
        "TW \\w+ \\d{4} | NIB TW II 2025 tanggal 31-12-2024 | 2025-Q2",
        "(?<bulan>\\w+) (?<tahun>\\d{4}) | MARRET 2025 | none",
        "(?<bulan>[A-Z]+) (?<tahun>\\d{4}) | MARET 2025 dan APRIL 2025 | several 2025-03, 2025-04",
        "(?<tahun>\\d{4}) | 2024 dan 2025 | several 2024, 2025",
        "(?<triwulan>\\d) (?<tahun>\\d{4}) | 5 2024 | none",
      })
  void readsByPattern(String pattern, String text, String expected) {
    Set<Part> groups =
        EnumSet.allOf(Part.class).stream()
            .filter(part -> pattern.contains("<" + part.name().toLowerCase(Locale.ROOT) + ">"))
            .collect(Collectors.toSet());
    Wanted wanted = new Wanted(Pattern.compile(pattern), groups);
    assertThat(shown(PeriodSearch.in(List.of(text), wanted))).isEqualTo(expected);
  }

  private static @Nullable String shown(Found found) {
    if (found instanceof Found.One one) {
      return one.parts().shown();
    }
    if (found instanceof Found.Several several) {
      return several.readings().stream()
          .map(PeriodParts::shown)
          .distinct()
          .collect(Collectors.joining(", ", "several ", ""));
    }
    return "none";
  }
}

package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The source block on deliveries as agencies make them. */
class SampleTablesTest {

  private static List<String> load(String file, String yaml) {
    return Loading.of(Path.of("src/main/demo").resolve(file), yaml);
  }

  private static List<String> accepted(List<String> lines) {
    return lines.stream().filter(line -> line.matches("(.*!)?\\d+ [^ ].*[|].*")).toList();
  }

  private static BigDecimal sum(List<String> accepted, int column) {
    return accepted.stream()
        .map(line -> List.of(line.substring(line.indexOf(' ') + 1).split("[|]", -1)).get(column))
        .map(value -> value.replaceFirst(" <.*", ""))
        .filter(value -> !value.equals("null"))
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static final String MARCH =
      """
      source:
        decimal: ","
        stop: [default, "/^keterangan/i"]
        outline: {of: NAMA BAHAN POKOK, by: "/^- (.*)/", parent: induk}
        unpivot: {columns: "/^TANGGAL . (\\\\d{1,2})$/", name: hari, value: nilai}
      target: {table: harga, key: [komoditas, hari]}
      columns:
        komoditas: {from: {join: [induk, NAMA BAHAN POKOK], by: " / "}, type: text}
        hari: {type: integer}
        satuan: {type: text}
        pasar: {from: {title: "/PASAR (.+)/"}, type: text}
        berkas: {from: $file, extract: "/^(\\\\S+)/", type: text}
        harga: {from: nilai, type: "decimal(12,2)", no-value: ["-", "0", "…", "NYEPI", "LIBUR"], invalid: empty}
      drift: {new-columns: ignore}
      """;

  @Test
  void readsPricesOfAMonthBelowTheirGroups() {
    List<String> lines = load("dkupp/HARGA BAPOKTING PASAR BARU MARET 2025.csv", MARCH);
    List<String> accepted = accepted(lines);
    assertThat(
            accepted.stream()
                .map(line -> line.replaceFirst("\\d+ ", "").replaceFirst("[|].*", ""))
                .distinct())
        .hasSize(42)
        .contains("Ikan / Bandeng", "Gula Pasir", "Telur Ayam / Kampung");
    // 1,194 values, and the cell "36 ribu", which is an issue.
    assertThat(accepted).hasSize(1195);
    assertThat(
            sum(accepted.stream().filter(line -> line.contains("Cabe / Rawit Merah|")).toList(), 5))
        .isEqualTo("2032500.00");
    assertThat(lines.stream().filter(line -> line.endsWith(" group"))).hasSize(11);
    assertThat(accepted.get(0)).isEqualTo("9 Beras / Bengawan|1|kg|BARU|HARGA|14300.00");
  }

  private static final String BOTH =
      """
      source:
        decimal: ","
        stop: [default, "/^keterangan/i"]
        layouts:
          - unpivot: {columns: "/^(\\\\d{1,2})-(?:Jan|Feb|Mar|Apr)$/", name: hari, value: nilai}
          - outline: {of: NAMA BAHAN POKOK, by: "/^- (.*)/", parent: induk}
            unpivot: {columns: "/^TANGGAL . (\\\\d{1,2})$/", name: hari, value: nilai}
      target: {table: harga, key: [komoditas, hari]}
      columns:
        komoditas: {from: [KOMODITAS, {join: [induk, NAMA BAHAN POKOK], by: " / "}], type: text}
        hari: {type: integer}
        satuan: {from: [SATUAN, SAT], type: text}
        harga: {from: nilai, type: "decimal(12,2)", no-value: ["-", "0", "…", NYEPI, LIBUR, n/a], invalid: empty}
      drift: {new-columns: ignore}
      """;

  @Test
  void readsBothLayoutsOfOneDataset() {
    List<String> march = load("dkupp/HARGA BAPOKTING PASAR BARU MARET 2025.csv", BOTH);
    List<String> april = load("dkupp/Harga Bapokting Ps. Baru April 2025 FIX.csv", BOTH);

    assertThat(march)
        .filteredOn(line -> line.contains("layout"))
        .containsExactly("note layout.used HARGA BAPOKTING PASAR BARU MARET 2025.csv");
    assertThat(accepted(march)).hasSize(1195);
    assertThat(accepted(april)).hasSize(1190);
    assertThat(sum(accepted(april), 3)).isEqualTo("30919500.00");
    assertThat(accepted(april).get(0)).isEqualTo("4 Beras Bengawan|3|kg|14500.00");
  }

  @Test
  void saysWhatEveryLayoutLacks() {
    assertThat(load("dpmptsp/NIB_KBLI_TW I 2025.txt", BOTH))
        .singleElement()
        .asString()
        .startsWith(
            "REFUSED layout.none NIB_KBLI_TW I 2025.txt None of the layouts fits. Layout 1: No row"
                + " of headings was found")
        .contains(" Layout 2: No row of headings was found");
  }

  private static final String BANK =
      """
      source: {header: none, fields: [bank, nop, tahun, pokok, denda, tgl, jam, ref, n], kinds: {head: /^H/, data: "/^\\\\d/", tail: /^T/}}
      target: {table: bayar}
      columns:
        nop: {type: text}
        pokok: {type: integer}
        denda: {type: integer}
      drift: {new-columns: ignore}
      """;

  @Test
  void readsABankFileBetweenItsHeadAndTail() {
    List<String> lines = load("bppkad/BANK_PBB_20250430.txt", BANK);
    List<String> accepted = accepted(lines);
    assertThat(accepted).hasSize(81);
    assertThat(sum(accepted, 1)).isEqualTo("8016575");
    assertThat(lines).hasSize(82);
  }

  private static final String LRA =
      """
      source: {sheet: LRA, outline: {of: KODE REKENING, by: code, level: tingkat, parent: induk}, decimal: ","}
      target: {table: lra, key: [kode]}
      columns:
        kode: {from: KODE REKENING, type: text, class: publik}
        realisasi: {from: REALISASI s.d. 31 DES 2024, type: "decimal(18,2)", invalid: empty}
        tingkat: {type: integer}
        induk: {type: text}
      drift: {new-columns: ignore}
      """;

  @Test
  void readsTheAccountsThatHaveNoneBelowThem() {
    List<String> lines = load("bppkad/LRA APBD TA 2024 (unaudited).xlsx", LRA);
    List<String> accepted = accepted(lines);
    assertThat(accepted).hasSize(68);
    assertThat(lines.stream().filter(line -> line.endsWith(" group"))).hasSize(32);
    assertThat(accepted.get(0)).isEqualTo("LRA!12 4.1.01.06|1816917363.54|4|4.1.01");
    assertThat(accepted)
        .anyMatch(line -> line.matches("LRA!64 5\\.1\\.1\\.3[|].*[|]4[|]5\\.1\\.01"));
    assertThat(lines).contains("note outline.without LRA!row 104");
  }

  private static final String DUK =
      """
      source: {record: {starts: NO}, end: blank-row}
      target: {table: duk, key: [no]}
      columns:
        no: {from: NO, type: integer}
        gol: {from: PANGKAT / GOL, extract: "/^(.*)/", type: text, class: internal}
        tempat: {from: TEMPAT TGL LAHIR, extract: "/^(.*)/", type: text, class: internal}
        lahir: {from: TEMPAT TGL LAHIR, extract: "/(.*)$/", type: date, format: dd-MM-yyyy, class: pribadi-umum}
        thn: {from: MASA KERJA / THN, type: integer}
        nm: {from: "NAMA NIP", type: text, class: pribadi-umum}
      drift: {new-columns: ignore}
      """;

  @Test
  void joinsTheRowsOfAPerson() {
    List<String> lines = load("bkpsdm/DUK DISKOMINFO 2024.xlsx", DUK);
    List<String> accepted = accepted(lines);
    assertThat(accepted).hasSize(35);
    assertThat(sum(accepted, 4)).isEqualTo("656");
    assertThat(accepted.get(0))
        .isEqualTo(
            "DUK!8 1|IV/b|Lumajang|1996-11-28|3|LILIK ROHMAWATIN, A.Md.Kep\\n"
                + "19961128 202103 2 923");
    assertThat(lines).filteredOn(line -> !accepted.contains(line)).containsExactly(lines.get(0));
  }
}

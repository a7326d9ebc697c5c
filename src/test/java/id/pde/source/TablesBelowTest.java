package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that stand one below the other: only the one that the mapping knows is read. */
class TablesBelowTest {

  @TempDir Path folder = Path.of("");

  private static final String WARDS =
      """
      source: {}
      target: {table: t, key: [kelurahan]}
      columns:
        nomor: {from: "NO", type: text}
        kelurahan: {from: KELURAHAN, type: text}
        jumlah: {from: JML PENDUDUK, type: text}
      """;

  private List<String> read(String yaml, String content) {
    return Loading.text(folder, yaml, content).stream()
        .filter(line -> !line.startsWith("table ") && !line.startsWith("note heading."))
        .toList();
  }

  @Test
  void endsAtTheHeadingsOfTheNextTable() {
    assertThat(
            read(
                WARDS,
                """
                NO;KELURAHAN;JML PENDUDUK
                1;Pilang;12
                2;Jati;23

                TABEL 2. PASAR;;
                NO;NAMA PASAR;JML PEDAGANG
                1;Pasar Baru;120
                2;Pasar Kronong;7
                """))
        .containsExactly("2 1|Pilang|12", "3 2|Jati|23", "note table.below line 6");
  }

  @Test
  void endsAtHeadingsThatHaveNothingInCommon() {
    assertThat(
            read(
                WARDS,
                """
                NO;KELURAHAN;JML PENDUDUK
                1;Pilang;12
                2;Jati;23

                KODE;URAIAN;NILAI
                5.1;Belanja;120
                """))
        .containsExactly("2 1|Pilang|12", "3 2|Jati|23", "note table.below line 5");
  }

  @Test
  void goesOnWhereTheOwnHeadingsComeAgainBelowTitles() {
    assertThat(
            read(
                WARDS,
                """
                NO;KELURAHAN;JML PENDUDUK
                1;Pilang;12

                KECAMATAN MAYANGAN;;
                (lanjutan);;
                NO;KELURAHAN;JML PENDUDUK
                1;Jati;23

                NO;NAMA PASAR;JML PEDAGANG
                1;Pasar Baru;120
                NO;KELURAHAN;JML PENDUDUK
                3;Sukabumi;9
                """))
        .containsExactly(
            "2 1|Pilang|12",
            "7 1|Jati|23",
            "12 3|Sukabumi|9",
            "note table.below line 9",
            "note title.between line 4",
            "note table.continued line 11");
  }

  @Test
  void takesNoRowOfDataForHeadings() {
    String content =
        """
        NO;KELURAHAN;JML PENDUDUK
        1;Pilang;12
        2;Jati;23

        3;Sukabumi;belum lapor

        ;Mayangan;belum lapor

        ;Wiroborang;

        ;Jrebeng Lor;4
        """;
    assertThat(read(WARDS, content))
        .containsExactly(
            "2 1|Pilang|12",
            "3 2|Jati|23",
            "5 3|Sukabumi|belum lapor",
            "7 null|Mayangan|belum lapor",
            "9 null|Wiroborang|null",
            "11 null|Jrebeng Lor|4");
  }

  @Test
  void readsATitleAtTheVeryEndAsTheRowThatItMayBe() {
    assertThat(read(WARDS, "NO;KELURAHAN;JML PENDUDUK\n1;Pilang;12\n\n;Jati;\n"))
        .containsExactly("2 1|Pilang|12", "4 null|Jati|null");
  }
}

package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of the source block do with the rows of a table. */
class TableStagesTest {

  @TempDir Path folder = Path.of("");

  private List<String> text(String yaml, String content) {
    return Loading.text(folder, yaml, content);
  }

  private static final String WIDE =
      """
      source: {unpivot: {columns: "/^data_(\\\\d{4})$/", name: tahun, value: nilai}}
      target: {table: t, key: [nm, tahun]}
      columns:
        nm: {type: text}
        tahun: {type: integer}
        nilai: {type: "decimal(9,2)", no-value: ["-", "0"], invalid: empty}
      """;

  @Test
  void makesRowsOfColumns() {
    assertThat(
            text(
                WIDE,
                """
                nm;data_2019;data_2020;ket
                a;1,5;-;x
                b;0;#N/A;
                c;;x;
                ;Jumlah;1;
                """))
        .containsExactly(
            Loading.lines(
                """
                table nm|ket|tahun|nilai
                note heading.new line 1, column 4 (ket) heading "ket" is not known to mapping uji/contoh
                2 a|2019|1.50
                2 empty
                3 empty
                3 b|2020|null <cell.error line 3, column 3 (nilai)>
                4 empty
                4 c|2020|null <decimal.invalid line 4, column 3 (nilai)>
                5 skip\
                """));
  }

  @Test
  void takesNewColumnsWithoutAChangeOfTheMapping() {
    assertThat(text(WIDE, "nm;data_2019;data_2020;data_2021\na;1;2;3\n"))
        .containsExactly("table nm|tahun|nilai", "2 a|2019|1.00", "2 a|2020|2.00", "2 a|2021|3.00");
  }

  @Test
  void refusesATableWithoutColumnsThatBecomeRows() {
    assertThat(text(WIDE, "nm;x\na;1\n"))
        .containsExactly(
            "REFUSED unpivot.missing line 1 no heading matches the unpivot pattern"
                + " /^data_(\\d{4})$/; found: \"nm\", \"x\"");
  }

  private static final String GROUPS =
      """
      source: {unpivot: {columns: "/^(\\\\d+) (L|P)$/", name: [umur, jk], value: jumlah}, where: "jk == 'L'"}
      target: {table: t}
      columns:
        umur: {type: integer}
        jk: {type: text}
        jumlah: {type: integer}
      """;

  @Test
  void fillsOneFieldWithEveryGroupAndAsksTheConditionAfterwards() {
    assertThat(text(GROUPS, "4 L,4 P,5  L\n1,2,x\n"))
        .containsExactly(
            "table umur|jk|jumlah",
            "2 4|L|1",
            "2 where",
            "2 rejected <integer.invalid line 2, column 3 (jumlah)>");
  }

  private static final String DOWN =
      """
      source: {fill-down: [Kecamatan, Lain], hidden: skip}
      target: {table: t, key: [kec, kel]}
      columns:
        kec: {from: Kecamatan, type: text}
        kel: {from: Kelurahan, type: text}
        n: {from: N, type: integer}
      drift: {missing-columns: warn}
      """;

  @Test
  void fillsDownButNotOutOfASkippedRowNorOverARowAtFault() {
    assertThat(
            text(
                DOWN,
                """
                Kecamatan;Kelurahan;N
                ;z;0
                A;a;1
                ;b;x
                ;Jumlah;2
                ;c;3
                B;d;4;5
                ;e;6
                C;f;7
                """))
        .containsExactly(
            Loading.lines(
                """
                note heading.missing line 1
                table Kecamatan|Kelurahan|N
                2 rejected <required.missing line 2, column 1 (Kecamatan)>
                3 A|a|1
                4 rejected <integer.invalid line 4, column 3 (N)>
                5 skip
                6 A|c|3
                7 rejected <row.ragged line 7>
                8 rejected <fill-down.unknown line 8, column 1 (Kecamatan)>
                9 C|f|7\
                """));
  }

  @Test
  void carriesValuesOverHiddenRows() {
    byte[] book =
        Workbooks.xlsx(
            made -> {
              Sheet sheet = made.createSheet("S");
              Workbooks.rows(
                  sheet,
                  Workbooks.row("Kecamatan", "Kelurahan", "N", "X"),
                  Workbooks.row("A", "a", 1),
                  Workbooks.row("B", "b", 2),
                  Workbooks.row("", "c", 3, "x"));
              sheet.getRow(2).setZeroHeight(true);
              sheet.setColumnHidden(3, true);
              sheet.setColumnHidden(9, true);
            });
    assertThat(Loading.book(folder, DOWN, book))
        .containsExactly(
            Loading.lines(
                """
                note heading.missing S!row 1
                table Kecamatan|Kelurahan|N
                S!2 A|a|1
                S!3 hidden
                S!4 B|c|3
                note rows.hidden S!row 3
                note columns.hidden S!D1\
                """));
    assertThat(Loading.book(folder, DOWN.replace("hidden: skip", "hidden: refuse"), book))
        .contains(
            "REFUSED sheet.hidden-parts S The sheet \"S\" has hidden parts: rows 3; columns D.");
  }

  @Test
  void saysThatMergedCellsAreNotSpread() {
    byte[] book =
        Workbooks.xlsx(
            made -> {
              Sheet sheet = made.createSheet("S");
              Workbooks.rows(
                  sheet,
                  Workbooks.row("Kecamatan", "Kelurahan", "N"),
                  Workbooks.row("A", "a", 1),
                  Workbooks.row("", "b", 2));
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            });
    assertThat(Loading.book(folder, DOWN, book)).doesNotContain("note cells.merged S!A2");
    assertThat(Loading.book(folder, DOWN.replace("Kecamatan, Lain", "Kelurahan"), book))
        .contains("note cells.merged S!A2");
  }

  private static final String FRAMED =
      """
      source: {header: none, fields: [a, b], kinds: {head: /^H/, data: "/^\\\\d/", tail: /^T/}}
      target: {table: t}
      columns: {a: {type: integer}, b: {type: text}}
      """;

  @Test
  void takesHeadAndTailForWhatTheyAre() {
    assertThat(text(FRAMED, "H|x|y\n1|a\n?|b\n2|c\nT|2\n"))
        .containsExactly("table a|b", "2 1|a", "3 rejected <row.kind line 3>", "4 2|c");
  }

  @Test
  void refusesAFileThatIsCutOffOrPutTogether() {
    assertThat(text(FRAMED, "H|x\n1|a\n"))
        .containsExactly(
            "table a|b",
            "2 1|a",
            "REFUSED kinds.cut data.csv The tail record /^T/ is not there: the file was cut off.");
    assertThat(text(FRAMED, "H|x\n1|a\nT|1\n2|b\n").get(2))
        .isEqualTo(
            "REFUSED kinds.joined line 4 The file goes on after its head or tail record (line 3):"
                + " it looks like two files put together.");
    assertThat(text(FRAMED, "H|x\n1|a\nH|1\n2|b\nT|1\n").get(2))
        .startsWith("REFUSED kinds.joined line 3");
  }

  private static final String PEOPLE =
      """
      source: {record: {starts: NO}}
      target: {table: t, key: [nr]}
      columns: {nr: {from: "NO", type: integer}, isi: {from: ISI, type: text}, n: {from: N, type: integer}}
      """;

  @Test
  void joinsRowsToRecordsWithThePlacesOfTheirCells() {
    assertThat(
            text(
                PEOPLE,
                """
                NO;ISI;N
                ;vor;1
                1;a;
                ;b;x
                2;c;5
                ;;6
                3;d;7

                ;e;8
                """))
        .containsExactly(
            Loading.lines(
                """
                table NO|ISI|N
                2 rejected <record.without-start line 2>
                3 rejected <integer.invalid line 4, column 3 (N)>
                5 rejected <integer.invalid line 5, column 3 (N)>
                7 3|d|7
                9 rejected <record.without-start line 9>\
                """));
  }

  private static final String TREE =
      """
      source: {outline: {of: kode, by: code, level: tingkat, parent: induk}}
      target: {table: t}
      columns: {kode: {type: text, class: publik}, tingkat: {type: integer}, induk: {type: text}, n: {type: integer}}
      """;

  @Test
  void findsDetailsWhereverTheyStand() {
    assertThat(
            text(
                TREE,
                """
                kode;n
                5.1.02.1;1
                5;6
                5.1;3
                ;9
                5.1.2.2;2
                5.2;3
                5.1.02.1;1
                """))
        .containsExactly(
            Loading.lines(
                """
                table kode|n|tingkat|induk
                note outline.repeated line 8
                2 5.1.02.1|4|5.1|1
                3 group
                4 group
                5 group
                6 5.1.2.2|4|5.1|2
                7 5.2|2|5|3
                8 5.1.02.1|4|5.1|1
                note outline.without line 5\
                """));
    assertThat(text(TREE.replace("by: code,", "by: code, keep: all,"), "kode;n\n5.0;1\n5.1;2\n"))
        .containsExactly("table kode|n|tingkat|induk", "2 5.0|1|null|1", "3 5.1|2|5.0|2");
  }

  @Test
  void readsLevelsByIndentAndByPattern() {
    String indented = TREE.replace("by: code", "by: indent");
    assertThat(text(indented, "kode;n\nA;1\n  B;1\n    C;1\n   D;1\nE;1\n"))
        .containsExactly(
            Loading.lines(
                """
                table kode|n|tingkat|induk
                2 group
                3 group
                4 C|3|B|1
                5 D|3|B|1
                6 E|1|null|1
                note outline.uneven line 5\
                """));
    String marked = TREE.replace("by: code", "by: \"/^- (.*)/\"");
    assertThat(text(marked, "kode;n\n- w;0\nA;\n- x;1\n- y;2\nB;3\n"))
        .containsExactly(
            Loading.lines(
                """
                table kode|n|tingkat|induk
                2 rejected <outline.without-parent line 2>
                3 group
                4 x|2|A|1
                5 y|2|A|2
                6 B|1|null|3\
                """));
  }

  private static final String MADE =
      """
      source: {fill-down: [A]}
      target: {table: t, key: [ab]}
      columns:
        ab: {from: {join: [A, B], by: "-"}, type: text}
        sumber: {from: [Sumber, $folder], type: text}
        lembar: {from: $sheet, type: text}
        judul: {from: {title: "/TAHUN (\\\\d{4})/"}, type: integer}
        jalan: {from: Alamat, extract: "/^(.*?),/", invalid: empty, type: text, class: publik}
      """;

  @Test
  void makesFieldsThatNoColumnHolds() {
    String content = "DATA TAHUN 2024\n;\nA;B;Alamat\nx;1;J, K\n;2;L\n";
    assertThat(text(MADE, content))
        .containsExactly(
            Loading.lines(
                """
                table A|B|Alamat|$folder|$sheet|$judul|$ab
                4 x-1|Pasar Baru|null|2024|J
                5 x-2|Pasar Baru|null|2024|null <extract.no-match line 5, column 3 (Alamat)>\
                """));
    assertThat(
            text(
                MADE,
                content
                    .replace("B;A", "Sumber;B;A")
                    .replace("1;J", "s;1;J")
                    .replace("2;L", ";2;L")))
        .contains(
            "4 x-1|s|null|2024|J",
            "5 x-2|null|null|2024|null <extract.no-match line 5, column 4 (Alamat)>");
  }
}

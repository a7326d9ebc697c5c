package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
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
                5 skip"""));
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
                9 C|f|7"""));
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
                note columns.hidden S!D1"""));
    assertThat(Loading.book(folder, DOWN.replace("hidden: skip", "hidden: refuse"), book))
        .contains(
            "REFUSED sheet.hidden-parts S The sheet \"S\" has hidden parts: rows 3; columns D.");
  }
}

package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.TableForm.Blocks;
import id.pde.mapping.TableForm.End;
import id.pde.mapping.TableForm.HeaderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables beside and below each other. */
class TableColumnsTest {

  @Test
  void leavesAnotherTableBesideAlone() {
    String[] rows = {
      "DATA A||||DATA B|",
      "NO|NAMA|JML||KODE|HARGA",
      "1|Ani|3||x|10",
      "2|Budi|4||y|20",
      "||||z|30",
      "3|Citra|5||w|40"
    };
    List<String> left =
        List.of("NO|NAMA|JML", "table.beside S!E2", "3 1|Ani|3", "4 2|Budi|4", "6 3|Citra|5");
    assertThat(Grids.sheet(Grids.wanting("NO", "NAMA"), "", rows).lines).isEqualTo(left);
    assertThat(Grids.text(Grids.wanting("KODE", "HARGA"), rows).lines)
        .containsExactly(
            "KODE|HARGA", "table.beside line 2, column 1", "3 x|10", "4 y|20", "5 z|30", "6 w|40");
  }

  @Test
  void readsRepetitionsBesideEachOtherAsOneTable() {
    LayoutPlan beside =
        Grids.plan(Grids.form(new HeaderSpec.Auto(), null, End.STOP, Blocks.BESIDE), "NO", "NAMA");
    for (String row : List.of("NO|NAMA|JML||NO|NAMA|JML", "NO|NAMA|JML|NO|NAMA|JML")) {
      String gap = row.contains("||") ? "||" : "|";
      assertThat(
              Grids.sheet(beside, "", row, "1|Ani|3" + gap + "3|Citra|5", "2|Budi|4" + gap + "||")
                  .lines)
          .containsExactly("NO|NAMA|JML", "2 1|Ani|3", "2 3|Citra|5", "3 2|Budi|4");
    }
  }

  @Test
  void endsAtBlankRowAndGoesOnBelowTheSameHeadings() {
    LayoutPlan plan =
        Grids.plan(
            Grids.form(new HeaderSpec.Auto(), null, End.BLANK_ROW, Blocks.ONE), "NO", "NAMA");
    String[] rows = {
      "NO|NAMA|JML", "1|Ani|3", "", "Catatan", "KODE|URAIAN", "NO|NAMA|JML", "2|Budi|4", "", "9|x|y"
    };
    List<String> expected =
        List.of(
            "NO|NAMA|JML",
            "2 1|Ani|3",
            "7 2|Budi|4",
            "table.continued S!row 6",
            "row.after-stop S!row 4");
    assertThat(Grids.sheet(plan, "", rows).lines).isEqualTo(expected);
    assertThat(Grids.text(plan, rows).lines.subList(0, 3)).isEqualTo(expected.subList(0, 3));
  }
}

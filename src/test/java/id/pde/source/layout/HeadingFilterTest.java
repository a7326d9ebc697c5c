package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows below the headings that are no data. */
class HeadingFilterTest {

  @Test
  void dropsNumberingRowsOfEveryKind() {
    for (String numbering :
        List.of(
            "1|2|3|4",
            "(1)|(2)|(3)|(4)",
            "1|2|3|4=2+3",
            "A|B|C|D",
            "I|II|III|IV",
            "1|2||3",
            "1.|2.|3.|4.")) {
      assertThat(
              Grids.sheet(Grids.wanting("NO", "NAMA"), "", "NO|NAMA|L|P", numbering, "1|Ani|1|2")
                  .lines)
          .as(numbering)
          .containsExactly("NO|NAMA|L|P", "3 1|Ani|1|2");
    }
  }

  @Test
  void keepsRowsThatOnlyLookLikeNumbering() {
    assertThat(
            Grids.sheet(Grids.wanting("NO", "RT"), "", "NO|RT|RW|KET", "1|2|3|", "2|4|5|rusak")
                .lines)
        .containsExactly("NO|RT|RW|KET", "2 1|2|3|", "3 2|4|5|rusak");
    assertThat(Grids.sheet(Grids.wanting("KODE", "B"), "", "KODE|B|C", "A|B|C", "D|E|F").lines)
        .containsExactly("KODE|B|C", "2 A|B|C", "3 D|E|F");
  }

  @Test
  void dropsHeadingsOfEveryPrintedPage() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("NO", "NAMA"),
                    "A1:A2 B1:B2 C1:D1 A5:A6 B5:B6 C5:D5",
                    "NO|NAMA|JUMLAH|",
                    "||L|P",
                    "1|2|3|4",
                    "1|Ani|5|6",
                    "NO|NAMA|JUMLAH|",
                    "||L|P",
                    "1|2|3|4",
                    "2|Budi|7|8",
                    "|Sumber : BPS",
                    "NO|NAMA|JUMLAH|",
                    "||L|P",
                    "3|Citra|9|9")
                .lines)
        .containsExactly(
            "NO|NAMA|JUMLAH / L|JUMLAH / P",
            "4 1|Ani|5|6",
            "8 2|Budi|7|8",
            "12 3|Citra|9|9",
            "table.continued S!row 10");
  }

  @Test
  void dropsTheRowOfUnits() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("NO", "URAIAN"),
                    "",
                    "NO|URAIAN|ANGGARAN|REALISASI",
                    "||(Rp)|(Rp)",
                    "1|2|3|4",
                    "1|Gaji|10|5")
                .lines)
        .containsExactly("NO|URAIAN|ANGGARAN|REALISASI", "4 1|Gaji|10|5");
  }

  @Test
  void dropsTheNumberingRowThatACellOfTheHeadingsReachesInto() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("NO", "NAMA"),
                    "A1:A3 B1:B2 C1:D1",
                    "NO|NAMA|JUMLAH|",
                    "||L|P",
                    "|2|3|4",
                    "1|Ani|5|6")
                .lines)
        .containsExactly("NO|NAMA|JUMLAH / L|JUMLAH / P", "4 1|Ani|5|6");
  }
}

package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.TableForm.Blocks;
import id.pde.mapping.TableForm.End;
import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One hazard each: a grid goes in, its headings and rows come out. */
class HeaderFinderTest {

  private static final String DKB_MERGED =
      "A1:O1 A2:O2 A3:A5 B3:B5 C3:C5 D3:I3 J3:L4 M3:M5 D4:F4 G4:I4 A7:A8";
  private static final String[] DKB = {
    "DATA JUMLAH PENDUDUK",
    "(Keadaan 31 Desember 2024)",
    "NO|KECAMATAN|KELURAHAN |PENDUDUK||||||WAJIB KTP-EL|||LUAS~(Km2)",
    "|||JUMLAH PENDUDUK|||KEPALA KELUARGA||",
    "|||L|P|L + P|L|P|JML|LK|PR|TOTAL||cek",
    "1|2|3|4|5|6|7|8|9|10|11|12|13",
    "1|KADEMANGAN|Kel. Ketapang|4905|5009|9914|2633|618|3251|3605|3747|7352|2.76|ok",
    "2||Pilang|1|2|3|4|5|9|6|7|13|8|ok"
  };
  private static final String DKB_HEADINGS =
      "NO|KECAMATAN|KELURAHAN|PENDUDUK / JUMLAH PENDUDUK / L|PENDUDUK / JUMLAH PENDUDUK / P"
          + "|PENDUDUK / JUMLAH PENDUDUK / L + P|PENDUDUK / KEPALA KELUARGA / L"
          + "|PENDUDUK / KEPALA KELUARGA / P|PENDUDUK / KEPALA KELUARGA / JML|WAJIB KTP-EL / LK"
          + "|WAJIB KTP-EL / PR|WAJIB KTP-EL / TOTAL|LUAS (Km2)|cek";

  @Test
  void joinsThreeRowsOfMergedHeadingsAndDropsTheNumberingRow() {
    List<String> expected =
        List.of(
            DKB_HEADINGS,
            "7 1|KADEMANGAN|Kel. Ketapang|4905|5009|9914|2633|618|3251|3605|3747|7352|2.76|ok");
    assertThat(Grids.sheet(Grids.plain(), DKB_MERGED, DKB).start()).isEqualTo(expected);
    assertThat(
            Grids.sheet(Grids.wanting("KELURAHAN", "JUMLAH PENDUDUK / L"), DKB_MERGED, DKB).start())
        .isEqualTo(expected);
  }

  @Test
  void seesSecondRowWhereAllWantedHeadingsStandInTheFirst() {
    assertThat(Grids.sheet(Grids.wanting("NO", "KELURAHAN"), DKB_MERGED, DKB).start().get(0))
        .isEqualTo(DKB_HEADINGS);
  }

  @Test
  void findsHeadingsBelowManyTitleRowsAndOtherTables() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      rows.add("Catatan " + i + "|isi|x");
    }
    rows.add("KODE|NAMA|JUMLAH");
    rows.add("a|b|3");
    assertThat(Grids.sheet(Grids.wanting("KODE", "NAMA"), "", rows.toArray(String[]::new)).start())
        .containsExactly("KODE|NAMA|JUMLAH", "702 a|b|3");
  }

  @Test
  void leavesMergedTitleOutOfThePaths() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("NIK", "NAMA"),
                    "A1:C1",
                    "DAFTAR PEGAWAI||",
                    "NIK|NAMA|JK",
                    "1|Ani|P")
                .start())
        .containsExactly("NIK|NAMA|JK", "3 1|Ani|P");
  }

  @Test
  void leavesLabelsAboveTheHeadingsOut() {
    String[] rows = {
      "Kecamatan : Mayangan|||Tahun : 2024||", "NO|NAMA|JK|L|P|KET", "1|Ani|P|1|2|x"
    };
    List<String> expected = List.of("NO|NAMA|JK|L|P|KET", "3 1|Ani|P|1|2|x");
    assertThat(Grids.sheet(Grids.wanting("NO", "NAMA"), "A1:C1 D1:F1", rows).start())
        .isEqualTo(expected);
    assertThat(Grids.sheet(Grids.plain(), "A1:C1 D1:F1", rows).start()).isEqualTo(expected);
    assertThat(Grids.text(Grids.wanting("NO", "NAMA"), rows).start()).isEqualTo(expected);
  }

  @Test
  void takesGroupsAboveAllColumnsWithThem() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("NIK", "JALAN"),
                    "A1:B1 C1:D1",
                    "DATA DIRI||ALAMAT|",
                    "NIK|NAMA|JALAN|RT",
                    "1|Ani|Jl. A|3")
                .start())
        .containsExactly(
            "DATA DIRI / NIK|DATA DIRI / NAMA|ALAMAT / JALAN|ALAMAT / RT", "3 1|Ani|Jl. A|3");
  }

  @Test
  void readsGroupsWithoutMergesByTheGapsBelow() {
    String[] rows = {"NO|NAMA|JUMLAH|||KET", "||L|P|JML|", "1|Ani|2|3|5|x"};
    assertThat(Grids.text(Grids.wanting("NO", "NAMA"), rows).start())
        .containsExactly("NO|NAMA|JUMLAH / L|P|JML|KET", "3 1|Ani|2|3|5|x");
    LayoutPlan right =
        Grids.plan(Grids.form(new HeaderSpec.Auto(0, Fill.RIGHT), null), "NO", "NAMA");
    assertThat(Grids.text(right, rows).start())
        .containsExactly("NO|NAMA|JUMLAH / L|JUMLAH / P|JUMLAH / JML|KET", "3 1|Ani|2|3|5|x");
    assertThat(Grids.text(Grids.wanting("NO", "JUMLAH / P"), rows).start().get(0))
        .isEqualTo("NO|NAMA|JUMLAH / L|JUMLAH / P|JUMLAH / JML|KET");
    assertThat(Grids.sheet(Grids.plain(), "", rows).start())
        .containsExactly("NO|NAMA|JUMLAH / L|P|JML|KET", "3 1|Ani|2|3|5|x");
  }

  @Test
  void readsDaysBelowOneHeading() {
    LayoutPlan plan =
        Grids.plan(Grids.form(new HeaderSpec.Auto(), "^TANGGAL / (\\d+)$"), "NAMA BAHAN POKOK");
    assertThat(
            Grids.text(
                    plan,
                    "PEMERINTAH KOTA|||||",
                    "NO|NAMA BAHAN POKOK |SATUAN|TANGGAL||||RATA-RATA",
                    "|||1|2|3|4|",
                    "1|Beras||||||",
                    "|- Bengawan|kg|14|15|14|13|14")
                .start())
        .containsExactly(
            "NO|NAMA BAHAN POKOK|SATUAN|TANGGAL / 1|TANGGAL / 2|TANGGAL / 3|TANGGAL / 4|RATA-RATA",
            "4 1|Beras||||||");
  }

  @Test
  void readsTheStepsOfBpsExports() {
    String[] rows = {
      "Kabupaten/Kota Se Jawa Timur||||",
      "|Persentase Penduduk Miskin (Persen)|||",
      "|2021|2022|2023|2024*",
      "Pacitan|17.25|16.56|15.87|15.18"
    };
    assertThat(Grids.text(Grids.plain(), rows).start())
        .containsExactly(
            "Kabupaten/Kota Se Jawa Timur|Persentase Penduduk Miskin (Persen) / 2021|2022|2023"
                + "|2024*",
            "4 Pacitan|17.25|16.56|15.87|15.18");
    LayoutPlan deep =
        Grids.plan(
            Grids.form(new HeaderSpec.Auto(3, Fill.RIGHT), "/ (\\d{4})\\*?$"),
            "Kabupaten/Kota Se Jawa Timur");
    LayoutPlan byContent =
        Grids.plan(
            Grids.form(new HeaderSpec.Auto(), "(\\d{4})\\*?$"), "Kabupaten/Kota Se Jawa Timur");
    assertThat(Grids.text(deep, rows).start().get(0))
        .isEqualTo(
            "Kabupaten/Kota Se Jawa Timur|Persentase Penduduk Miskin (Persen) / 2021"
                + "|Persentase Penduduk Miskin (Persen) / 2022"
                + "|Persentase Penduduk Miskin (Persen) / 2023"
                + "|Persentase Penduduk Miskin (Persen) / 2024*");
    assertThat(Grids.text(byContent, rows).start().get(1))
        .isEqualTo("4 Pacitan|17.25|16.56|15.87|15.18");
  }

  @Test
  void readsFourLinesOfAnExport() {
    assertThat(
            Grids.text(
                    Grids.plain(),
                    "Kecamatan|Jumlah Penduduk|||",
                    "|Laki-laki||Perempuan|",
                    "|2019|2020|2019|2020",
                    "Mayangan|1|2|3|4")
                .start())
        .containsExactly(
            "Kecamatan|Jumlah Penduduk / Laki-laki / 2019|2020|Perempuan / 2019|2020",
            "4 Mayangan|1|2|3|4");
  }

  @Test
  void neverTakesTheFirstRowOfWordsForHeadings() {
    String[] words = {"NAMA|ALAMAT|KET", "Ani|Jl. Mawar|baik", "Budi|Jl. Melati|baik"};
    List<String> expected = List.of("NAMA|ALAMAT|KET", "2 Ani|Jl. Mawar|baik");
    assertThat(Grids.sheet(Grids.plain(), "", words).start()).isEqualTo(expected);
    assertThat(Grids.sheet(Grids.wanting("NAMA", "KET"), "", words).start()).isEqualTo(expected);

    assertThat(
            Grids.sheet(Grids.wanting("NO", "KEC"), "", "NO||KEC|L", "|Kec. Kademangan||", "1||A|2")
                .start())
        .containsExactly("NO|-|KEC|L", "2 |Kec. Kademangan||");
    assertThat(
            Grids.sheet(Grids.wanting("NIK", "NAMA", "L"), "", "NIK|NAMA|JK", "|Ani|L", "2|Budi|P")
                .start())
        .containsExactly("NIK|NAMA|JK", "2 |Ani|L");
    assertThat(
            Grids.sheet(
                    Grids.wanting("KODE", "URAIAN"),
                    "A1:C1",
                    "KODE|||URAIAN|JUMLAH",
                    "5|1||BELANJA|10",
                    "5|1|1|Gaji|9")
                .start())
        .containsExactly("KODE|KODE|KODE|URAIAN|JUMLAH", "2 5|1||BELANJA|10");
  }

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
            "NO|NAMA|JUMLAH / L|JUMLAH / P", "4 1|Ani|5|6", "8 2|Budi|7|8", "12 3|Citra|9|9");
  }

  @Test
  void givesHeadingsBackThatExcelMadeDatesOf() {
    LayoutPlan plan =
        Grids.plan(
            Grids.form(new HeaderSpec.Auto(), "^(\\d+ *(?:-|s/d) *\\d+|\\d+ *\\+) / ([LP])$"),
            "KELURAHAN");
    Grids seen =
        Grids.sheet(
            plan,
            "A1:A2 B1:C1 D1:E1 F1:G1 H1:I1",
            "KELURAHAN|0  -  4 ||#2024-05-09||#2024-10-14||15 s/d 19|",
            "|L|P|L|P|L|P|L|P",
            "Jati|1|2|3|4|5|6|7|8");
    assertThat(seen.lines)
        .containsExactly(
            "KELURAHAN|0 - 4 / L|0 - 4 / P|5-9 / L|5-9 / P|10-14 / L|10-14 / P|15 s/d 19 / L"
                + "|15 s/d 19 / P",
            "heading.date S!D1",
            "3 Jati|1|2|3|4|5|6|7|8");
    assertThat(seen.notes.get(0).message().en())
        .isEqualTo("Excel made dates of headings; they are read as D1 = \"5-9\", F1 = \"10-14\".");
  }

  @Test
  void readsDatesAsTheMappingNamesThem() {
    assertThat(Grids.sheet(Grids.wanting("PASAR", "14-10"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|14-10", "heading.date S!B1", "2 x|1");
    assertThat(
            Grids.sheet(Grids.wanting("PASAR", "2024-10-14"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|2024-10-14", "2 x|1");
    LayoutPlan months =
        Grids.plan(Grids.form(new HeaderSpec.Auto(), "^(JUNI|\\p{L}{3}-\\d{2})$"), "PASAR");
    assertThat(Grids.sheet(months, "", "PASAR|JUNI|#2024-07-01|#2024-08-01", "x|1|2|3").start())
        .containsExactly("PASAR|JUNI|Jul-24|Agu-24", "heading.date S!C1");
    LayoutPlan days = Grids.plan(Grids.form(new HeaderSpec.Auto(), "^(\\d+)-\\p{L}+$"), "PASAR");
    assertThat(Grids.sheet(days, "", "PASAR|#2025-04-01|#2025-04-02", "x|1|2").start().get(0))
        .isEqualTo("PASAR|1-Apr|2-Apr");
    assertThat(Grids.sheet(Grids.wanting("PASAR"), "", "PASAR|#2024-10-14", "x|1").lines)
        .containsExactly("PASAR|2024-10-14", "heading.date S!B1", "2 x|1");
  }

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
        List.of("NO|NAMA|JML", "2 1|Ani|3", "7 2|Budi|4", "row.after-stop S!row 4");
    assertThat(Grids.sheet(plan, "", rows).lines).isEqualTo(expected);
    assertThat(Grids.text(plan, rows).lines.subList(0, 3)).isEqualTo(expected.subList(0, 3));
  }

  @Test
  void readsDeclaredRowAndItsDepthByContent() {
    String[] rows = {"NO|NAMA|L|P", "", "NO|NAMA|JUMLAH|", "||L|P", "1|Ani|5|6"};
    LayoutPlan third =
        Grids.plan(
            Grids.form(new HeaderSpec.AtRow(3, 0, Fill.MERGED), null), "NO", "NAMA", "JUMLAH / L");
    assertThat(Grids.sheet(third, "A3:A4 B3:B4 C3:D3", rows).start())
        .containsExactly("NO|NAMA|JUMLAH / L|JUMLAH / P", "5 1|Ani|5|6");
    LayoutPlan fifth =
        Grids.plan(Grids.form(new HeaderSpec.AtRow(5, 0, Fill.MERGED), null), "NO", "NAMA");
    assertThat(Grids.sheet(fifth, "", rows).lines)
        .containsExactly(
            "No row of headings was found in row 5 (4 other cells are filled there). Looked for:"
                + " \"NO\", \"NAMA\". Nearest: \"NO\" (A1), \"NAMA\" (B1), \"NO\" (A3), \"NAMA\" (B3)."
                + " Change the row at \"header\" in the mapping, or write header: auto: headings are"
                + " then found by what they say.");
  }

  @Test
  void namesTheNearestHeadingsOfSeveralRows() {
    assertThat(
            Grids.sheet(
                    Grids.wanting("SISWA / LAKI", "NPSN"),
                    "",
                    "SEKOLAH|JUMLAH SISWA|",
                    "|LAKI-LAKI|PEREMPUAN",
                    "x|1|2")
                .lines)
        .containsExactly(
            "No row of headings was found among the first 3 filled rows. Looked for: \"SISWA /"
                + " LAKI\", \"NPSN\". Nearest: \"JUMLAH SISWA\" (B1), \"LAKI-LAKI\" (B2). Write the"
                + " headings as agreed, or add these headings to \"from\" in the mapping.");
  }

  @Test
  void asksForMergedCellsOnlyWhereTheyCanMatter() {
    assertThat(
            Grids.sheet(Grids.wanting("NIK", "NAMA"), "", "NIK|NAMA|KET", "1|Ani|", "2|Budi|x")
                .asked)
        .isZero();
    assertThat(Grids.sheet(Grids.wanting("NO"), DKB_MERGED, DKB).asked).isEqualTo(1);
  }

  @Test
  void findsTheTableWhereItMoved() {
    List<String> expected = List.of("BARU|NO|JUMLAH / L|JUMLAH / P|NAMA", "5 z|1|5|6|Ani");
    assertThat(
            Grids.sheet(
                    Grids.wanting("NO", "NAMA", "JUMLAH / L"),
                    "A1:E1 A2:E2 A3:A4 B3:B4 C3:D3 E3:E4",
                    "JUDUL TAMBAHAN",
                    "JUDUL",
                    "BARU|NO|JUMLAH||NAMA",
                    "||L|P|",
                    "z|1|5|6|Ani")
                .start())
        .isEqualTo(expected);
  }
}

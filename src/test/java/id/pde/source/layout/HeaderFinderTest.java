package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

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
  void readsGroupsWhoseHeadingIsRepeatedOverEachColumn() {
    String[] rows = {
      "Wilayah|Laki-laki|Laki-laki|Perempuan|Perempuan", "|2020|2021|2020|2021", "a|1|2|3|4"
    };
    assertThat(Grids.sheet(Grids.plain(), "", rows).start())
        .containsExactly(
            "Wilayah|Laki-laki / 2020|Laki-laki / 2021|Perempuan / 2020|Perempuan / 2021",
            "3 a|1|2|3|4");
  }

  @Test
  void takesNoRowOfDataForHeadingsBelowTwoColumnsOfOneName() {
    assertThat(Grids.sheet(Grids.plain(), "", "Nama|Ket|Ket", "a|baik|rusak").start())
        .containsExactly("Nama|Ket|Ket", "2 a|baik|rusak");
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

  @Test
  void takesGroupsThatStandAboveSomeColumnsOnly() {
    String[] rows = {"|||SISWA||GURU||", "NO|NAMA|KEC|L|P|L|P|KET", "1|SDN 1|x|1|2|3|4|"};
    List<String> expected =
        List.of("NO|NAMA|KEC|SISWA / L|SISWA / P|GURU / L|GURU / P|KET", "3 1|SDN 1|x|1|2|3|4|");
    assertThat(Grids.sheet(Grids.plain(), "D1:E1 F1:G1", rows).start()).isEqualTo(expected);
    assertThat(Grids.sheet(Grids.wanting("NO", "NAMA"), "D1:E1 F1:G1", rows).start())
        .isEqualTo(expected);
    assertThat(Grids.text(Grids.wanting("NO", "NAMA", "SISWA / P", "GURU / P"), rows).start())
        .containsExactly(
            "NO|NAMA|KEC|SISWA / L|SISWA / P|GURU / L|GURU / P|GURU / KET", expected.get(1));
  }

  @Test
  void seesHeadingsThatAreMergedOverTheColumnsOfACode() {
    String[] rows = {
      "RINGKASAN", "KODE REKENING||||||URAIAN|ANGGARAN|REALISASI", "5|1|||||BELANJA|7|6"
    };
    assertThat(Grids.sheet(Grids.plain(), "A2:F2", rows).start())
        .containsExactly(
            "KODE REKENING|KODE REKENING|KODE REKENING|KODE REKENING|KODE REKENING|KODE REKENING"
                + "|URAIAN|ANGGARAN|REALISASI",
            "3 5|1|||||BELANJA|7|6");
  }

  @Test
  void takesTitlesBesideEachOtherForNoHeadings() {
    assertThat(
            Grids.sheet(
                    Grids.plain(),
                    "A1:D2 A3:D3",
                    "LAPORAN REALISASI||||Lampiran II",
                    "||||Nomor 5",
                    "",
                    "NO|URAIAN|L|P|KET",
                    "1|Gaji|2|3|x")
                .start())
        .containsExactly("NO|URAIAN|L|P|KET", "5 1|Gaji|2|3|x");
  }
}

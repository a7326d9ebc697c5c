package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the files of a watched folder that feeds several mappings. */
class RecogniseIT extends RecogniseCity {

  @Test
  void findsTheMappingByTheHeadings() throws Exception {
    assertThat(shown(drop("apa saja.csv", "Kode,Usaha\na,1\nb,2\n")))
        .containsExactly("dkupp/umkm loaded 2");
    assertThat(rows("umkm")).isEqualTo(2);
    assertThat(answer("apa saja.csv")).contains("Hasil: dimuat ke tabel " + table + "_umkm\n");
    try (Life life = new Life()) {
      assertThat(life.claims.left()).isEmpty();
    }
  }

  @Test
  void givesEverySheetToItsMappingAndAnswersOnce() throws Exception {
    List<RunReport> reports =
        drop(
            "pasar 2025.xlsx",
            book -> {
              sheet(book, "Sampul", "LAPORAN");
              sheet(book, "A", "Kode,Harga", "a,1");
              sheet(book, "B", "Kode,Pasar", "a,1", "b,2");
              sheet(book, "C", "DATA", "Kode,Harga", "c,3");
              sheet(book, "D", "Kode,Usaha", "a,1");
              book.setSheetVisibility(4, SheetVisibility.HIDDEN);
            });
    assertThat(shown(reports)).containsExactly("dkupp/harga loaded 2", "dkupp/pasar loaded 2");
    assertThat(reports.get(0).details())
        .extracting(issue -> issue.code() + " " + issue.location().shown())
        .containsExactly("sheet.without-table Sampul", "sheet.hidden D");
    assertThat(answer("pasar 2025.xlsx"))
        .startsWith(
            "Kiriman: pasar 2025.xlsx\nHasil: 2 bagian, masing-masing dijawab di bawah ini\n\n"
                + "Pemetaan: dkupp/harga\nHasil: dimuat ke tabel ")
        .contains("\n\nPemetaan: dkupp/pasar\nHasil: dimuat ke tabel ");
    assertThat(home.outbox().resolve("dkupp")).isDirectoryNotContaining("glob:**lama");
    Path json = home.outbox().resolve("dkupp/pasar 2025.xlsx.hasil.json");
    assertThat(Files.readString(json)).contains("\"runs\" : [").contains("\"dkupp/pasar\"");
    assertThat(reports).allMatch(RunReport::answered);
  }

  @Test
  void passesOverWhatTheMappingOfTheFileDoesNotName() throws Exception {
    mapping("bulanan", "Kode, Omzet", "source: {file: [\"omzet*\"], sheet: \"/^(JAN|FEB)/\"}\n");
    List<RunReport> reports =
        drop(
            "omzet 2025.xlsx",
            book -> {
              sheet(book, "JAN", "Kode,Omzet", "a,1");
              sheet(book, "FEB", "Kode,Omzet", "b,1", "c,1");
              sheet(book, "REKAP", "Bulan,Omzet", "JAN,1", "FEB,2");
            });
    assertThat(shown(reports)).containsExactly("dkupp/bulanan loaded 3");
    assertThat(reports.get(0).details())
        .extracting(issue -> issue.code() + " " + issue.location().shown())
        .containsExactly("sheet.left-out REKAP");

    List<RunReport> oddName =
        drop(
            "omzet 2026.xlsx",
            book -> {
              sheet(book, "JAN", "Kode,Omzet", "a,1");
              sheet(book, "Pebruari", "Kode,Omzet", "b,1");
            });
    assertThat(shown(oddName)).containsExactly(" waiting 0");
  }

  @Test
  void waitsForTheOfficerWhereNoMappingFits() throws Exception {
    List<RunReport> reports = drop("harga.csv", "Kode,Hargaa\na,1\n");
    assertThat(shown(reports)).containsExactly(" waiting 0");
    RunReport waiting = reports.get(0);
    assertThat(waiting.details().get(0).message().en())
        .isEqualTo(
            "No mapping fits. Nearest: dkupp/harga (lacking \"Harga\"; unknown \"Hargaa\");"
                + " dkupp/pasar (lacking \"Pasar\"; unknown \"Hargaa\").");
    assertThat(answer("harga.csv"))
        .contains("Hasil: menunggu pemetaan yang cocok, dari petugas data\n")
        .contains("Sebab: harga.csv: Tidak cocok dengan pemetaan mana pun. Terdekat: dkupp/harga")
        .contains("Langkah berikutnya: Samakan judul kolom dengan contoh lalu kirim lagi;");
    try (Life life = new Life()) {
      assertThat(life.ledger.run(waiting.run())).isNotNull();
      assertThat(life.ledger.unanswered()).isEmpty();
      assertThat(life.claims.left()).isEmpty();
      mapping("harga", "Kode, Hargaa", "");
      Delivery kept = life.archive.find(waiting.source());
      assertThat(shown(life.receiving.deliver(kept, life.destination(), RunListener.SILENT)))
          .containsExactly("dkupp/harga loaded 1");
    }
    assertThat(answer("harga.csv")).contains("Hasil: dimuat ke tabel ");
  }

  @Test
  void waitsWhereTwoUnrelatedMappingsClaimASheet() throws Exception {
    mapping("harga2", "Kode, Harga", "");
    List<RunReport> reports =
        drop(
            "x.xlsx",
            book -> {
              sheet(book, "A", "Kode,Usaha", "a,1");
              sheet(book, "B", "Kode,Harga", "a,1");
            });
    assertThat(shown(reports)).containsExactly(" waiting 0");
    assertThat(reports.get(0).details())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("recognise.several");
              assertThat(issue.location().shown()).isEqualTo("B");
              assertThat(issue.message().en())
                  .isEqualTo("Several mappings fit: dkupp/harga, dkupp/harga2.");
            });
  }

  @Test
  void sharesASheetWhereAMappingSaysSo() throws Exception {
    mapping("harga2", "Kode, Harga", "with: [dkupp/harga]\n");
    assertThat(shown(drop("x.csv", "Kode,Harga\na,1\n")))
        .containsExactly("dkupp/harga loaded 1", "dkupp/harga2 loaded 1");
  }

  @Test
  void theNameOfTheFileDecidesBetweenEqualHeadings() throws Exception {
    mapping("harga_kota", "Kode, Harga", "source: {file: [\"*KOTA*\"]}\n");
    mapping("harga_desa", "Kode, Harga", "source: {file: [\"*desa*\"]}\n");
    assertThat(shown(drop("Harga Kota.csv", "Kode,Harga\na,1\n")))
        .containsExactly("dkupp/harga_kota loaded 1");
    assertThat(shown(drop("lain.csv", "Kode,Harga\na,2\n")))
        .containsExactly("dkupp/harga loaded 1");
  }

  @Test
  void saysThatOnlyTheNameOfTheFileIsInTheWay() throws Exception {
    List<RunReport> reports = drop("kios.csv", "Kode,Pasar\na,1\n");
    assertThat(reports.get(0).details().get(0).message().en())
        .isEqualTo(
            "The headings fit dkupp/pasar, but the name of the file does not fit \"*pasar*\".");
  }

  @Test
  void takesTheMappingThatReadsMoreOfTheHeadings() throws Exception {
    mappings.put(
        "lengkap",
        """
        target: {table: %s_lengkap, key: [kode]}
        columns:
          kode: {from: Kode, type: text}
          harga: {from: Harga, type: text}
          satuan: {from: Satuan, type: text}
        """
            .formatted(table));
    assertThat(shown(drop("x.csv", "Kode,Harga,Satuan\na,1,kg\n")))
        .containsExactly("dkupp/lengkap loaded 1");
  }

  @Test
  void waitsWithASoundFileOfAnotherFormat() throws Exception {
    mappings.clear();
    mapping("harga", "Kode, Harga", "source: {format: xlsx}\n");
    assertThat(shown(drop("x.csv", "Kode,Harga\na,1\n"))).containsExactly(" waiting 0");
  }

  @Test
  void keepsThePeriodOfEveryRowAndComparesItForDuplicates() throws Exception {
    mapping("bulanan", "Kode, Bulanan", "period: {from: [sheet, filename]}\n");
    String book = "Kode,Bulanan";
    write("skdn 2024.xlsx", one -> months(one, book));
    byte[] content = Files.readAllBytes(home.inbox().resolve("dkupp/skdn 2024.xlsx"));
    try (Life life = new Life()) {
      assertThat(shown(life.ticks(RunListener.SILENT))).containsExactly("dkupp/bulanan loaded 2");
      Files.write(home.inbox().resolve("dkupp/skdn 2024.xlsx"), content);
      assertThat(shown(life.ticks(RunListener.SILENT)))
          .containsExactly("dkupp/bulanan duplicate 0");
      assertThat(life.ledger.runs(new Ledger.Filter("dkupp/bulanan", "loaded", 1)).get(0).period())
          .isEqualTo(new id.pde.model.Period("2024-01..2024-02"));
      Files.write(home.inbox().resolve("dkupp/skdn 2025.xlsx"), content);
      assertThat(shown(life.ticks(RunListener.SILENT))).containsExactly("dkupp/bulanan loaded 2");
    }
    assertThat(rows("bulanan WHERE _period IN ('2024-01', '2024-02')")).isEqualTo(2);
  }

  private static void months(Workbook book, String headings) {
    sheet(book, "JAN", headings, "a,1");
    sheet(book, "FEB ", headings, "b,1");
  }

  @Test
  void refusesWhatCannotBeReadAtAll() throws Exception {
    assertThat(shown(drop("kosong.csv", ""))).containsExactly(" refused 0");
    List<RunReport> reports = drop("rusak.xlsx", "PK\u0003\u0004 terpotong");
    assertThat(reports.get(0).outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(answer("rusak.xlsx")).contains("Hasil: ditolak seluruhnya, tidak ada yang dimuat");
  }

  @ParameterizedTest
  @EnumSource
  void endsLikeACleanRunAfterAKillAtAnyStep(RunStep step) throws Exception {
    write(
        "pasar.xlsx",
        book -> {
          sheet(book, "A", "Kode,Harga", "a,1");
          sheet(book, "B", "Kode,Pasar", "a,1", "b,2");
        });
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.ticks(killAt(step))).isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      life.recovery.recover(goal -> Optional.of(life.destination()), RunListener.SILENT);
      life.ticks(RunListener.SILENT);
      assertThat(life.claims.left()).isEmpty();
      assertThat(life.ledger.unanswered()).isEmpty();
    }
    assertThat(rows("harga")).isEqualTo(1);
    assertThat(rows("pasar")).isEqualTo(2);
    assertThat(answer("pasar.xlsx").toLowerCase(Locale.ROOT))
        .contains("pemetaan: dkupp/harga", "pemetaan: dkupp/pasar");
  }

  private static RunListener killAt(RunStep fatal) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        if (step == fatal) {
          throw new Killed();
        }
      }
    };
  }
}

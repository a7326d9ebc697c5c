package id.pde.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.receipt.annotate.Workbooks;
import id.pde.run.DurableFiles;
import id.pde.run.FileNames;
import id.pde.run.Home;
import id.pde.run.InertCell;
import id.pde.run.Ledger.RejectedRow;
import id.pde.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxAnswersTest {

  private static final String NAME = "penduduk.csv";
  private static final Path GOLDEN = Path.of("src/test/resources/golden/receipt");

  @TempDir private Path root;
  private final Reports ledger = new Reports();

  @ParameterizedTest
  @EnumSource(Language.class)
  void answersEveryOutcomeAsTheGoldenFilesSay(Language language) throws IOException {
    answer(Reports.loaded(10, "dimuat.csv"), language);
    ledger.rejected.add(row("line 3", "=cmd()", "3.57401E+15", Reports.NIK));
    ledger.rejected.add(row("line 4", "Ani; \"Budi\"\nCici", "-1.234,50", Reports.PRICE));
    ledger.rejected.add(
        new RejectedRow(
            3,
            "Harga!row 17",
            List.of("NIK", "Harga", "Harga"),
            List.of("+62", "1.234", "@SUM(A1)"),
            List.of(Reports.NIK, Reports.PRICE)));
    answer(Reports.withRejects(11, "sebagian.csv"), language);
    ledger.rejected.clear();
    answer(Reports.refused(12, "kosong.csv"), language);
    answer(Reports.duplicate(13, "lagi.csv"), language);
    answer(Reports.waiting(14, "tunggu.csv"), language);
    answer(Reports.failed(15, "gagal.csv"), language);
    answer(Reports.tooManyRejects(16, "banyak.csv"), language);
    Map<String, String> found = outbox();
    Path folder = GOLDEN.resolve(language.name().toLowerCase(java.util.Locale.ROOT));
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(folder);
      for (var file : found.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(found).isEqualTo(files(folder));
    assertThat(found)
        .allSatisfy(
            (name, content) -> {
              if (name.endsWith(".txt")) {
                assertThat(content.lines().takeWhile(line -> !line.isEmpty()).count())
                    .isLessThanOrEqualTo(10);
              }
              if (!name.endsWith(".csv")) {
                assertThat(content).doesNotContain("3.57401E+15");
              }
            });
  }

  @Test
  void changesNothingWhenItAnswersAgain() throws IOException {
    RunReport report = Reports.loaded(10, NAME);
    answer(report, Language.ID);
    Map<String, String> once = outbox();
    answer(report, Language.EN);
    assertThat(outbox()).isEqualTo(once);
  }

  @Test
  void manyAnswerersOfOneProcessTakeTurns() throws Exception {
    int many = 8;
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Integer>> parts = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int run = 10 + i;
        parts.add(
            () -> {
              start.await();
              answer(Reports.loaded(run, run + ".csv"), Language.ID);
              return run;
            });
      }
      for (Future<Integer> ended : threads.invokeAll(parts)) {
        assertThat(outbox()).containsKey(ended.get() + ".csv.hasil.txt");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void movesAnOlderAnswerAway() throws IOException {
    ledger.rejected.add(row("line 3", "a", "b", Reports.NIK));
    answer(Reports.withRejects(10, NAME), Language.ID);
    answer(Reports.loaded(11, NAME), Language.ID);
    assertThat(outbox().keySet())
        .containsExactly(
            "lama/10/penduduk.csv.hasil.json",
            "lama/10/penduduk.csv.hasil.txt",
            "lama/10/penduduk.csv.tolak.csv",
            "penduduk.csv.hasil.json",
            "penduduk.csv.hasil.txt");
    assertThat(outbox().get("penduduk.csv.hasil.json")).contains("\"run\" : 11");
    assertThat(outbox().get("lama/10/penduduk.csv.hasil.json")).contains("\"run\" : 10");
  }

  @Test
  void putsAnAnswerThatComesLateAmongTheOldOnes() throws IOException {
    answer(Reports.loaded(11, NAME), Language.ID);
    answer(Reports.loaded(10, NAME), Language.ID);
    assertThat(outbox().get("penduduk.csv.hasil.json")).contains("\"run\" : 11");
    assertThat(outbox().get("lama/10/penduduk.csv.hasil.json")).contains("\"run\" : 10");
  }

  @ParameterizedTest
  @CsvSource({
    "penduduk.csv.hasil.txt,''",
    "penduduk.csv.hasil.txt,penduduk.csv.hasil.json",
    "penduduk.csv.tolak.csv,''"
  })
  void finishesAnAnswerThatAKillCutShort(String missing, String alsoMissing) throws IOException {
    ledger.rejected.add(row("line 3", "a", "b", Reports.NIK));
    RunReport report = Reports.withRejects(10, NAME);
    answer(report, Language.ID);
    Map<String, String> whole = outbox();
    Files.delete(folder().resolve(missing));
    if (!alsoMissing.isEmpty()) {
      Files.delete(folder().resolve(alsoMissing));
    }
    Files.deleteIfExists(folder().resolve("penduduk.csv.hasil.txt"));
    Files.writeString(folder().resolve(".draft"), "half");
    answer(report, Language.ID);
    assertThat(outbox()).isEqualTo(whole);
  }

  @Test
  void finishesMovingAnOlderAnswerThatAKillCutShort() throws IOException {
    ledger.rejected.add(row("line 3", "a", "b", Reports.NIK));
    answer(Reports.withRejects(10, NAME), Language.ID);
    Path old = Files.createDirectories(folder().resolve("lama/10"));
    Files.move(folder().resolve("penduduk.csv.hasil.txt"), old.resolve("penduduk.csv.hasil.txt"));
    answer(Reports.loaded(11, NAME), Language.ID);
    assertThat(outbox()).hasSize(5);
  }

  @Test
  void throwsAwayRejectedRowsOfAnAnswerThatNeverCameToBe() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("penduduk.csv.tolak.csv"), "half");
    answer(Reports.loaded(11, NAME), Language.ID);
    assertThat(outbox().keySet())
        .containsExactly("penduduk.csv.hasil.json", "penduduk.csv.hasil.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dua\nbaris.csv", "kanan\u202Ekiri.csv", "../../x.csv", "a'b\"c.csv"})
  void keepsOddNamesInTheOutboxAndOnOneLine(String name) throws IOException {
    answer(Reports.loaded(10, name), Language.ID);
    String text = outbox().get(FileNames.segment(name) + ".hasil.txt");
    assertThat(text).startsWith("Kiriman: " + FileNames.shown(name) + "\nHasil: ");
  }

  @Test
  void answersANameOf255Bytes() throws IOException {
    answer(Reports.loaded(10, "n".repeat(251) + ".csv"), Language.ID);
    assertThat(outbox()).hasSize(2);
  }

  @Test
  void saysThatTheOutboxCannotBeWritten() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("outbox"), "a file where the folder should be");
    assertThatThrownBy(() -> answer(Reports.loaded(10, NAME), Language.ID))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1,'''=1+1'",
    "+62,'''+62'",
    "-1,'''-1'",
    "@SUM,'''@SUM'",
    "'\t=1','''\t=1'",
    "Budi,Budi",
    "'',''"
  })
  void makesFormulasInert(String cell, String inert) {
    assertThat(InertCell.of(cell)).isEqualTo(inert);
  }

  private static RejectedRow row(String place, String name, String nik, Issue issue) {
    return new RejectedRow(1, place, List.of("=Nama", "NIK"), List.of(name, nik), List.of(issue));
  }

  /** Folders that agencies see are often on a share; drafts of workbooks are on the own disk. */
  @Test
  void theOutboxMayBeOnAnotherFileSystem() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(Files.isDirectory(memory) && Files.isWritable(memory));
    Path shared = Files.createTempDirectory(memory, "outbox");
    try {
      assumeFalse(Files.getFileStore(shared).equals(Files.getFileStore(root)));
      Home home = new Home(root, shared, root.resolve("archive"));
      Path made = Files.writeString(root.resolve("marked.xlsx"), "buku");
      Workbooks workbooks =
          (reports, head, language) ->
              new Workbooks.Made(made, ".xlsx", Text.same(""), List.of(), 0);
      new OutboxAnswers(home, agency -> Language.ID, ZoneId.of("Asia/Jakarta"), workbooks)
          .answer(List.of(Reports.refused(12, NAME)), ledger);

      assertThat(files(shared.resolve("outbox")))
          .containsEntry("disdukcapil/" + NAME + ".perbaikan.xlsx", "buku")
          .hasSize(3);
      assertThat(made).doesNotExist();
    } finally {
      DurableFiles.remove(shared);
    }
  }

  private void answer(RunReport report, Language language) {
    new OutboxAnswers(new Home(root), agency -> language, ZoneId.of("Asia/Jakarta"), Workbooks.NONE)
        .answer(List.of(report), ledger);
  }

  private Path folder() {
    return new Home(root).outbox().resolve("disdukcapil");
  }

  private Map<String, String> outbox() throws IOException {
    return files(folder());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path parent = file.getParent();
        String inner = parent == null ? "" : folder.relativize(parent).toString();
        files.put(
            inner.isEmpty() ? FileNames.of(file) : inner + "/" + FileNames.of(file),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}

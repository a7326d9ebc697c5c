package id.pde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.cli.Engine.Finding;
import id.pde.cli.Engine.Finding.State;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.TableBusy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words in, exit code and text out; the engine behind is hand-written. */
class CommandTreeTest {

  @TempDir Path folder;

  private final FakeEngine engine = new FakeEngine();

  @ParameterizedTest
  @CsvSource({
    "LOADED, 0",
    "DUPLICATE, 0",
    "LOADED_WITH_REJECTS, 3",
    "REFUSED, 4",
    "WAITING, 8",
    "FAILED, 1"
  })
  void everyOutcomeOfALoadHasItsExitCode(RunOutcome outcome, int code) throws Exception {
    engine.outcome = outcome;
    assertThat(run("load", file(), "-m", "dkupp/harga").code()).isEqualTo(code);
  }

  @Test
  void aBusyTableIsNotJustWaiting() throws Exception {
    engine.outcome = RunOutcome.WAITING;
    engine.issues =
        List.of(
            new IssueCount(
                TableBusy.CODE, Severity.REFUSE, null, 1, new Location.Whole("x").shown(), null));
    assertThat(run("load", file(), "-m", "dkupp/harga").code()).isEqualTo(ExitCode.BUSY);
  }

  @Test
  void jsonIsOneLineOnStdoutAndNothingElse() throws Exception {
    Shown shown = run("load", file(), "-m", "dkupp/harga", "--json");
    assertThat(shown.out()).startsWith("{\"run\":41,\"outcome\":\"loaded\"").endsWith("}\n");
    assertThat(shown.out().lines()).hasSize(1);
    assertThat(shown.err()).isEmpty();
  }

  @Test
  void aMappingThatIsNotThereIsNotFound() throws Exception {
    Shown shown = run("load", file(), "-m", "dkupp/hraga");
    assertThat(shown.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).contains("dkupp/hraga");
  }

  @Test
  void aFileThatIsNotThereIsNotFound() {
    Shown shown = run("load", folder.resolve("tiada.csv").toString(), "-m", "dkupp/harga");
    assertThat(shown.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(shown.err()).isEqualTo("Berkas " + folder.resolve("tiada.csv") + " tidak ada.\n");
  }

  @Test
  void aPeriodThatIsNoneIsMisuse() throws Exception {
    Shown shown = run("--lang", "en", "load", file(), "-m", "dkupp/harga", "--period", "Q1");
    assertThat(shown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown.err())
        .isEqualTo(
            "\"Q1\" bukan periode. Tulis 2024, 2024-S2, 2024-Q1, 2024-03 atau 2024-03-31.\n");
  }

  @Test
  void aFileWithoutAMappingFindsItsMappings() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a\n");
    Shown shown = run("load", file.toString(), "--agency", "dkupp", "--json");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("\"mapping\":\"dkupp/dikenali\"");
    assertThat(run("load", file.toString(), "--agency", "dkup").code()).isEqualTo(5);
    assertThat(run("load", file.toString(), "-m", "dkupp/harga", "--agency", "dkupp").code())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "lod",
    "load",
    "load x.csv --nope",
    "run abc",
    "runs --nope",
    "completion tcsh",
    "run"
  })
  void wordsThatAreNoCommandAreMisuse(String words) {
    String[] split = words.isEmpty() ? new String[0] : words.split(" ");
    Shown shown = run(split);
    assertThat(shown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).contains("--help");
  }

  @Test
  void theDoctorFailsWhereSomethingIsWrong() {
    engine.findings = List.of(new Finding(State.GOOD, "fsync", new Text("menyala", "on")));
    assertThat(run("doctor").code()).isZero();
    engine.findings = List.of(new Finding(State.BAD, "fsync", new Text("mati", "off")));
    Shown shown = run("doctor", "--json");
    assertThat(shown.code()).isEqualTo(ExitCode.FAILED);
    assertThat(shown.out())
        .isEqualTo("[{\"state\":\"bad\",\"subject\":\"fsync\",\"text\":\"mati\"}]\n");
  }

  @Test
  void aRunThatIsNotThereIsNotFound() {
    Shown shown = run("run", "99");
    assertThat(shown.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(shown.err()).isEqualTo("Run 99 tidak ada. Daftar run: pde runs\n");
  }

  @Test
  void aLanguageThatIsNoneIsMisuse() {
    Shown shown = run("--lang", "xx", "runs");
    assertThat(shown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown.err())
        .startsWith("\"xx\" bukan bahasa. Tulis --lang id atau --lang en.\n")
        .contains("--help");
    assertThat(run("--lang=EN", "runs").code()).isZero();
  }

  @Test
  void anExportIsInertCsvOnStdoutOrAWholeFile() throws IOException {
    Shown shown = run("export", "harga");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).isEqualTo("nama,harga\n'=1+1,-5\n");
    assertThat(shown.err()).isEqualTo("mart.harga: 1 baris\n");
    Path csv = folder.resolve("harga.csv");
    assertThat(run("export", "harga", "--out", csv.toString()).code()).isZero();
    assertThat(csv).hasContent("nama,harga\n'=1+1,-5\n");
    Path xlsx = folder.resolve("harga.xlsx");
    assertThat(run("export", "harga", "--out", xlsx.toString()).code()).isZero();
    assertThat(Files.readAllBytes(xlsx)).startsWith('P', 'K');
    assertThat(run("export", "tiada", "--out", folder.resolve("tiada.csv").toString()).code())
        .isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("export", "harga", "--out", folder.resolve("x/y.csv").toString()).code())
        .isEqualTo(ExitCode.NOT_FOUND);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(csv, xlsx);
    }
  }

  @Test
  void aLoginIsShownOnce() {
    Shown shown = run("user", "add", "sari", "--role", "analyst");
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("rahasia-uji")
        .contains("psql postgresql://sari@127.0.0.1:5432/pde");
    assertThat(run("user", "add", "sari", "--role", "ANALYST", "--json").out())
        .startsWith("{\"login\":\"sari\",\"password\":\"rahasia-uji\",");
    assertThat(run("user", "add", "ada", "--role", "analyst").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run("user", "add", "pg_x", "--role", "analyst").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("user", "add", "sari").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("user", "add", "sari", "--role", "raja").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("user").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aLoginIsDroppedOnlyWhenSaid() {
    assertThat(run("user", "list").out())
        .isEqualTo(
            "login  role          since  connections\nsari   analyst  2026-03-31            2\n");
    assertThat(run("user", "list", "--json").out())
        .isEqualTo(
            "[\n{\"login\":\"sari\",\"role\":\"analyst\",\"since\":\"2026-03-31\",\"connections\":2}\n]\n");
    Shown asked = run("user", "drop", "sari");
    assertThat(asked.code()).isZero();
    assertThat(asked.err())
        .isEqualTo("Tidak ada yang diubah. Untuk melakukannya: pde user drop sari --yes\n");
    assertThat(run("user", "drop", "sari", "--yes").err())
        .isEqualTo("Login \"sari\" dihapus; 2 sesinya diakhiri.\n");
    assertThat(run("user", "drop", "pde", "--yes").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run("user", "drop", "tiada").code()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @Test
  void aBackupThatIsNotThereIsNotFound() {
    assertThat(run("restore", folder.toString()).code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("backup").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aStatementMayBeginWithAComment() {
    assertThat(run("sql", "-- harga\nSELECT 1").code()).isZero();
    assertThat(run("sql", "SELECT 1", "--nope").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void noRunsAreAnEmptyArray() {
    assertThat(run("runs", "--json").out()).isEqualTo("[]\n");
  }

  @Test
  void everyKindOfIssueIsExplainedOnce() throws Exception {
    Issue issue =
        Issue.of(
            "table.type",
            Severity.REFUSE,
            new Location.Whole("warehouse.harga"),
            new Issue.Advice(
                "harga", new Text("Tipe lain", "Other type"), new Text("kembalikan", "undo it")));
    engine.issues =
        List.of(new IssueCount("table.type", Severity.REFUSE, null, 2, "warehouse.harga", null));
    engine.details = List.of(issue, issue);
    assertThat(run("load", file(), "-m", "dkupp/harga").out())
        .endsWith("\n\nwarehouse.harga: Tipe lain\n  aturan: harga\n  perbaikan: kembalikan\n")
        .containsOnlyOnce("Tipe lain");
  }

  @Test
  void everyCommandHasHelpInBothLanguages() {
    CommandTree tree = tree(Language.EN, new Captured());
    tree.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              Shown indonesian = run(name, "--help");
              Shown english = runIn(Language.EN, name, "--help");
              assertThat(indonesian.code()).as(name).isZero();
              assertThat(indonesian.out())
                  .as(name)
                  .contains("pde " + name)
                  .isNotEqualTo(english.out());
              for (var option : command.getCommandSpec().options()) {
                assertThat(option.description()).as(name + " " + option.longestName()).isNotEmpty();
              }
              for (var word : command.getCommandSpec().positionalParameters()) {
                assertThat(word.description()).as(name + " " + word.paramLabel()).isNotEmpty();
              }
            });
  }

  @Test
  void completionKnowsEveryCommand() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      Shown shown = run("completion", shell);
      assertThat(shown.code()).as(shell).isZero();
      assertThat(shown.out()).as(shell).contains("load", "rejects", "doctor");
    }
  }

  @Test
  void aFailureOfPdeShowsNoStackTraceAndNoValue() throws Exception {
    engine.failure = new IllegalStateException("3574042106039031");
    Shown shown = run("load", file(), "-m", "dkupp/harga");
    assertThat(shown.code()).isEqualTo(ExitCode.FAILED);
    assertThat(shown.err()).contains("IllegalStateException").doesNotContain("3574042106039031");
  }

  private String file() throws Exception {
    return Files.writeString(folder.resolve("harga.csv"), "a;b\n").toString();
  }

  @Test
  void explainNeedsNoDatabaseForColumns() {
    assertThat(run("explain", "mart.dssd.nilai").out().replaceAll(" +", " "))
        .isEqualTo(
            """
            warehouse.dssd (kode_dssd, tahun) <- pupr/dssd: Indikator DSSD
             mappings/pupr/dssd.yaml
             mart kolom dari cara kelas baris
             - nilai sel di bawah /^data_(\\d{4})$/ decimal(18,2); decimal: ","; invalid: empty publik 16
            """);
    assertThat(run("explain", "dssd", "--json").out())
        .contains("{\"table\":\"dssd\",\"mapping\":\"pupr/dssd\"");
    assertThat(run("explain", "--heading", "kode_dssd").out()).startsWith("warehouse.dssd (");
    assertThat(run("explain", "dssd.nilia"))
        .isEqualTo(
            new Shown(5, "", "Tabel dssd tidak punya kolom nilia; maksud Anda \"nilai\"?\n"));
    assertThat(run("explain", "dsd").code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("explain").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("explain", "dssd", "--heading", "x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("explain", "dssd", "a", "--row", "2").code()).isEqualTo(ExitCode.USAGE);
  }

  private Shown run(String... words) {
    return runIn(Language.ID, words);
  }

  private Shown runIn(Language language, String... words) {
    Captured captured = new Captured();
    int code = tree(language, captured).run(words);
    return new Shown(code, captured.out(), captured.err());
  }

  private CommandTree tree(Language language, Captured captured) {
    return new CommandTree(captured.output(language), engine, failure -> {});
  }

  private record Shown(int code, String out, String err) {}

  @Test
  void listsKeysByTheirIds() {
    Captured captured = new Captured();
    int code =
        new CommandTree(captured.output(Language.ID), new FakeEngine(), failure -> {})
            .run("keys", "--json");
    assertThat(code).isZero();
    assertThat(captured.out())
        .contains("{\"id\":\"0a1b2c3d\",\"state\":\"in_use\",\"place\":\"secrets/hmac\"}")
        .contains("{\"id\":\"99887766\",\"state\":\"retired\",\"place\":\"\"}");
  }
}

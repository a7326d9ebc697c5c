package id.pde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pde catalogue} and {@code pde register} over the mappings of the sample city. */
class CatalogueCommandTest {

  @TempDir Path folder;

  private record Shown(int code, String out, String err) {}

  private static Shown run(String... words) {
    return run(new FakeEngine(), words);
  }

  private static Shown run(FakeEngine engine, String... words) {
    Captured captured = new Captured();
    int code = new CommandTree(captured.output(Language.EN), engine, failure -> {}).run(words);
    return new Shown(code, captured.out(), captured.err());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aTableHidesSmallNumbersOfPersons() {
    assertThat(run("catalogue", "disdukcapil/penduduk"))
        .isEqualTo(
            new Shown(
                0,
                """
                id                    title               table     class         period      loaded  rows
                disdukcapil/penduduk  Population by name  penduduk  pribadi-umum    2024  1970-01-01  <5
                """,
                ""));
    assertThat(run("catalogue", "disdukcapil/penduduk", "--json").out())
        .contains("\"rows\": null", "\"rows_shown\": \"<5\"");
  }

  @Test
  void wordsThatNoDatasetHasAreNotFound() {
    assertThat(run("catalogue", "harga", "zebra"))
        .isEqualTo(new Shown(5, "", "No dataset has these words. All of them: pde catalogue\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "--out x",
    "--format odt",
    "--format dcat --publisher tiada",
    "--format dcat --base-url data.go.id",
    "--format dcat --base-url ftp://data.go.id"
  })
  void whatCannotBeDoneIsMisuse(String words) {
    String[] typed = ("catalogue " + words).split(" ", -1);
    Shown shown = run(typed);
    assertThat(shown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).isNotEmpty();
  }

  @Test
  void withoutAWalidataPublisherAndRegionHaveToBeNamed() throws IOException {
    assertThat(run("catalogue", "dkupp/umkm", "--format", "dcat").out())
        .contains("Dinas Komunikasi dan Informatika");
    FakeEngine engine = new FakeEngine();
    engine.folder = folder.resolve("mappings");
    Files.createDirectories(engine.folder.resolve("dkupp"));
    Files.writeString(engine.folder.resolve("agencies.yaml"), "dkupp: {name: Dinas Koperasi}\n");
    Files.writeString(
        engine.folder.resolve("dkupp/umkm.yaml"),
        """
        title: UMKM
        agency: dkupp
        source: {format: csv, file: ["umkm*"]}
        target: {table: umkm, load: append}
        columns:
          merek: {from: Merek, type: text}
        """);

    Shown shown = run(engine, "catalogue", "--format", "dcat");
    assertThat(shown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown.err()).contains("No walidata yet: write walidata: \"35.74\"");
    assertThat(run(engine, "catalogue", "--format", "dcat", "--publisher", "dkupp").code())
        .isEqualTo(ExitCode.USAGE);
    String named =
        run(engine, "catalogue", "--format", "dcat", "--publisher", "dkupp", "--region", "32.73")
            .out();
    assertThat(named).contains("Dinas Koperasi", "32.73");
  }

  @Test
  void aFolderTakesAFileForEachContract() throws IOException {
    String out = folder.toString();
    assertThat(run("catalogue", "dkupp/harga", "dkupp/umkm", "--format", "odcs", "--out", out))
        .isEqualTo(new Shown(0, "", "2 files -> " + out + "\n"));
    assertThat(run("catalogue", "dkupp/umkm", "--format", "satudata", "--out", out).code())
        .isZero();
    assertThat(run("catalogue", "--format", "dcat", "--out", out).code()).isZero();
    assertThat(run("catalogue", "--format", "json", "--out", out).code()).isZero();
    assertThat(files())
        .containsExactly(
            "catalogue.json",
            "catalogue.jsonld",
            "dkupp/harga.odcs.yaml",
            "dkupp/umkm.odcs.yaml",
            "dkupp/umkm.satudata.json");
  }

  @Test
  void severalContractsAreAStreamOfDocuments() {
    assertThat(run("catalogue", "dkupp/umkm", "--format", "odcs").out())
        .startsWith("apiVersion: v3.0.1\n");
    assertThat(run("catalogue", "dkupp/harga", "dkupp/umkm", "--format", "odcs").out())
        .startsWith("---\napiVersion")
        .contains("\n---\napiVersion");
  }

  @Test
  void theRegisterHasEveryDatasetWithPersonalColumns() {
    List<String> csv = run("register", "--format", "csv").out().lines().toList();
    assertThat(csv.get(0)).startsWith("id,title,agency,contact,table,purpose,basis,");
    assertThat(csv)
        .hasSize(12)
        .anyMatch(
            line ->
                line.startsWith("dinsos/dtks,")
                    && line.contains("nik; no_kk; nama")
                    && line.contains("desil; pkh; bpnt")
                    && line.contains("nik hmac")
                    && line.contains("write privacy.subjects in mappings/dinsos/dtks.yaml"));
    assertThat(run("register", "--json").out()).startsWith("[").contains("\"id\": \"dinsos/dtks\"");
    assertThat(run("register").out().lines()).hasSize(12);
  }
}

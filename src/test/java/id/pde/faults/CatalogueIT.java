package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pde catalogue} over the mappings of the sample city, some of them loaded. */
class CatalogueIT {

  private static final String FEW = "bkpsdm/daftar";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private static Path root;

  @BeforeAll
  static void load() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
      for (Path file : files.toList()) {
        Files.copy(file, root.resolve(file.toString()));
      }
    }
    Files.createDirectories(root.resolve("routes"));
    Files.writeString(
        root.resolve("mappings/" + FEW + ".yaml"),
        """
        title: Daftar kecil
        target: {table: daftar_kecil, key: [kode]}
        columns:
          kode: {from: Kode, type: text, required: true, class: internal}
          nama: {from: Nama, type: text, class: pribadi-umum, protect: mask}
        """);
    deliver("kecil.csv", "Kode;Nama\na;Karangan Satu\nb;Karangan Dua\nc;Karangan Tiga\n", FEW);
    for (String period : new String[] {"2023-Q4", "2024-Q1"}) {
      deliver(period + ".csv", "Kode;Nama\na;Karangan " + period + "\n", FEW, "--period", period);
    }
    Path dkb = Path.of("src/main/demo/disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx");
    Ended ended = type("load", dkb.toString(), "-m", "disdukcapil/penduduk_kelurahan");
    assertThat(ended.code()).as(ended.toString()).isIn(0, 3);
  }

  private static void deliver(String name, String content, String id, String... more)
      throws IOException {
    Path file = Files.write(root.resolve(name), content.getBytes(UTF_8));
    String[] words =
        Stream.concat(Stream.of("load", file.toString(), "-m", id), Stream.of(more))
            .toArray(String[]::new);
    Ended ended = type(words);
    assertThat(ended.code()).as(ended.toString()).isZero();
  }

  private static Ended type(String... words) {
    return new Terminal(root, database.environment()).type(words);
  }

  private static JsonNode json(String... words) throws IOException {
    Ended ended = type(words);
    assertThat(ended.code()).as(ended.toString()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  @Test
  void tellsWhatIsLoaded() throws Exception {
    JsonNode one = json("catalogue", "disdukcapil/penduduk_kelurahan", "--json").path(0);
    assertThat(one.path("last_period").asText()).isEqualTo("2024-S2");
    assertThat(one.path("to").asText()).isEqualTo("2024-12-31");
    assertThat(one.path("loads").asInt()).isEqualTo(1);
    assertThat(one.path("rows").asInt()).isGreaterThan(20);
    assertThat(one.path("access").asText()).isEqualTo("public");
    JsonNode other = json("catalogue", "bkpsdm/asn", "--json").path(0);
    assertThat(other.path("loads").asInt()).isZero();
    assertThat(other.path("rows").isNull()).isTrue();
  }

  @Test
  void tellsThePeriodsOfAllLoadsAndHidesTheFew() throws Exception {
    JsonNode one = json("catalogue", FEW, "--json").path(0);
    assertThat(one.path("loads").asInt()).isEqualTo(3);
    assertThat(one.path("from").asText()).isEqualTo("2023-10-01");
    assertThat(one.path("last_period").asText()).isEqualTo("2024-Q1");
    assertThat(one.path("rows").isNull()).isTrue();
    assertThat(one.path("rows_shown").asText()).isEqualTo("<5");
    String table = type("catalogue", FEW).out();
    assertThat(table).contains("<5").doesNotContain("Karangan");
  }

  @Test
  void aLoadThatWasTakenBackIsNone() throws Exception {
    deliver("salah.csv", "Kode;Nama\na;Karangan Salah\n", FEW, "--period", "2030");
    JsonNode before = json("catalogue", FEW, "--json").path(0);
    assertThat(before.path("last_period").asText()).isEqualTo("2030");
    assertThat(type("undo", before.path("last_run").asText(), "--yes").code()).isZero();
    JsonNode after = json("catalogue", FEW, "--json").path(0);
    assertThat(after.path("last_period").asText()).isEqualTo("2024-Q1");
    assertThat(after.path("loads").asInt()).isEqualTo(3);
  }

  /** Every mapping of the city in every form. */
  @ParameterizedTest
  @CsvSource({"table", "json", "dcat", "satudata", "odcs"})
  void everyMappingHasEveryForm(String format) throws Exception {
    Ended ended = type("catalogue", "--format", format);
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.failed()).isEmpty();
    JsonNode all = json("catalogue", "--json");
    assertThat(all).hasSizeGreaterThan(27);
    for (JsonNode dataset : all) {
      assertThat(ended.out()).contains(dataset.path("id").asText());
    }
  }

  @Test
  void tellsThatAFaultyMappingIsLeftOut() throws Exception {
    Path faulty = root.resolve("mappings/dkupp/salah.yaml");
    Files.writeString(faulty, "target: {tabel: salah}\n");
    try {
      for (String command : new String[] {"catalogue", "register"}) {
        Ended ended = type(command);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("pde check");
        assertThat(ended.out()).contains("disdukcapil/penduduk").doesNotContain("salah");
      }
    } finally {
      Files.delete(faulty);
    }
  }

  @Test
  void namesTheServerThatHasTheTables() {
    String url = database.settings().url();
    assertThat(type("catalogue", FEW, "--format", "odcs").out())
        .contains("\n    port: " + database.settings().port() + "\n")
        .contains("status: active")
        .doesNotContain(database.settings().password().reveal());
    assertThat(url).contains(":" + database.settings().port() + "/");
  }

  @Test
  void personalDataWithoutAPurposeAreAGapAndAWarning() throws Exception {
    for (JsonNode entry : json("register", "--json")) {
      if (entry.path("id").asText().equals(FEW)) {
        assertThat(entry.path("gaps").path(0).path("field").asText()).isEqualTo("privacy");
      }
    }
    Ended checked = type("check");
    assertThat(checked.out()).containsOnlyOnce("privacy tidak ditulis");
    assertThat(checked.code()).isZero();
  }
}

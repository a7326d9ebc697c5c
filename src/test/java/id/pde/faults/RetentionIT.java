package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde retention}: what is old enough goes, by policy; what rows need stays. */
class RetentionIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private String first = "";

  @BeforeEach
  void loadOverTheYears() throws Exception {
    table = new PriceTable(root, database);
    table.execute("TRUNCATE pde.erasure CASCADE");
    table.begin();
    first = table.run();
    table.load("dua.csv", "Kode;Nama;Harga\na;beras;2\nx;x;salah\n".getBytes(UTF_8));
    table.load("tiga.csv", "Kode;Nama;Harga\na;beras;3\nb;gula;3\n".getBytes(UTF_8));
    table.execute(
        "UPDATE pde.run SET started = started - interval '3 years', finished = finished - interval '3 years',"
            + " published = published - interval '3 years' WHERE run <= "
            + first
            + " + 1");
  }

  private Ended type(Map<String, String> policy, String... words) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.putAll(policy);
    return new Terminal(root, environment).type(words);
  }

  private long originals() throws Exception {
    try (Stream<Path> files = Files.walk(root.resolve("home/archive"))) {
      return files.filter(file -> String.valueOf(file.getFileName()).length() == 64).count();
    }
  }

  @Test
  void keepsEverythingWithoutAPolicy() throws Exception {
    Ended shown = type(Map.of(), "retention", "--apply", "--yes", "--json");
    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.out()).contains("\"removed\":{}");
    assertThat(originals()).isEqualTo(3);
  }

  @Test
  void showsWhatIsDueAndRemovesItWhenTold() throws Exception {
    Map<String, String> policy =
        Map.of(
            "PDE_KEEP_HISTORY", "1y",
            "PDE_KEEP_QUARANTINE", "1y",
            "PDE_KEEP_ARCHIVE", "1y",
            "PDE_KEEP_OUTBOX", "1y");
    try (Stream<Path> files = Files.walk(root.resolve("home/outbox"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    }
    Ended shown = type(policy, "retention");
    assertThat(shown.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .anyMatch(line -> line.startsWith("history harga 1y 1 "))
        .anyMatch(line -> line.startsWith("quarantine dkupp/harga 1y 1 "));
    assertThat(table.ask("SELECT count(*) FROM history.harga")).containsExactly("3");

    Ended done = type(policy, "retention", "--apply", "--yes");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(table.ask("SELECT count(*) FROM history.harga")).containsExactly("2");
    assertThat(table.ask("SELECT count(*) FROM pde.quarantine JOIN pde.run USING (run)"))
        .containsExactly("0");
    assertThat(table.ask("SELECT kode || harga FROM warehouse.harga ORDER BY 1"))
        .containsExactly("a3", "b3");
    // The versions that are left came from runs one and two.
    assertThat(originals()).isEqualTo(3);
    assertThat(type(policy, "audit").out()).contains("retention");

    // Beyond the horizon is an error, not a wrong answer.
    assertThat(table.ask("SELECT kode FROM mart.harga_as_of(now())")).hasSize(2);
    assertThat(table.ask("SELECT kode FROM mart.harga_as_of_run(" + first + " + 1)")).hasSize(2);
    for (String asked :
        List.of(
            "mart.harga_as_of_run(" + first + ")",
            "history.harga_as_of_run(" + first + ")",
            "mart.harga_as_of((SELECT published FROM pde.run WHERE run = " + first + "))")) {
      assertThatThrownBy(() -> table.ask("SELECT kode FROM " + asked))
          .as(asked)
          .hasMessageContaining("hanya disimpan sejak");
    }
    Ended undo = type(policy, "undo", first, "--yes");
    assertThat(undo.code()).isEqualTo(4);
    assertThat(undo.err()).contains("kebijakan retensi");
  }

  @Test
  void theMappingSaysItForItsOwn() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(mapping, Files.readString(mapping) + "privacy: {retention: 2y}\n");
    assertThat(type(Map.of(), "retention").out().replaceAll(" +", " "))
        .contains("history harga 2y 1 ");
  }

  @Test
  void originalsOfStandingRowsGoOnlyWhenToldSo() throws Exception {
    table.load("tiga.csv", "Kode;Nama;Harga\na;beras;3\nb;gula;3\n".getBytes(UTF_8), "--force");
    assertThat(
            type(Map.of("PDE_KEEP_ARCHIVE", "1y strict"), "retention", "--apply", "--yes").code())
        .isZero();
    assertThat(originals()).isEqualTo(1);
    Ended replay = type(Map.of(), "replay", first);
    assertThat(replay.code()).isEqualTo(5);
  }
}

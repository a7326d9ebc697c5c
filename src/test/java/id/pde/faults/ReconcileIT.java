package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde reconcile}: the archive is whole, the database is one of before. */
class ReconcileIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PRICES =
      "SELECT kode || '|' || harga FROM warehouse.harga ORDER BY 1";

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);

  @BeforeEach
  void loadThrice() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    table.load("april.csv", "Kode;Nama;Harga\na;beras;4\nc;garam;4\n".getBytes(UTF_8));
    table.load("mei.csv", "Kode;Nama;Harga\na;beras;5\n".getBytes(UTF_8), "--period", "2025-05");
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private void restoreAnOlderDatabase() throws Exception {
    table.execute("DROP TABLE warehouse.harga, history.harga CASCADE");
    table.execute("TRUNCATE pde.run, pde.owned_table, pde.delivery CASCADE");
  }

  @Test
  void findsNothingWhereNothingIsLost() {
    assertThat(type("reconcile").err()).contains("Semua kiriman di arsip ada di catatan run.");
    assertThat(type("reconcile", "--yes", "--json").out().replace(" ", ""))
        .startsWith("{\"missing\":[],\"replayed\":[]}");
  }

  @Test
  void loadsWhatIsLostAsItCame() throws Exception {
    restoreAnOlderDatabase();
    Ended shown = type("reconcile");
    assertThat(shown.code()).isZero();
    assertThat(shown.out().lines().skip(1).map(line -> line.replaceAll(".*(dkupp)", "$1")))
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "dkupp/harga baik.csv yes",
            "dkupp/harga april.csv yes",
            "dkupp/harga 2025-05 mei.csv yes");
    assertThat(shown.err()).contains("pde reconcile --yes");
    assertThat(table.ask("SELECT count(*) FROM pde.run")).containsExactly("0");

    assertThat(type("reconcile", "--yes").code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|5", "b|2", "c|4");
    assertThat(table.ask("SELECT source_name || coalesce(period, '') FROM pde.run ORDER BY run"))
        .containsExactly("baik.csv", "april.csv", "mei.csv2025-05");
    assertThat(type("reconcile").err()).contains("Semua kiriman");
  }

  @Test
  void saysWhatItCannotLoad() throws Exception {
    Path folder = Files.createDirectories(root.resolve("home/archive/ab"));
    Files.writeString(folder.resolve("ab" + "0".repeat(62)), "Kode;Nama;Harga\nz;z;1\n");
    restoreAnOlderDatabase();
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    String good = Files.readString(mapping);
    Files.delete(mapping);
    Ended shown = type("reconcile", "--yes", "--json");
    assertThat(shown.code()).isEqualTo(4);
    assertThat(shown.out().replace(" ", ""))
        .contains("\"replay\":\"mapping\"", "\"replay\":\"unknown\"", "\"replayed\":[]");
    Files.writeString(mapping, good);
    Ended loaded = type("reconcile", "--yes");
    assertThat(loaded.code()).isEqualTo(4);
    assertThat(loaded.err()).contains("unknown: arsip tidak mencatat pemetaannya");
    assertThat(table.ask(PRICES)).containsExactly("a|5", "b|2", "c|4");
  }

  @Test
  void keepsLabelsForTheOwnerOnlyAndReadsThemAfterACut() throws Exception {
    restoreAnOlderDatabase();
    try (Stream<Path> files = Files.walk(root.resolve("home/archive"))) {
      List<Path> labels = files.filter(file -> file.toString().endsWith(".label")).toList();
      assertThat(labels).hasSize(3);
      for (Path label : labels) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(label)))
            .isEqualTo("rw-------");
        Files.writeString(label, Files.readString(label) + "\n{\"at\":\"20");
      }
    }
    assertThat(type("reconcile", "--yes").code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|5", "b|2", "c|4");
  }
}

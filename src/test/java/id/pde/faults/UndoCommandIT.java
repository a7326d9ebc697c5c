package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde undo}, as it is typed. */
class UndoCommandIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String WRONG = "Kode;Nama;Harga\na;beras;9\nc;garam;3\n";

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private String before = "";
  private String run = "";

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    before = String.join(";", table.picture());
    assertThat(table.load("salah.csv", WRONG.getBytes(UTF_8)).code()).isZero();
    run = table.run();
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  @Test
  void showsWhatItWouldDoAndAsks() throws Exception {
    List<String> loaded = table.picture();
    Ended shown = type("undo", run);

    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .startsWith(
            "Run %s (dkupp/harga) dapat dibatalkan: 1 baris dihapus, 1 dikembalikan ke isi lamanya, 0"
                    .formatted(run)
                + " dimunculkan lagi; 0 tetap karena diubah run sesudahnya.");
    assertThat(shown.err())
        .contains("Tidak ada yang diubah. Untuk melakukannya: pde undo " + run + " --yes");
    assertThat(type("undo", run, "--json").out())
        .isEqualToIgnoringNewLines(
            "{\"removed\":1,\"restored\":1,\"returned\":0,\"kept\":0,\"later\":[],\"impossible\":0}");
    assertThat(table.picture()).isEqualTo(loaded);
  }

  @Test
  void takesBackAndSaysSoEverywhere() throws Exception {
    Ended done = type("undo", run, "--yes");
    String undo = table.run();

    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out()).contains("Run " + run + " dibatalkan: 1 baris dihapus");
    assertThat(table.picture()).contains(before.split(";", -1));
    assertThat(type("run", run).out()).contains("dibatalkan run " + undo);
    assertThat(type("run", undo).out()).contains("batalkan  run " + run);
    assertThat(type("runs").out())
        .contains("loaded undone by " + undo)
        .contains("loaded undoes " + run);
    assertThat(type("runs", "--json").out())
        .contains("\"undone_by\":" + undo)
        .contains("\"undoes\":" + run);
    assertThat(type("quality", "--json").out()).doesNotContain("\"run\":" + undo);
  }

  @Test
  void namesWhatChangedTheRowsSince() throws Exception {
    table.load("lagi.csv", "Kode;Nama;Harga\nc;garam;4\n".getBytes(UTF_8));
    String later = table.run();

    assertThat(type("undo", run).out())
        .contains("1 tetap karena diubah run sesudahnya.")
        .contains("diubah oleh run " + later);
  }

  @Test
  void refusesWithTheReason() {
    assertThat(type("undo", "999999").code()).isEqualTo(5);
    assertThat(type("undo", run, "--yes").code()).isZero();
    Ended again = type("undo", run, "--yes");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err())
        .contains("run " + run + " tidak dapat dibatalkan: sudah dibatalkan oleh run");
  }
}

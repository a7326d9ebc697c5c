package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde replay} of whole deliveries, as it is typed. */
class ReplayIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PRICES =
      "SELECT kode || '|' || harga FROM warehouse.harga ORDER BY 1";

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private String first = "";

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    first = table.run();
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private Ended load(String name, String content) throws Exception {
    return table.load(name, content.getBytes(UTF_8));
  }

  @Test
  void loadsARunAgainWithTheMappingOfToday() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping, Files.readString(mapping).replace("type: integer", "type: integer, scale: 1000"));
    Ended replayed = type("replay", first, "--json");

    assertThat(replayed.code()).as(replayed.err()).isZero();
    assertThat(replayed.out().replace(" ", "")).contains("\"outcome\":\"loaded\"", "\"updated\":2");
    assertThat(table.ask(PRICES)).containsExactly("a|1000", "b|2000");
    assertThat(table.ask("SELECT forced FROM pde.run ORDER BY run DESC LIMIT 1"))
        .containsExactly("t");
  }

  @Test
  void goesNotBackInTimeUnlessTold() throws Exception {
    assertThat(load("baru.csv", "Kode;Nama;Harga\na;beras;9\n").code()).isZero();
    String later = table.run();
    Ended refused = type("replay", first);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains(
            "Run sesudah run %s sudah mengisi tabel harga (run %s); kiriman lama ini akan menimpa"
                    .formatted(first, later)
                + " baris yang lebih baru",
            "pde replay " + first + " --force");
    assertThat(type("replay", first, "--force").code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");
  }

  @Test
  void addsNothingTwice() throws Exception {
    table.mapping("", "append");
    Ended refused = type("replay", first, "--force");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("pde undo " + first);
    assertThat(type("undo", first, "--yes").code()).isZero();
    String undo = table.run();
    assertThat(type("replay", first).code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");
    assertThat(type("replay", undo).err()).contains("Run " + undo + " membatalkan run " + first);
  }

  @Test
  void namesAnOriginalThatIsGone() throws Exception {
    String sha256 = table.ask("SELECT sha256 FROM pde.run").get(0);
    Files.delete(root.resolve("home/archive").resolve(sha256.substring(0, 2)).resolve(sha256));
    Ended gone = type("replay", first);
    assertThat(gone.code()).isEqualTo(5);
    assertThat(gone.err())
        .contains("Kiriman run %s tidak ada lagi di arsip (SHA-256 %s)".formatted(first, sha256));
  }

  @Test
  void saysInItsWordsThatAMappingFitsNoMore() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(mapping, Files.readString(mapping).replace("from: Kode", "from: Barcode"));
    Ended refused = type("replay", first);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("Barcode");
    Files.writeString(mapping, "title: rusak\n");
    assertThat(type("replay", first).code()).isEqualTo(2);
    Files.delete(mapping);
    assertThat(type("replay", first).code()).isEqualTo(5);
  }

  @Test
  void loadsAllThatWereRefusedSinceADate() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    String good = Files.readString(mapping);
    Files.writeString(mapping, good.replace("rejects: 60%", "rejects: 1%"));
    assertThat(load("x.csv", "Kode;Nama;Harga\nc;x;3\nd;x;salah\n").code()).isEqualTo(4);
    assertThat(load("y.csv", "Kode;Nama;Harga\nc;x;4\ne;x;salah\n").code()).isEqualTo(4);
    assertThat(load("x.csv", "Kode;Nama;Harga\nc;x;3\nd;x;salah\n").code()).isEqualTo(4);
    Files.writeString(mapping, good);
    long newest = Long.parseLong(table.run());

    List<String> all = List.of("replay", "--since", "2020-01-01", "-m", "dkupp/harga");
    Ended shown = type(all.toArray(String[]::new));
    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.out().lines().skip(1).map(line -> line.strip().replaceAll(" +.*csv +", " ")))
        .containsExactly((newest - 1) + " yes", newest + " yes");
    assertThat(table.run()).isEqualTo(Long.toString(newest));

    Ended done = type("replay", "--since", "2020-01-01", "-m", "dkupp/harga", "--yes");
    assertThat(done.code()).as(done.toString()).isEqualTo(3);
    assertThat(done.err()).contains("2 run diulang (2 loaded_with_rejects), 0 dilewati.");
    // In their order: the last refusal of x.csv came after that of y.csv.
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2", "c|3");

    Ended again = type("replay", "--since", "2020-01-01", "-m", "dkupp/harga", "--yes", "--json");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out()).contains("\"skipped\":\"replay.later\"", "\"replayed\":[]");
    assertThat(type("replay", "--since", "2020-01-01").code()).isEqualTo(2);
    assertThat(type("replay", "--since", "kemarin", "-m", "dkupp/harga").code()).isEqualTo(2);
    assertThat(type("replay").code()).isEqualTo(2);
    Ended failed =
        type(
            "replay", "--since", "2020-01-01", "-m", "dkupp/harga", "--outcome", "failed", "--yes");
    assertThat(failed.err()).as(failed.toString()).doesNotContain("run diulang (1");
    assertThat(failed.out()).doesNotContain(".csv");
    assertThat(
            type("replay", "--since", "2020-01-01", "-m", "dkupp/harga", "--outcome", "gagal")
                .code())
        .isEqualTo(2);
  }
}

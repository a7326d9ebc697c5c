package id.pde.faults;

import static id.pde.faults.Residents.ONE;
import static id.pde.faults.Residents.THREE;
import static id.pde.faults.Residents.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde erase}: a person who stands everywhere, and afterwards nowhere. */
class EraseIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HEAD = "NIK;Nama;Jiwa\n";
  private static final String FIRST =
      HEAD + ONE + ";Contoh Satu;1\n" + TWO + ";Contoh Dua;2\n" + THREE + ";\"Contoh\nTiga\";3\n";

  @TempDir private Path root;
  private Residents city = new Residents(Path.of(""), database);
  private Path workbook = Path.of("");
  private Path bundle = Path.of("");
  private String pseudonym = "";

  @BeforeEach
  void load() throws Exception {
    city = new Residents(root, database);
    city.begin();
    assertThat(city.type("keys", "new").code()).isZero();
    assertThat(city.load("warga", "w1.csv", FIRST).code()).isZero();
    assertThat(city.load("warga", "w2.csv", HEAD + ONE + ";Contoh Satu;4\n").code()).isZero();
    assertThat(
            city.load(
                    "warga",
                    "w3.csv",
                    HEAD
                        + ONE
                        + ";Contoh Satu;5\n"
                        + ONE
                        + ";Contoh Satu;salah\n"
                        + TWO
                        + ";Contoh Dua;rusak\n")
                .code())
        .isEqualTo(3);
    workbook =
        city.workbook(
            "p1.xlsx",
            List.of(
                List.of("NIK", "Nama", "NIK Atasan"),
                List.of(ONE, "Contoh Satu", TWO),
                List.of(TWO, "Contoh Dua", ONE)));
    assertThat(city.load("pegawai", workbook).code()).isZero();
    assertThat(
            city.load(
                    "pegawai",
                    "p2.csv",
                    "NIK,Nama,NIK Atasan\n"
                        + TWO
                        + ",Contoh Dua,"
                        + ONE
                        + "\n"
                        + THREE
                        + ",Tiga,\n")
                .code())
        .isZero();
    bundle =
        city.zip(
            "b.zip",
            "bantuan.csv",
            "Penerima,Nominal\n" + TWO + ",7\n" + ONE + ",8\n" + TWO + ",9\n");
    assertThat(city.load("bantuan", bundle).code()).isZero();
    assertThat(
            city.load(
                    "antrian",
                    "a1.csv",
                    "Nomor,NIK,Nama,Catatan\nA1,"
                        + ONE
                        + ",Contoh Satu,datang\nA2,"
                        + TWO
                        + ",Contoh Dua,diantar "
                        + ONE
                        + "\n")
                .code())
        .isZero();
    pseudonym = city.ask("SELECT nik FROM warehouse.warga WHERE jiwa = 5").get(0);
  }

  private Ended erase(String... more) {
    List<String> words = new ArrayList<>(List.of("erase", "--nik", ONE, "--reason", "permohonan"));
    words.addAll(List.of(more));
    Ended ended = city.type(words.toArray(String[]::new));
    assertThat(ended.out() + ended.err()).doesNotContain(ONE);
    return ended;
  }

  private void assertNoTrace() throws Exception {
    assertThat(city.tablesWith(ONE, pseudonym, "Contoh Satu")).isEmpty();
    assertThat(city.filesWith(ONE)).isEmpty();
  }

  @Test
  void showsWhatItWouldDoAndDoesNothing() throws Exception {
    List<String> before = city.rows("warga");
    Ended shown = erase("--dry-run");
    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "warehouse.warga 1",
            "history.warga 2",
            "pde.quarantine 1",
            "warehouse.bantuan 1",
            "history.pegawai 1",
            "warehouse.pegawai 1",
            "warehouse.antrian 2");
    assertThat(shown.out()).contains("rewritten", "deleted");
    assertThat(city.rows("warga")).isEqualTo(before);
    assertThat(city.filesWith(ONE)).isNotEmpty();
    assertThat(city.ask("SELECT erasure FROM pde.erasure")).isEmpty();
    assertThat(city.type("erase", "--nik", ONE).code()).isEqualTo(2);
    String third = city.ask("SELECT run FROM pde.quarantine LIMIT 1").get(0);
    assertThat(city.type("rejects", third, "--from-archive").out()).contains(ONE);
    assertThat(city.type("audit", "--json").out().replace(" ", ""))
        .contains("\"action\":\"rejects\"", "\"form\":\"run" + third);
  }

  @Test
  void leavesNoTraceAndEverythingElse() throws Exception {
    List<String> others =
        city.ask(
            "SELECT t::text FROM warehouse.warga t WHERE nik <> '" + pseudonym + "' ORDER BY 1");
    Ended done = erase("--reference", "800/12", "--yes");
    assertThat(done.code()).as(done.toString()).isZero();
    assertNoTrace();

    assertThat(city.ask("SELECT t::text FROM warehouse.warga t ORDER BY 1")).isEqualTo(others);
    assertThat(city.ask("SELECT count(*) FROM history.warga")).containsExactly("0");
    assertThat(city.ask("SELECT nominal FROM warehouse.bantuan ORDER BY 1"))
        .containsExactly("7", "9");
    // Who was led by the person stays; by whom goes.
    assertThat(
            city.ask("SELECT nama || coalesce(nik_atasan, '-') FROM warehouse.pegawai ORDER BY 1"))
        .containsExactly("Contoh Dua-", "Tiga-");
    assertThat(city.ask("SELECT catatan FROM warehouse.antrian"))
        .containsExactly("diantar [DIHAPUS]");
    assertThat(city.ask("SELECT ordinal FROM pde.quarantine")).containsExactly("1");
    assertThat(
            city.ask(
                "SELECT action || subject || reason || reference || (ended IS NOT NULL) FROM pde.erasure"))
        .containsExactly("erasenikpermohonan800/12true");
    assertThat(city.type("audit", "--json").out()).contains("800/12", "\"now\":null");
  }

  @Test
  void nothingBringsItBack() throws Exception {
    assertThat(erase("--yes").code()).isZero();
    List<String> rows = city.rows("warga");
    for (String run : city.ask("SELECT run FROM pde.run ORDER BY run")) {
      Ended replayed = city.type("replay", run, "--force");
      assertThat(replayed.code()).as(replayed.toString()).isIn(0, 3, 4, 5);
      assertNoTrace();
    }
    for (String name : List.of("w1.csv", "w2.csv", "w3.csv")) {
      Path file = root.resolve(name);
      assertThat(Files.readString(file)).contains(ONE);
      assertThat(city.load("warga", file).code()).isIn(0, 3);
      // Where nobody else is left in it, it is an empty delivery.
      assertThat(city.load("warga", file, "--force").code()).isIn(0, 3, 4);
      assertNoTrace();
    }
    Ended refused = city.load("pegawai", workbook);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out() + refused.err()).contains("karena memuat data yang harus dihapus");
    assertThat(city.load("bantuan", bundle).code()).isEqualTo(4);
    assertNoTrace();
    assertThat(city.rows("warga").size()).isGreaterThanOrEqualTo(rows.size());

    // The database of before the erasure knows of none; the archive does.
    city.dropTables();
    city.execute("TRUNCATE pde.run, pde.owned_table, pde.delivery, pde.erasure CASCADE");
    assertThat(city.type("reconcile").out()).containsPattern("p1\\.xlsx +erased");
    Ended reconciled = city.type("reconcile", "--yes");
    assertThat(reconciled.code()).as(reconciled.toString()).isIn(0, 3, 4);
    assertThat(city.ask("SELECT count(*) FROM warehouse.warga")).containsExactly("2");
    assertNoTrace();
    Ended fresh = city.load("warga", "w4.csv", HEAD + ONE + ";Contoh Satu;9\n" + TWO + ";Dua;9\n");
    assertThat(fresh.code()).as(fresh.toString()).isZero();
    assertThat(city.ask("SELECT filtered_by::text FROM pde.run ORDER BY run DESC LIMIT 1"))
        .containsExactly("{\"erased\": 1}");
    assertThat(fresh.out()).contains("dihapus atas permintaan");
    assertThat(city.tablesWith(ONE, pseudonym, "Contoh Satu")).isEmpty();
    // Its bytes are a new delivery: the erasure is repeated for them.
    assertThat(city.filesWith(ONE)).isNotEmpty();
    assertThat(erase("--yes").code()).isZero();
    assertNoTrace();
  }

  @Test
  void liftedItMayComeAgain() throws Exception {
    assertThat(erase("--yes").code()).isZero();
    String fresh = HEAD + ONE + ";Contoh Satu;9\n";
    assertThat(erase("--lift").code()).isZero();
    assertThat(erase("--lift").code()).isEqualTo(5);
    assertThat(city.load("warga", "w4.csv", fresh).code()).isZero();
    assertThat(city.ask("SELECT jiwa FROM warehouse.warga WHERE nik = '" + pseudonym + "'"))
        .containsExactly("9");
  }

  @Test
  void undoBringsNothingBack() throws Exception {
    assertThat(erase("--yes").code()).isZero();
    for (String run :
        city.ask("SELECT run FROM pde.run WHERE table_name = 'warga' ORDER BY run DESC")) {
      assertThat(city.type("undo", run, "--yes").code()).as("undo of " + run).isIn(0, 4);
      assertNoTrace();
    }
  }

  @Test
  void tombstonesOutliveTheirKey() throws Exception {
    assertThat(city.type("erase", "--nik", THREE, "--reason", "uji", "--yes").code()).isZero();
    assertThat(city.type("keys", "rotate").code()).isZero();
    assertThat(city.load("warga", "w5.csv", HEAD + THREE + ";Tiga;1\n" + TWO + ";Dua;1\n").code())
        .isZero();
    assertThat(city.ask("SELECT filtered_by::text FROM pde.run ORDER BY run DESC LIMIT 1"))
        .containsExactly("{\"erased\": 1}");
  }

  @Test
  void aKeyOfOneTable() throws Exception {
    Ended done = city.type("erase", "antrian", "A1", "--reason", "salah orang", "--yes");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(city.ask("SELECT nomor FROM warehouse.antrian")).containsExactly("A2");
    assertThat(city.ask("SELECT count(*) FROM warehouse.warga")).containsExactly("3");
    Ended again = city.load("antrian", root.resolve("a1.csv"), "--force");
    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(
            city.load(
                    "antrian",
                    "a2.csv",
                    "Nomor,NIK,Nama,Catatan\nA1," + TWO + ",Dua,lagi\nA2," + TWO + ",Dua,lagi\n")
                .code())
        .isZero();
    assertThat(city.ask("SELECT nomor FROM warehouse.antrian")).containsExactly("A2");
    assertThat(city.type("erase", "antrian", "--reason", "x").code()).isEqualTo(2);
    assertThat(city.type("erase", "tiada", "1", "--reason", "x").code()).isEqualTo(5);
  }

  @Test
  void needsTheKeyOfPseudonyms() throws Exception {
    Files.delete(city.home().resolve("secrets/hmac"));
    Ended refused = erase("--yes");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("pde keys new");
  }
}

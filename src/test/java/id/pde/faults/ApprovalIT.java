package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs that wait for a second person, as officers type them. */
class ApprovalIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PRICES =
      "SELECT kode || '|' || harga FROM warehouse.harga ORDER BY 1";

  private static final String USER = System.getProperty("user.name");

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private Path mapping = Path.of("");

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    mapping = root.resolve("mappings/dkupp/harga.yaml");
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private void tolerance(String tolerance) throws IOException {
    String now = Files.readString(mapping);
    Files.writeString(
        mapping, now.replaceAll("(?s)tolerance: \\{.*", "tolerance: {" + tolerance + "}\n"));
  }

  private void drift(String drift) throws IOException {
    Files.writeString(mapping, Files.readString(mapping) + "drift: {" + drift + "}\n");
  }

  private Ended load(String content, String... more) throws IOException {
    return table.load("baru.csv", content.getBytes(UTF_8), more);
  }

  /** The number of the run that waits now. */
  private String held(String content) throws Exception {
    Ended waits = load(content);
    assertThat(waits.code()).as(waits.toString()).isEqualTo(8);
    return table.run();
  }

  private Ended approve(String run) {
    return type("approve", run, "--who", "siti");
  }

  @Test
  void holdsWhatChangesMoreThanItMay() throws Exception {
    tolerance("approve: {changed: 49%}");
    Ended waits = load("Kode;Nama;Harga\na;beras;9\nb;gula;2\n");
    assertThat(waits.code()).isEqualTo(8);
    assertThat(waits.out())
        .contains(
            "Menunggu persetujuan orang lain selain "
                + USER
                + ", belum ada yang dimuat: mengubah 1"
                + " dari 2 baris tabel harga, lebih dari 49%",
            "2 diterima = 0 baru + 1 berubah + 1 tetap");
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");

    Ended done = approve(table.run());
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out()).contains("Disetujui siti (" + USER + "). Dimuat ke tabel harga");
    assertThat(table.ask(PRICES)).containsExactly("a|9", "b|2");
    assertThat(type("explain", "harga", "a").out()).contains("siti (" + USER + ")");
    assertThat(type("runs").out()).contains("waiting approved");
  }

  @Test
  void doesNotAskBelowTheLimits() throws Exception {
    tolerance("approve: {changed: 50%, deleted: 0%, rows: 2}");
    assertThat(load("Kode;Nama;Harga\na;beras;9\nb;gula;2\nc;teh;3\n").code()).isZero();
    assertThat(load("Kode;Nama;Harga\nd;x;1\ne;x;1\nf;x;1\n").code()).isEqualTo(8);
    assertThat(load("Kode;Nama;Harga\nd;x;1\ne;x;1\n").code()).isZero();
  }

  @Test
  void holdsWhatDeletes() throws Exception {
    table.mapping("", "replace");
    tolerance("shrink: 100%, approve: {deleted: 30%}");
    String run = held("Kode;Nama;Harga\na;beras;1\n");
    assertThat(approve(run).code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|1");
  }

  @Test
  void asksSomebodyElse() throws Exception {
    tolerance("approve: {rows: 0}");
    String run = held("Kode;Nama;Harga\na;beras;9\n");
    Ended same = type("approve", run);
    assertThat(same.code()).isEqualTo(4);
    assertThat(same.err()).contains(USER + " sendiri yang memuatnya", "--who");
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");
    assertThat(approve(run).code()).isZero();
    Ended again = type("approve", run, "--who", "budi");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("sudah diputuskan: disetujui (siti");
    assertThat(type("decline", run).code()).isEqualTo(4);
    assertThat(type("approve", table.run(), "--who", "budi").err())
        .contains("tidak menunggu persetujuan (hasilnya loaded)");
    assertThat(type("approve", "999999").code()).isEqualTo(5);
  }

  @Test
  void declinesWithAReasonThatTheSenderReads() throws Exception {
    tolerance("approve: {rows: 0}");
    String run = held("Kode;Nama;Harga\na;beras;9\n");
    Ended declined = type("decline", run, "--why", "harga salah satuan", "--json");
    assertThat(declined.code()).as(declined.toString()).isZero();
    assertThat(declined.out())
        .contains(
            "\"outcome\":\"refused\"",
            "\"decision\":\"declined\"",
            "\"reason\":\"harga salah satuan\"");
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");
    try (Stream<Path> answers = Files.walk(root.resolve("home/outbox"))) {
      List<Path> texts = answers.filter(path -> path.toString().endsWith(".txt")).toList();
      assertThat(texts)
          .anySatisfy(
              text ->
                  assertThat(text)
                      .content()
                      .contains("tidak disetujui petugas: harga salah satuan")
                      .doesNotContain(USER));
    }
    assertThat(approve(run).code()).isEqualTo(4);
    // Declined bytes may come again, and wait again.
    assertThat(load("Kode;Nama;Harga\na;beras;9\n").code()).isEqualTo(8);
  }

  @Test
  void aChangedTableMakesItWaitAnew() throws Exception {
    tolerance("approve: {changed: 10%}");
    String run = held("Kode;Nama;Harga\na;beras;9\nb;gula;3\n");
    table.execute("UPDATE warehouse.harga SET harga = 7 WHERE kode = 'a'");
    Ended other = approve(run);
    assertThat(other.code()).as(other.toString()).isEqualTo(8);
    assertThat(table.ask("SELECT harga::text FROM warehouse.harga WHERE kode = 'a'"))
        .containsExactly("7");
    assertThat(table.ask("SELECT decision FROM pde.run WHERE run = " + run))
        .containsExactly("overtaken");
    assertThat(approve(table.run()).code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|9", "b|3");
  }

  @Test
  void theSameDeliveryWaitsOnce() throws Exception {
    tolerance("approve: {rows: 0}");
    String run = held("Kode;Nama;Harga\na;beras;9\n");
    Ended again = load("Kode;Nama;Harga\na;beras;9\n");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("sudah menunggu persetujuan sebagai run " + run);
  }

  @Test
  void aPlanSaysThatItWouldWait() throws Exception {
    tolerance("approve: {rows: 0}");
    Path file = Files.writeString(root.resolve("baru.csv"), "Kode;Nama;Harga\na;beras;9\n");
    Ended plan = type("plan", file.toString(), "-m", "dkupp/harga");
    assertThat(plan.code()).isEqualTo(8);
    assertThat(plan.out()).contains("Rencana: kiriman ini akan menunggu persetujuan");
    assertThat(table.ask("SELECT count(*)::text FROM pde.run")).containsExactly("1");
  }

  @Test
  void guardsHoldWhereTheMappingSaysSo() throws Exception {
    tolerance("rejects: 10%, beyond: hold");
    String rejects = held("Kode;Nama;Harga\nc;teh;3\nd;kopi;salah\n");
    Ended loaded = approve(rejects);
    assertThat(loaded.code()).as(loaded.toString()).isEqualTo(3);
    assertThat(type("rejects", table.run()).out()).contains("salah");
    tolerance("empty: hold");
    table.mapping("", "replace");
    tolerance("empty: hold, beyond: hold");
    String empty = held("Kode;Nama;Harga\n");
    assertThat(type("run", empty).out()).contains("delivery.no-rows", "shrink.exceeded");
    assertThat(approve(empty).code()).isZero();
    assertThat(table.ask(PRICES)).isEmpty();
  }

  @Test
  void driftHoldsWhereTheMappingSaysSo() throws Exception {
    drift("new-columns: hold, missing-columns: hold");
    String more = held("Kode;Nama;Harga;Stok\na;beras;9;1\n");
    assertThat(approve(more).code()).isZero();
    String less = held("Kode;Harga\na;8\n");
    assertThat(type("run", less).out()).contains("heading.missing");
    assertThat(approve(less).code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|8", "b|2");
    // A key is never a matter of opinion.
    assertThat(load("Nama;Harga\nberas;8\n").code()).isEqualTo(4);
  }

  @Test
  void keepsTheWayBack() throws Exception {
    tolerance("approve: {rows: 0}");
    assertThat(approve(held("Kode;Nama;Harga\na;beras;9\n")).code()).isZero();
    assertThat(type("undo", table.run(), "--yes").code()).isZero();
    assertThat(table.ask(PRICES)).containsExactly("a|1", "b|2");
  }

  @Test
  void saysThatTheOriginalIsGone() throws Exception {
    tolerance("approve: {rows: 0}");
    String run = held("Kode;Nama;Harga\na;beras;9\n");
    String sha256 = table.ask("SELECT sha256 FROM pde.run WHERE run = " + run).get(0);
    Files.delete(root.resolve("home/archive").resolve(sha256.substring(0, 2)).resolve(sha256));
    Ended gone = approve(run);
    assertThat(gone.code()).isEqualTo(5);
    assertThat(gone.err()).contains("pde decline " + run);
    assertThat(type("decline", run).code()).isZero();
  }
}

package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Columns and mappings that get other names: {@code was:}. */
class RenameIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String OTHER = "Kode;Nama;Harga\na;beras;9\n";

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private Path mapping = Path.of("");
  private String first = "";

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.execute("DROP TABLE IF EXISTS warehouse.harga, history.harga CASCADE");
    table.execute("TRUNCATE pde.rename, pde.owned_table");
    table.begin();
    mapping = root.resolve("mappings/dkupp/harga.yaml");
    assertThat(load("kedua.csv", "Kode;Nama;Harga\na;beras;5\n").code()).isZero();
    first = table.run();
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private Ended load(String name, String content) throws IOException {
    return table.load(name, content.getBytes(UTF_8));
  }

  private void replace(String text, String other) throws IOException {
    String now = Files.readString(mapping);
    assertThat(now).contains(text);
    Files.writeString(mapping, now.replace(text, other));
  }

  private void rename() throws IOException {
    replace("  harga: {from: Harga,", "  nilai: {from: Harga, was: harga,");
  }

  private List<String> columns(String schema) throws Exception {
    return table.ask(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = '"
            + schema
            + "' AND table_name = 'harga' AND column_name IN ('harga', 'nilai')");
  }

  @Test
  void aColumnKeepsItsValuesAndItsHistory() throws Exception {
    rename();
    Ended done = load("ketiga.csv", OTHER);
    assertThat(done.code()).as(done.toString()).isZero();
    for (String schema : List.of("warehouse", "history", "mart", "versions")) {
      assertThat(columns(schema)).as(schema).containsExactly("nilai");
    }
    assertThat(table.ask("SELECT kode || '|' || nilai FROM warehouse.harga ORDER BY 1"))
        .containsExactly("a|9", "b|2");
    assertThat(table.ask("SELECT nilai::text FROM mart.harga_as_of_run(" + first + ") ORDER BY 1"))
        .containsExactly("2", "5");
    assertThat(table.ask("SELECT from_name || ' ' || to_name FROM pde.rename"))
        .containsExactly("harga nilai");
    assertThat(type("undo", table.run(), "--yes").code()).isZero();
    assertThat(table.ask("SELECT kode || '|' || nilai FROM warehouse.harga ORDER BY 1"))
        .containsExactly("a|5", "b|2");
    // What has been done is not done again, and means nothing for a new table.
    assertThat(load("keempat.csv", "Kode;Nama;Harga\na;beras;8\n").code()).isZero();
  }

  @Test
  void aPlanComparesUnderTheNewNameAndRenamesNothing() throws Exception {
    rename();
    replace("rejects: 60%", "rejects: 60%, shrink: 100%");
    Path file = Files.writeString(root.resolve("x.csv"), OTHER);
    for (String load : List.of("merge", "replace")) {
      replace("load: merge", "load: " + load);
      Ended plan = type("plan", file.toString(), "-m", "dkupp/harga");
      assertThat(plan.out()).as(plan.err()).contains("nilai", "5", "9");
      assertThat(columns("warehouse")).containsExactly("harga");
    }
  }

  @Test
  void aPlanOfATableWithoutAKeyComparesToo() throws Exception {
    table.execute("DROP TABLE warehouse.harga, history.harga CASCADE");
    table.execute("TRUNCATE pde.owned_table");
    replace("key: [kode], load: merge", "load: replace");
    replace("rejects: 60%", "rejects: 60%, shrink: 100%");
    assertThat(load("a.csv", "Kode;Nama;Harga\na;beras;1\nb;garam;2\n").code()).isZero();
    rename();
    Path file = Files.writeString(root.resolve("x.csv"), "Kode;Nama;Harga\na;beras;1\nb;garam;3\n");
    Ended plan = type("plan", file.toString(), "-m", "dkupp/harga");
    assertThat(plan.out()).as(plan.err()).contains("1 baru + 0 berubah + 1 tetap; 1 dihapus");
  }

  @Test
  void aPlanThatRenamesHoldsForItsLoad() throws Exception {
    rename();
    Path file = Files.writeString(root.resolve("x.csv"), OTHER);
    String plan = type("plan", file.toString(), "-m", "dkupp/harga", "--json").out();
    String hash = plan.replaceAll("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
    Ended loaded = type("load", file.toString(), "-m", "dkupp/harga", "--plan", hash);
    assertThat(loaded.code()).as(loaded.toString()).isZero();
  }

  @Test
  void aKeyIsRenamedToo() throws Exception {
    replace("key: [kode]", "key: [barang]");
    replace("  kode: {from: Kode,", "  barang: {from: Kode, was: kode,");
    Ended done = load("ketiga.csv", OTHER);
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out()).contains("1 berubah");
    assertThat(type("explain", "harga", "a").out()).contains("barang", "(Kode)");
  }

  @Test
  void explainsRunsFromBeforeUnderTheirOldNames() throws Exception {
    rename();
    assertThat(load("ketiga.csv", OTHER).code()).isZero();
    Ended told = type("explain", "harga", "a");
    assertThat(told.code()).as(told.toString()).isZero();
    // All three versions are traced to their cells, though two runs knew the column as harga.
    assertThat(told.out().split("nilai ", -1)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(told.out()).contains("\"9\"", "\"5\"", "\"1\"");
  }

  @Test
  void twoRenamesInARowAreBothUnderstood() throws Exception {
    rename();
    assertThat(load("ketiga.csv", OTHER).code()).isZero();
    replace("  nilai: {from: Harga, was: harga,", "  rupiah: {from: Harga, was: nilai,");
    assertThat(load("keempat.csv", "Kode;Nama;Harga\na;beras;10\n").code()).isZero();
    assertThat(type("explain", "harga", "a").out()).contains("\"10\"", "\"9\"", "\"5\"", "\"1\"");
  }

  @Test
  void proposesARenamingButNeverDoesIt() throws Exception {
    replace("  harga: {from: Harga,", "  nilai: {from: Harga,");
    Path file = Files.writeString(root.resolve("x.csv"), OTHER);
    Ended plan = type("plan", file.toString(), "-m", "dkupp/harga");
    assertThat(plan.out()).contains("table.column-added", "tulis was: harga pada kolom nilai");
    Ended loaded = load("ketiga.csv", OTHER);
    assertThat(loaded.code()).isZero();
    assertThat(loaded.out()).contains("table.column-added");
    assertThat(columns("warehouse")).containsExactlyInAnyOrder("harga", "nilai");
    replace("  nilai: {from: Harga,", "  nilai: {from: Harga, was: harga,");
    Ended both = load("keempat.csv", "Kode;Nama;Harga\na;beras;8\n");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("mempunyai kolom harga dan kolom nilai");
  }

  @Test
  void aMappingKeepsItsTableItsRunsAndItsArchive() throws Exception {
    Path renamed = root.resolve("mappings/dkupp/harga_pasar.yaml");
    Files.writeString(renamed, "was: dkupp/harga\n" + Files.readString(mapping));
    Path same = Files.writeString(root.resolve("sama.csv"), "Kode;Nama;Harga\na;beras;5\n");
    Ended conflict = type("load", same.toString(), "-m", "dkupp/harga_pasar");
    assertThat(conflict.code()).isEqualTo(2);
    assertThat(conflict.err()).contains("was: pemetaan dkupp/harga masih ada");
    assertThat(type("check").code()).isEqualTo(2);
    Files.delete(mapping);
    assertThat(type("plan", same.toString(), "-m", "dkupp/harga_pasar").out())
        .contains("sudah dimuat sebagai run " + first);
    Ended done = type("load", same.toString(), "-m", "dkupp/harga_pasar");
    assertThat(done.code()).as(done.toString()).isZero();
    assertThat(done.out()).contains("sudah dimuat sebagai run " + first);
    assertThat(table.ask("SELECT DISTINCT mapping FROM pde.run"))
        .containsExactly("dkupp/harga_pasar");
    assertThat(type("explain", "harga", "a").out())
        .contains("\"5\"", "\"1\"", "dkupp/harga_pasar  versi 1");
    assertThat(
            table.ask(
                "SELECT mapping || ' ' || string_agg(number::text, ',' ORDER BY number)"
                    + " FROM pde.mapping_history GROUP BY mapping"))
        .containsExactly("dkupp/harga_pasar 1,2");
    assertThat(
            table.ask(
                "SELECT DISTINCT h.content LIKE 'was:%' || r.mapping_number::text FROM pde.run r"
                    + " JOIN pde.mapping_history h ON h.number = r.mapping_number"
                    + " AND h.sha256 = r.mapping_sha256"))
        .isNotEmpty();
    assertThat(type("reconcile", "--json").out()).doesNotContain("dkupp/harga");
    table.execute("TRUNCATE pde.run CASCADE");
    assertThat(type("reconcile").out()).contains("dkupp/harga_pasar");
    assertThat(type("reconcile", "--yes").code()).isZero();
  }
}

package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose key is made of the period, or has another one beside it. */
class ExplainKeysIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    table.execute("DROP TABLE IF EXISTS warehouse.harga, history.harga CASCADE");
    table.execute("DELETE FROM pde.owned_table WHERE table_name = 'harga'");
    table.execute("TRUNCATE pde.run CASCADE");
  }

  private void target(String target) throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    String before = Files.readString(mapping);
    Files.writeString(
        mapping, before.replace("target: {table: harga, key: [kode], load: merge}", target));
  }

  private Ended load(String content, String... more) throws Exception {
    return table.load("harga.csv", content.getBytes(UTF_8), more);
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  @Test
  void aRowIsAskedForByEitherOfItsKeys() throws Exception {
    target("target: {table: harga, key: [kode], else: [nama]}");
    assertThat(load("Kode;Nama;Harga\na;beras;1\n;gula;2\n").code()).isZero();

    assertThat(type("explain", "harga", "a").out()).contains("harga  1 ");
    Ended other = type("explain", "harga", "gula");
    assertThat(other.out()).as(other.toString()).contains("harga  2 ").doesNotContain("harga  1 ");
    assertThat(type("explain", "harga", "kode=a").code()).isZero();
    assertThat(type("explain", "harga", "nama=gula").code()).isZero();
    assertThat(type("explain", "harga", "beras").code()).isEqualTo(5);
  }

  @Test
  void theRowOfAPeriodIsAskedForByIt() throws Exception {
    target("target: {table: harga, key: [kode], load: replace, per: period}");
    assertThat(load("Kode;Nama;Harga\na;beras;1\n", "--period", "2023").code()).isZero();
    assertThat(load("Kode;Nama;Harga\na;beras;2\n", "--period", "2024").code()).isZero();

    Ended told = type("explain", "harga", "a", "2023");
    assertThat(told.code()).as(told.toString()).isZero();
    assertThat(told.out()).contains("harga  1 ").doesNotContain("harga  2 ");
    assertThat(type("explain", "harga", "a", "2025").code()).isEqualTo(5);
  }

  @Test
  void aPlanIsTypedAndLoaded() throws Exception {
    target("target: {table: harga, key: [kode], load: replace}");
    assertThat(load("Kode;Nama;Harga\na;beras;1\nb;gula;2\n").code()).isZero();
    Path next = root.resolve("harga.csv");
    Files.writeString(next, "Kode;Nama;Harga\na;beras;3\nb;gula;2\nc;garam;4\n");

    Ended plan = type("plan", next.toString(), "-m", "dkupp/harga");
    assertThat(plan.code()).as(plan.toString()).isZero();
    assertThat(plan.out())
        .contains("1 baris baru", "  + kode = c  (4)", "1 baris berubah", "      harga: 1 -> 3")
        .contains("  menurut kolom: harga 1");
    String json = type("plan", next.toString(), "-m", "dkupp/harga", "--json").out();
    assertThat(json)
        .contains("\"changes\":{\"added\":1,\"changed\":1,\"unchanged\":1,\"deleted\":0")
        .contains("{\"column\":\"harga\",\"old\":\"1\",\"new\":\"3\"}");
    String hash = json.replaceAll("(?s).*\"plan\":\"([0-9a-f]{16})\".*", "$1");
    assertThat(plan.out()).contains(hash);

    Ended other = type("load", next.toString(), "-m", "dkupp/harga", "--plan", "0123456789abcdef");
    assertThat(other.code()).isEqualTo(4);
    assertThat(other.out()).contains("plan.changed");
    assertThat(type("load", next.toString(), "-m", "dkupp/harga", "--plan", hash).code()).isZero();
    assertThat(table.ask("SELECT harga FROM warehouse.harga ORDER BY kode"))
        .containsExactly("3", "2", "4");
  }
}

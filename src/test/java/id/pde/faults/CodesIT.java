package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an officer who settles unknown values, as they are typed. */
class CodesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int cities;

  @TempDir Path root = Path.of("");
  private String table = "";

  @BeforeEach
  void newCity() throws IOException {
    table = "kode_uji" + ++cities;
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/codes"));
    Files.createDirectories(root.resolve("mappings/dinsos"));
    write("mappings/agencies.yaml", "dinsos: {name: Dinas Sosial}\n");
    write("mappings/codes/" + table + ".csv", "code,name\n1,Ketapang\n2,Pilang\n");
    mapping("60%");
  }

  private void mapping(String rejects) throws IOException {
    write(
        "mappings/dinsos/" + table + ".yaml",
        """
        source: {format: csv}
        target: {table: %1$s, key: [nomor]}
        columns:
          nomor: {from: "NO", type: integer}
          tempat: {from: TEMPAT, type: code(%1$s)}
        tolerance: {rejects: %2$s}
        """
            .formatted(table, rejects));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(root.resolve(name), content);
  }

  private Ended type(String... words) {
    return new Terminal(root, database.environment()).type(words);
  }

  private Ended load(String name, String rows) throws IOException {
    Path file = write(name, "NO,TEMPAT\n" + rows);
    return type("load", file.toString(), "-m", "dinsos/" + table, "--json");
  }

  private static String run(Ended loaded) {
    return loaded.out().replaceFirst("(?s).*?\"run\": ?(\\d+).*", "$1");
  }

  @Test
  void listsDecidesAndLoadsWhatWaits() throws IOException {
    Ended loaded = load("a.csv", "1,Ketapang\n2,Ketapank\n3,\"Pi \"\"lang\"\"\"\n");
    assertThat(loaded.code()).isEqualTo(3);

    assertThat(type("codes", table).out()).contains("Ketapank", "1 Ketapang (0.94)");
    assertThat(type("codes", table, "--json").out().replace(" ", ""))
        .contains("\"value\":\"Ketapank\"", "\"waiting\":1", "\"score\":0.94");
    assertThat(type("codes", "lain_sama_sekali").err()).contains("Tidak ada nilai");

    assertThat(type("codes", "decide", "tidak_ada", "Ketapank", "1").code()).isEqualTo(5);
    assertThat(type("codes", "decide", table, "Surabaya", "1").code()).isEqualTo(5);
    assertThat(type("codes", "decide", table, "Ketapank", "9").code()).isEqualTo(2);
    Ended decided =
        type("codes", "decide", table, "ketapank", "Ketapang", "--who", "sari", "--why", "a, b");
    assertThat(decided.code()).isZero();
    assertThat(decided.err()).contains("pde replay " + run(loaded) + " --rejects");
    assertThat(Files.readString(root.resolve("mappings/codes/" + table + ".decisions.csv")))
        .matches("(?s)value,code,who,when,why\nKetapank,1,sari,[^,]+,\"a, b\"\n");
    assertThat(type("codes", "decide", table, "Ketapank", "1").code()).isEqualTo(5);

    Ended replayed = type("replay", run(loaded), "--rejects", "--json");
    assertThat(replayed.code()).as(replayed.err()).isZero();
    assertThat(replayed.out().replace(" ", "")).contains("\"read\":1,\"accepted\":1");
    assertThat(type("replay", run(loaded), "--rejects").code()).isEqualTo(5);
    assertThat(type("undo", run(replayed), "--yes").code()).isZero();
    assertThat(type("replay", run(loaded), "--rejects").code()).isZero();
    assertThat(type("replay", run(loaded), "--rejects").code()).isEqualTo(5);
    assertThat(type("replay", run(loaded), "--rejects", "-m", "dinsos/x").code()).isEqualTo(2);
    assertThat(type("replay", run(loaded)).code()).isZero();
  }

  @Test
  void readsARefusedDeliveryAgain() throws IOException {
    mapping("5%");
    Ended refused = load("b.csv", "1,Ketapank\n2,Pilang\n");
    assertThat(refused.code()).isEqualTo(4);

    assertThat(type("codes", "decide", table, "Ketapank", "1").code()).isZero();
    Ended again = type("replay", run(refused), "--json");

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out().replace(" ", "")).contains("\"read\":2,\"accepted\":2,\"rejected\":0");
    assertThat(type("codes", table).err()).contains("Tidak ada nilai");
  }

  @Test
  void showsHowGoodDeliveriesWere() throws IOException {
    load("c.csv", "1,Ketapang\n2,Ketapank\n");
    load("d.csv", "1,Ketapang\n2,Pilang\n");

    String all = type("quality", "dinsos/" + table).out();
    assertThat(all.lines().skip(1).map(line -> line.replaceAll(" +", " ")))
        .satisfiesExactly(
            line -> assertThat(line).contains(" loaded 2 100.0 +50.0"),
            line ->
                assertThat(line).contains(" loaded_with_rejects 2 50.0 code.unknown tempat x1"));
    assertThat(type("quality", "dinsos/" + table, "--limit", "1").out().lines()).hasSize(2);
    assertThat(type("quality", "dinsos", "--json").out().replace(" ", ""))
        .contains("\"dataset\":\"dinsos/" + table + "\"", "\"clean\":50.0");
    assertThat(type("quality", "tidak_ada").err()).contains("Belum ada run");
  }

  @Test
  void listsAreReadAndSynonymsAddedAndTakenBack() throws IOException {
    assertThat(type("codes", "list").out()).containsPattern(table + " +2 +0");
    assertThat(type("codes", "add", table, "Pasar Pilang", "Pilang", "--who", "sari").code())
        .isZero();
    assertThat(type("codes", "list", table, "pasar").out())
        .contains("Pilang", "Pasar Pilang", "sari")
        .doesNotContain("Ketapang");
    assertThat(type("codes", "list", table, "keta", "--json").out().replace(" ", ""))
        .contains("\"code\":\"1\",\"name\":\"Ketapang\"")
        .doesNotContain("Pilang");
    Ended loaded = load("c.csv", "7,pasar pilang\n");
    assertThat(loaded.code()).as(loaded.err()).isZero();

    assertThat(type("codes", "add", table, "Pasar Pilang", "1").code()).isEqualTo(2);
    assertThat(type("codes", "withdraw", table, "pasar pilang").err()).contains("Ditarik");
    assertThat(type("codes", "withdraw", table, "pasar pilang").code()).isEqualTo(5);
    assertThat(load("d.csv", "8,pasar pilang\n").code()).isNotZero();
    Ended wrong = type("codes", "list", table + "x");
    assertThat(wrong.code()).isEqualTo(5);
    assertThat(wrong.err()).contains("Tidak ada daftar kode", table);
  }
}

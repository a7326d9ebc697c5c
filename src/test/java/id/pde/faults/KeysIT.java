package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The key of pseudonyms: missing, wrong, changed. */
class KeysIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PERSONS =
      Citizens.HEAD
          + "3574041806779004;3574041501059001;Uji Satu;18-06-1977;x;;;4;Jati;;;\n"
          + "3574041806779005;3574041501059001;Uji Dua;18-06-1977;x;;;3;Jati;;;\n"
          + "357404 180677 9006;3574041501059002;Uji Tiga;18-06-1977;x;;;2;Jati;;;\n";
  private static final String CHANGED = PERSONS.replace(";4;Jati", ";5;Jati");
  private static final String AID =
      "NIK PENERIMA;NOMINAL\n3574041806779004;600000\n3574041806779006;300000\n";

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
  }

  @Test
  void refusesToStartWithoutAKeyAndSaysWhichCommandMakesOne() throws Exception {
    Ended refused = citizens.load("warga", "warga.csv", PERSONS);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("PDE_HMAC_KEY").contains("pde keys new").contains("nik");
    assertThat(citizens.ask("SELECT count(*) FROM pde.run")).containsExactly("0");
    assertThat(citizens.type("check").out() + citizens.type("check").err())
        .contains("pde keys new");
    assertThat(citizens.type("check").code()).isZero();
    assertThat(citizens.type("doctor").out()).contains("dinsos/bantuan, dinsos/warga");

    citizens.makeKey();
    assertThat(citizens.load("warga", "warga.csv", PERSONS).code()).isZero();
    assertThat(citizens.type("doctor").out()).doesNotContain("dinsos/bantuan, dinsos/warga");
    assertThat(Files.getPosixFilePermissions(citizens.key()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(citizens.type("keys", "new").code()).isEqualTo(4);
  }

  @Test
  void takesNoKeyThatOthersReadOrThatIsNone() throws Exception {
    citizens.makeKey();
    Files.setPosixFilePermissions(citizens.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(citizens.load("warga", "warga.csv", PERSONS).code()).isEqualTo(2);
    assertThat(citizens.type("doctor").out()).contains("chmod 600");
    Files.setPosixFilePermissions(citizens.key(), PosixFilePermissions.fromString("rw-------"));
    for (String text : List.of("", "rahasia\n", "00".repeat(31) + "\n")) {
      Files.writeString(citizens.key(), text);
      assertThat(citizens.load("warga", "warga.csv", PERSONS).code()).as(text).isEqualTo(2);
      assertThat(citizens.type("doctor").out()).as(text).contains("32 byte");
    }
  }

  @Test
  void mixesNoKeys() throws Exception {
    citizens.makeKey();
    assertThat(citizens.load("warga", "warga.csv", PERSONS).code()).isZero();
    String first = Files.readString(citizens.key());
    Files.writeString(citizens.key(), "ab".repeat(32) + "\n");
    Ended refused = citizens.load("bantuan", "bantuan.csv", AID);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out() + refused.err()).contains("pde keys rotate");
    Files.delete(citizens.key());
    assertThat(citizens.type("keys", "new").code()).isEqualTo(4);
    Files.writeString(citizens.key(), first);
    Files.setPosixFilePermissions(citizens.key(), PosixFilePermissions.fromString("rw-------"));
    assertThat(citizens.load("bantuan", "bantuan.csv", AID).code()).isZero();
  }

  @Test
  void rotatesEveryPseudonymAndNothingElse() throws Exception {
    loadAll();
    List<String> before = picture();
    List<String> pseudonyms = pseudonyms();
    String old = keyInUse();

    Ended rotated = citizens.type("keys", "rotate");
    assertThat(rotated.code()).as(rotated.toString()).isZero();
    String fresh = keyInUse();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(picture()).isEqualTo(before);
    assertThat(pseudonyms())
        .hasSameSizeAs(pseudonyms)
        .doesNotContainAnyElementsOf(pseudonyms)
        .allMatch(name -> name.startsWith(fresh));
    assertThat(citizens.type("keys").out()).contains(old + "  retired");
    assertThat(citizens.home().resolve("secrets/hmac.next")).doesNotExist();
    assertThat(Files.readString(citizens.key())).isNotBlank();

    assertThat(citizens.load("warga", "lagi.csv", CHANGED + "\n", "--json").out())
        .contains("\"inserted\":0,\"updated\":0,\"unchanged\":3");
  }

  @Test
  void refusesToRotateWhereADeliveryIsGone() throws Exception {
    loadAll();
    List<String> before = everything();
    String secret = Files.readString(citizens.key());
    String gone = citizens.ask("SELECT sha256 FROM pde.run WHERE source_name = 'warga.csv'").get(0);
    Files.delete(citizens.home().resolve("archive").resolve(gone.substring(0, 2)).resolve(gone));

    Ended refused = citizens.type("keys", "rotate");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("run 1 (warga.csv)".replace("1", run("warga.csv")));
    assertThat(everything()).isEqualTo(before);
    assertThat(Files.readString(citizens.key())).isEqualTo(secret);
    assertThat(citizens.load("warga", "baru.csv", CHANGED + "\n").code()).isZero();
  }

  @Test
  void refusesToRotateWhatTheMappingDoesNotGiveAnyMore() throws Exception {
    loadAll();
    List<String> before = everything();
    Path mapping = root.resolve("mappings/dinsos/warga.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace("jiwa: {from: Jiwa", "jiwa: {no-value: [\"2\"], required: true, from: Jiwa"));
    Ended refused = citizens.type("keys", "rotate");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("warehouse.warga.no_kk");
    assertThat(everything()).isEqualTo(before);
  }

  /** The database has the new key, the file still the old one. */
  @Test
  void endsARotationThatWasKilledAfterItsCommit() throws Exception {
    loadAll();
    String old = Files.readString(citizens.key());
    assertThat(citizens.type("keys", "rotate").code()).isZero();
    Files.move(citizens.key(), citizens.home().resolve("secrets/hmac.next"));
    Files.writeString(citizens.key(), old);
    Files.setPosixFilePermissions(citizens.key(), PosixFilePermissions.fromString("rw-------"));

    assertThat(citizens.load("warga", "lagi.csv", CHANGED + "\n", "--json").out())
        .contains("\"unchanged\":3");
    assertThat(Files.readString(citizens.key())).isNotEqualTo(old);
  }

  /** Killed before its commit: the prepared key is one that nobody uses. */
  @Test
  void forgetsARotationThatWasKilledBeforeItsCommit() throws Exception {
    loadAll();
    Path next = citizens.home().resolve("secrets/hmac.next");
    Files.writeString(next, "cd".repeat(32) + "\n");
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    assertThat(citizens.load("warga", "lagi.csv", CHANGED + "\n", "--json").out())
        .contains("\"unchanged\":3");
    assertThat(citizens.type("keys", "rotate").code()).isZero();
    assertThat(next).doesNotExist();
  }

  private void loadAll() throws Exception {
    citizens.makeKey();
    assertThat(citizens.load("warga", "warga.csv", PERSONS).code()).isZero();
    assertThat(citizens.load("warga", "warga2.csv", CHANGED).code()).isZero();
    assertThat(citizens.load("bantuan", "bantuan.csv", AID).code()).isZero();
    assertThat(
            citizens.ask(
                "SELECT count(*) FROM warehouse.bantuan JOIN warehouse.warga ON nik = penerima"))
        .containsExactly("2");
  }

  private String run(String name) throws SQLException {
    return citizens.ask("SELECT run FROM pde.run WHERE source_name = '" + name + "'").get(0);
  }

  private String keyInUse() throws SQLException {
    return citizens.ask("SELECT id FROM pde.hmac_key WHERE retired IS NULL").get(0);
  }

  private List<String> pseudonyms() throws SQLException {
    return citizens.ask(
        "SELECT nik FROM warehouse.warga UNION ALL SELECT no_kk FROM warehouse.warga"
            + " UNION ALL SELECT nik FROM history.warga UNION ALL SELECT no_kk FROM history.warga"
            + " UNION ALL SELECT penerima FROM warehouse.bantuan");
  }

  /** All but the pseudonyms, and who is joined with whom. */
  private List<String> picture() throws SQLException {
    return Stream.of(
            "SELECT (nama, jiwa, kelurahan, _run, _row)::text FROM warehouse.warga ORDER BY 1",
            "SELECT (nama, jiwa, _run, _run_ended, _ended_by)::text FROM history.warga ORDER BY 1",
            "SELECT (nama, nominal)::text FROM warehouse.bantuan JOIN warehouse.warga"
                + " ON nik = penerima ORDER BY 1",
            "SELECT (w.nama, h.jiwa)::text FROM warehouse.warga w JOIN history.warga h USING (nik)"
                + " ORDER BY 1",
            "SELECT r::text FROM pde.run r ORDER BY 1")
        .flatMap(sql -> asked(sql).stream())
        .toList();
  }

  private List<String> everything() throws SQLException {
    List<String> everything = new ArrayList<>(picture());
    everything.addAll(pseudonyms());
    everything.addAll(citizens.ask("SELECT k::text FROM pde.hmac_key k"));
    return everything;
  }

  private List<String> asked(String sql) {
    try {
      return citizens.ask(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }
}

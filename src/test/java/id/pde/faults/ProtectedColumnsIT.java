package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Marked personal values on the whole road: they are only where this class says. */
class ProtectedColumnsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Values that nothing else contains; identifiers are invented and marked so. */
  private static final List<String> MARKED =
      List.of(
          "3574041806779004",
          "3574041806779005",
          "357404 180677 9006",
          "35740418067790",
          "3574041501059001",
          "3574041501059002",
          "Zulmarkah",
          "Qomarkiyah",
          "18-06-1977",
          "1977-06-18",
          "31-02-1980",
          "Gang Penandawangi",
          "081200007771",
          "0812-0000-7772",
          "abcnomorhp",
          "markah.satu",
          "Ibundamarkah");

  /** Where they may be: the original bytes, and the rejected rows that go back to their sender. */
  private static final List<String> ALLOWED =
      List.of("archive/[0-9a-f]{2}/[0-9a-f]{64}", "outbox/dinsos/.*\\.tolak\\.csv");

  private static final String FIRST =
      Citizens.HEAD
          + "3574041806779004;3574041501059001;Zulmarkah Satu;18-06-1977;Gang Penandawangi 7;"
          + "081200007771;markah.satu@contoh.go.id;4;Jati;NIK saya 3574041806779004 telp"
          + " 0812-0000-7772;Ibundamarkah;a\n"
          + "3574041806779005;salah-3574041501059002;Qomarkiyah Dua;31-02-1980;Gang Penandawangi 8;"
          + "abcnomorhp;markah.satu(at)contoh;3;Mangunharjo;baik;Ibundamarkah;b\n"
          + "357404 180677 9006;3574041501059001;Zulmarkah Tiga;18-06-1977;Gang Penandawangi 9;"
          + "0812-0000-7772;;bukan;Jati;markah.satu@contoh.go.id;Ibundamarkah;c\n"
          + "35740418067790;;Qomarkiyah Empat;18-06-1977;Gang Penandawangi 10;;;2;Jati;;"
          + "Ibundamarkah;d\n";

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream terminal = System.err;

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.makeKey();
    // Where a command logs to.
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void silence() {
    System.setErr(terminal);
  }

  @Test
  void areOnlyWhereTheyMayBe() throws Exception {
    List<Ended> shown = new ArrayList<>();
    Path file = citizens.file("warga.csv", FIRST);
    shown.add(citizens.type("plan", file.toString(), "-m", "dinsos/warga", "--json"));
    shown.add(citizens.load("warga", "warga.csv", FIRST, "--json"));
    shown.add(citizens.load("warga", "warga2.csv", FIRST.replace(";4;Jati", ";5;Jati")));
    shown.add(citizens.load("warga", "warga3.csv", FIRST.replace(";4;Jati", ";x;Jati")));
    shown.add(
        citizens.load(
            "warga",
            "warga4.csv",
            FIRST + FIRST.substring(FIRST.indexOf('\n') + 1).replace(";4;Jati", ";9;Jati")));
    assertThat(shown).extracting(Ended::code).containsExactly(3, 3, 3, 4, 4);
    String run = citizens.ask("SELECT min(run) FROM pde.run").get(0);
    shown.add(citizens.type("rejects", run));
    shown.add(citizens.type("rejects", run, "--json"));
    shown.add(citizens.type("run", run));
    shown.add(citizens.type("run", run, "--json"));
    shown.add(citizens.type("runs"));
    shown.add(citizens.type("keys"));
    shown.add(citizens.type("doctor"));
    for (Ended ended : shown) {
      assertThat(marked(ended.out() + ended.err())).as(ended.toString()).isEmpty();
    }
    assertThat(citizens.type("rejects", run).out())
        .contains("[REDACTED];[REDACTED];[REDACTED]".replace(';', ','))
        .contains(",bukan,Jati,[REDACTED],[REDACTED],c");
    assertThat(marked(log.toString(StandardCharsets.UTF_8))).isEmpty();
    assertThat(marked(everyTable())).isEmpty();
    assertThat(files()).allMatch(name -> ALLOWED.stream().anyMatch(name::matches));
    assertThat(citizens.ask("SELECT count(*) FROM history.warga").get(0)).isEqualTo("1");
  }

  /** The test can fail: where nothing protects, the values are found. */
  @Test
  void areFoundWithoutProtection() throws Exception {
    Path mapping = root.resolve("mappings/dinsos/warga.yaml");
    String open = Files.readString(mapping).replaceAll(", protect: \\w+", "");
    Files.writeString(mapping, open);
    citizens.load("warga", "warga.csv", FIRST);
    assertThat(marked(everyTable())).contains("3574041806779004", "Zulmarkah", "1977-06-18");
  }

  @Test
  void areStoredAsTheMappingSays() throws Exception {
    citizens.load("warga", "warga.csv", FIRST);
    String key = citizens.type("keys").out().lines().skip(1).findFirst().orElse("").substring(0, 8);
    assertThat(
            citizens.ask(
                "SELECT concat_ws('|', nama, lahir, telepon, jiwa, kelurahan, catatan)"
                    + " FROM warehouse.warga ORDER BY jiwa DESC"))
        .containsExactly(
            "Z*** S***|1977-**-**|***771|4|Jati|NIK saya [NIK] telp [TELEPON]",
            "Q*** D***|***|3|Mangunharjo|baik");
    assertThat(
            citizens.ask(
                "SELECT nik FROM warehouse.warga UNION SELECT no_kk FROM warehouse.warga WHERE no_kk IS NOT NULL"))
        .hasSize(4)
        .allMatch(value -> value.matches(key + ":[0-9a-f]{32}"));
    assertThat(
            citizens.ask(
                "SELECT attname FROM pg_attribute WHERE attrelid IN ('warehouse.warga'::regclass,"
                    + " 'history.warga'::regclass) AND attname = 'alamat'"))
        .isEmpty();
  }

  @Test
  void comeBackFromTheArchiveForItsReaders() throws Exception {
    citizens.load("warga", "warga.csv", FIRST);
    String run = citizens.ask("SELECT min(run) FROM pde.run").get(0);
    Ended originals = citizens.type("rejects", run, "--from-archive");
    assertThat(originals.code()).isZero();
    assertThat(originals.out())
        .contains("357404 180677 9006,3574041501059001,Zulmarkah Tiga,18-06-1977")
        .doesNotContain("[REDACTED]");
    try (Stream<Path> outbox = Files.walk(citizens.home().resolve("outbox"))) {
      Path rejects =
          outbox.filter(file -> file.toString().endsWith(".tolak.csv")).findFirst().orElseThrow();
      assertThat(Files.readString(rejects)).contains("Zulmarkah Tiga").doesNotContain("[REDACTED]");
    }
    try (Stream<Path> archive = Files.walk(citizens.home().resolve("archive"))) {
      for (Path file : archive.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(citizens.type("rejects", run, "--from-archive").code()).isNotZero();
  }

  /** A protection does not change while old rows keep what new ones hide. */
  @Test
  void areNotMixedWithProtectedOnes() throws Exception {
    citizens.load("warga", "warga.csv", FIRST);
    Path mapping = root.resolve("mappings/dinsos/warga.yaml");
    String written = Files.readString(mapping);
    for (String change : List.of("hmac,mask", "drop,none", "scrub,none", "mask,drop")) {
      String[] words = change.split(",", -1);
      Files.writeString(
          mapping,
          written.replaceFirst(
              "(telepon: .*|alamat: .*|catatan: .*|surel: .*)protect: " + words[0],
              "$1protect: " + words[1]));
      Ended refused = citizens.load("warga", "lain.csv", FIRST + "\n");
      assertThat(refused.code()).as(change + refused).isEqualTo(1);
      assertThat(refused.err() + refused.out()).as(change).contains("protect: " + words[0]);
    }
  }

  private static List<String> marked(String text) {
    return MARKED.stream().filter(text::contains).toList();
  }

  /** Every row of every table of PDE's schemas, as text. */
  private String everyTable() throws SQLException {
    StringBuilder text = new StringBuilder();
    List<String> tables =
        citizens.ask(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                // Every day of a hundred years is there.
                + " AND (schemaname, tablename) <> ('pde', 'day')");
    assertThat(tables).contains("warehouse.warga", "history.warga", "pde.quarantine", "pde.issue");
    for (String table : tables) {
      citizens
          .ask("SELECT t::text FROM " + table + " t")
          .forEach(row -> text.append(row).append('\n'));
    }
    return text.toString();
  }

  /** Files of the home that hold a marked value, or have one in their name. */
  private List<String> files() throws IOException {
    Path home = citizens.home();
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(home)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = home.relativize(file).toString();
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!marked(name + "\n" + content).isEmpty()) {
          found.add(name);
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }
}

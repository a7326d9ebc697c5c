package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde explain} of persons: what is personal is shown to nobody but the archive's reader. */
class ExplainPersonalIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Invented, and marked so. */
  private static final String NIK = "3574041806779004";

  private static final String PERSON =
      Citizens.HEAD
          + NIK
          + ";3574041501059001;Zulmarkah Satu;18-06-1977;Gang Penandawangi 7;081200007771;"
          + "markah.satu@contoh.go.id;4;Jati;NIK saya 3574041806779004;Ibundamarkah;a\n";

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.execute("TRUNCATE pde.access");
    citizens.makeKey();
    assertThat(citizens.load("warga", "warga.csv", PERSON).code()).isZero();
  }

  @Test
  void findsAPersonByTheNumberAndShowsNothingPersonal() throws Exception {
    Ended told = citizens.type("explain", "warga", NIK);

    assertThat(told.code()).as(told.toString()).isZero();
    assertThat(told.out())
        .startsWith("warehouse.warga: nik = [REDACTED]\n")
        .contains("line 2, column 1 (NIK)")
        .doesNotContain(NIK, "Zulmarkah", "Z***", "1977", "7771", "markah");
    assertThat(told.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            " nama [REDACTED] [REDACTED] line 2, column 3 (Nama Lengkap) text; protect: mask",
            " jiwa 4 \"4\" line 2, column 8 (Jiwa) integer");
    assertThat(citizens.type("explain", "warga", NIK, "--json").out())
        .doesNotContain(NIK, "Zulmarkah", "Z***", "1977", "7771", "markah");
    assertThat(citizens.ask("SELECT count(*) FROM pde.access").get(0)).isEqualTo("0");
  }

  @Test
  void findsAPersonByThePseudonym() throws Exception {
    String pseudonym = citizens.ask("SELECT nik FROM warehouse.warga").get(0);
    assertThat(citizens.type("explain", "warga", pseudonym).code()).isZero();

    Files.delete(citizens.key());
    Ended nameless = citizens.type("explain", "warga", NIK);
    assertThat(nameless.code()).isEqualTo(2);
    assertThat(nameless.err()).contains("Kolom nik berisi nama samaran");
    assertThat(citizens.type("explain", "warga", pseudonym).out())
        .contains("\"4\"")
        .doesNotContain("Zulmarkah");
  }

  @Test
  void showsTheArchiveToWhoeverMayReadItAndNotesIt() throws Exception {
    Ended told = citizens.type("explain", "warga", NIK, "--from-archive");

    assertThat(told.out()).contains("\"" + NIK + "\"", "\"Zulmarkah Satu\"", "Z*** S***");
    assertThat(
            citizens.ask(
                "SELECT concat_ws(' ', action, form, relations::text, 'nik' = ANY (columns), rows)"
                    + " FROM pde.access"))
        .containsExactly("sql explain {warehouse.warga,history.warga} t 1");
  }

  /** The archive is what shows who may read: without it nobody does. */
  @Test
  void showsNothingPersonalWithoutTheArchive() throws Exception {
    try (Stream<Path> files = Files.walk(citizens.home().resolve("archive"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(citizens.type("explain", "warga", NIK, "--from-archive").out())
        .startsWith("warehouse.warga: nik = [REDACTED]\n")
        .contains("  arsip     berkasnya tidak ada lagi di arsip;")
        .doesNotContain("Z***", "1977", "7771");
  }

  /** A class that was lifted since does not open what was delivered under it. */
  @Test
  void keepsClosedWhatWasPersonalWhenItCame() throws Exception {
    Path mapping = root.resolve("mappings/dinsos/warga.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace(
                "jiwa: {from: Jiwa, type: integer}",
                "jiwa: {from: Jiwa, type: integer, class: pribadi-umum}"));
    assertThat(citizens.load("warga", "warga2.csv", PERSON.replace(";4;", ";5;")).code()).isZero();
    Files.writeString(
        mapping,
        Files.readString(mapping).replace(", class: pribadi-umum}\n  kelurahan", "}\n  kelurahan"));
    assertThat(citizens.load("warga", "warga3.csv", PERSON.replace(";4;", ";6;")).code()).isZero();

    assertThat(
            citizens
                .type("explain", "warga", NIK)
                .out()
                .lines()
                .map(line -> line.replaceAll(" +", " ")))
        .filteredOn(line -> line.startsWith(" jiwa"))
        .containsExactly(
            " jiwa * 6 \"6\" line 2, column 8 (Jiwa) integer",
            " jiwa * [REDACTED] [REDACTED] line 2, column 8 (Jiwa) integer",
            " jiwa 4 \"4\" line 2, column 8 (Jiwa) integer");
  }

  @Test
  void findsARowOfATableWithoutAKeyByItsPlace() throws Exception {
    assertThat(
            citizens
                .load("bantuan", "bantuan.csv", "NIK PENERIMA;NOMINAL\n" + NIK + ";100000\n")
                .code())
        .isZero();
    String run = citizens.ask("SELECT max(run) FROM pde.run").get(0);

    Ended told = citizens.type("explain", "bantuan", "--run", run, "--row", "2");
    assertThat(told.out())
        .startsWith("warehouse.bantuan\n")
        .contains("line 2, column 2 (NOMINAL)")
        .doesNotContain(NIK, "100000");
    assertThat(citizens.type("explain", "bantuan", NIK).err())
        .startsWith("Tabel bantuan tidak berkunci; sebut run dan barisnya");
    assertThat(citizens.type("explain", "bantuan", "--run", run, "--row", "3").code()).isEqualTo(5);
  }
}

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
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde explain}, as it is typed: the versions of a row of prices. */
class ExplainIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

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

  private String load(String name, String content) throws Exception {
    assertThat(table.load(name, content.getBytes(UTF_8)).code()).isZero();
    return table.run();
  }

  /** The lines that begin with a word, or with a capital letter: the states of the versions. */
  private static List<String> states(String out) {
    return out.lines()
        .filter(line -> !line.isEmpty() && Character.isUpperCase(line.charAt(0)))
        .map(line -> line.replaceAll(", \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d WIB", ""))
        .toList();
  }

  @Test
  void tellsTheCellsOfARow() {
    Ended told = type("explain", "harga", "a");

    assertThat(told.code()).as(told.toString()).isZero();
    assertThat(told.out().lines().toList())
        .startsWith("warehouse.harga: kode = a", "", "Sekarang")
        .contains(
            "  baris     2",
            "  kolom  isi    nilai asli  sel                       cara",
            "  nama   beras  \"beras\"     line 2, column 2 (Nama)   text",
            "  harga  1      \"1\"         line 2, column 3 (Harga)  integer")
        .anyMatch(line -> line.startsWith("  kiriman   baik.csv  sha-256 "))
        .anyMatch(line -> line.startsWith("  run       " + first + ", "));
  }

  @Test
  void tellsEveryVersionAndWhatEndedIt() throws Exception {
    String second = load("naik.csv", "Kode;Nama;Harga\nx;teh;1\na;beras;9\n");

    Ended told = type("explain", "mart.harga", "kode=a");

    assertThat(states(told.out())).containsExactly("Sekarang", "Diganti oleh run " + second);
    assertThat(told.out().lines())
        .contains("  harga *  9      \"9\"         line 3, column 3 (Harga)  integer")
        .contains("  harga  1      \"1\"         line 2, column 3 (Harga)  integer");
  }

  @Test
  void tellsWhatWasTakenBack() throws Exception {
    String second = load("salah.csv", "Kode;Nama;Harga\na;beras;99\n");
    assertThat(type("undo", second, "--yes").code()).isZero();
    String undo = table.run();

    Ended told = type("explain", "harga", "a");

    assertThat(states(told.out()))
        .containsExactly(
            "Sekarang",
            "Dibatalkan oleh run " + undo + ", yang membatalkan run " + second,
            "Diganti oleh run " + second);
    assertThat(told.out())
        .contains("; berlaku lagi sejak run " + undo + ", yang membatalkan run " + second);
    assertThat(type("explain", "harga", "a", "--json").out())
        .contains("\"again_since\":" + undo)
        .contains("\"how\":\"taken_back\",\"undone\":" + second)
        .contains("\"stored\":\"99\",\"cells\":[{\"place\":\"line 2, column 3 (Harga)\"");
  }

  @Test
  void tellsOfARowThatIsDeleted() throws Exception {
    table.mapping("", "replace");
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping, Files.readString(mapping).replace("{rejects: 60%", "{shrink: 100%, rejects: 60%"));
    String second = load("semua.csv", "Kode;Nama;Harga\na;beras;1\n");

    assertThat(states(type("explain", "harga", "b").out()))
        .containsExactly("Dihapus oleh run " + second);
  }

  /** The mapping of then, not that of now, says what was read. */
  @Test
  void readsWithTheMappingOfTheRun() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping, Files.readString(mapping).replace("from: Harga", "from: Harga Baru"));

    assertThat(type("explain", "harga", "a").out())
        .contains("  harga  1      \"1\"         line 2, column 3 (Harga)  integer");
    assertThat(type("explain", "harga.harga").out()).contains("\"Harga Baru\"");
  }

  @Test
  void tellsWhatTheDatabaseKnowsWhereTheArchiveIsGone() throws Exception {
    try (Stream<Path> files = Files.walk(root.resolve("home/archive"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Ended told = type("explain", "harga", "a");

    assertThat(told.code()).isZero();
    assertThat(told.out())
        .contains("  arsip     berkasnya tidak ada lagi di arsip;")
        .contains("  harga  1                       integer");
    assertThat(type("explain", "harga", "a", "--json").out()).contains("\"archived\":false");
  }

  @Test
  void tellsWarnings() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping).replace("type: integer", "type: integer, invalid: empty")
            + "rules:\n  - {name: mahal, check: \"nama != 'emas'\", severity: warn}\n");
    load("kosong.csv", "Kode;Nama;Harga\ne;emas;mahal\n");

    assertThat(type("explain", "harga", "e").out())
        .contains("  aturan    mahal\n")
        .contains("  catatan   integer.invalid\n")
        .contains("    line 2, column 3 (Harga) (harga): \"mahal\"")
        .contains("  catatan   rule.mahal\n");
  }

  /** Code lists are those of today; a value that they change is named. */
  @Test
  void tellsWhatWouldBeReadOtherwiseByNow() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Path list = root.resolve("mappings/codes/barang.csv");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "code,name\nB1,emas\n");
    table.execute("DROP TABLE warehouse.harga, history.harga CASCADE");
    table.execute("DELETE FROM pde.owned_table");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace("from: Nama, type: text", "from: Nama, type: code(barang), unknown: keep"));
    load("kode.csv", "Kode;Nama;Harga\na;perak;1\n");
    Files.writeString(list, "code,name\nB1,emas\nB2,perak\n");

    assertThat(type("explain", "harga", "a").out())
        .contains("code(barang); unknown: keep; kini dibaca B2\n");
  }

  @Test
  void looksForAKeyOfNumbersAsItIsTyped() throws Exception {
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    table.execute("DROP TABLE warehouse.harga, history.harga CASCADE");
    table.execute("DELETE FROM pde.owned_table");
    Files.writeString(
        mapping,
        Files.readString(mapping)
            .replace("from: Kode, type: text", "from: Kode, type: \"decimal(6,2)\""));
    load("angka.csv", "Kode;Nama;Harga\n1.50;perak;1\n");

    assertThat(type("explain", "harga", "1.5").code()).isZero();
    assertThat(type("explain", "harga", "1.501").code()).isEqualTo(5);
    assertThat(type("explain", "harga", "satu").code()).isEqualTo(5);
  }

  @Test
  void endsWithTheCodeOfWhatIsWrong() {
    assertThat(type("explain", "harga", "zz").code()).isEqualTo(5);
    assertThat(type("explain", "hrga", "a").err())
        .isEqualTo("Tidak ada tabel hrga; maksud Anda \"harga\"?\n");
    Ended many = type("explain", "harga", "a", "b");
    assertThat(many.code()).isEqualTo(2);
    assertThat(many.err()).isEqualTo("Kunci tabel harga: kode. Tulis: pde explain harga KODE\n");
    assertThat(type("explain", "harga", "--run", first, "--row", "2").code()).isEqualTo(2);
    assertThat(type("explain", "harga", "--run", first).code()).isEqualTo(2);
    assertThat(type("explain").code()).isEqualTo(2);
    assertThat(type("explain", "--heading", "zz").code()).isEqualTo(5);
  }

  /** From a figure that analysts see to the cell of the workbook that it came from. */
  @Test
  void leadsFromAFigureOfTheSampleCityToItsCell() throws Exception {
    sampleCity();
    Terminal city = new Terminal(root.resolve("kota"), database.environment());
    Path workbook =
        Path.of("src/main/demo/disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx")
            .toAbsolutePath();
    Ended loaded = city.type("load", workbook.toString(), "-m", "disdukcapil/penduduk_kelurahan");
    assertThat(loaded.code()).as(loaded.toString()).isZero();
    String figure =
        table
            .ask(
                "SELECT perempuan FROM mart.penduduk_kelurahan WHERE kelurahan_nama = 'Triwung Lor'")
            .get(0);

    Ended told =
        city.type(
            "explain",
            "mart.penduduk_kelurahan",
            "semester=SEMESTER II TAHUN 2024",
            "kecamatan=Kademangan",
            "nomor=2",
            "--json");

    assertThat(told.out())
        .contains(
            "{\"column\":\"perempuan\",\"stored\":\"%1$s\",\"cells\":[{\"place\":\"JML PDDK!F11\",\"heading\":\"PENDUDUK / JUMLAH PENDUDUK / P\",\"raw\":\"%1$s\"}]"
                .formatted(figure))
        .contains("{\"place\":\"JML PDDK!B10\",\"heading\":\"KECAMATAN\",\"raw\":\"KADEMANGAN\"}");
    // Not PDE's own reader: what the workbook itself holds there.
    try (Workbook itself = WorkbookFactory.create(workbook.toFile(), null, true)) {
      assertThat(itself.getSheet("JML PDDK").getRow(10).getCell(5).getNumericCellValue())
          .isEqualTo(Double.parseDouble(figure));
    }
  }

  private void sampleCity() throws IOException {
    Path city = Files.createDirectories(root.resolve("kota"));
    Files.createDirectories(city.resolve("routes"));
    try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
      for (Path file : files.toList()) {
        Files.copy(file, city.resolve(file));
      }
    }
  }
}

package id.pde.faults;

import static id.pde.faults.BadFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad file ends with a clear sentence and its exit code, and changes nothing. */
class BadInputIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String REFUSED = "Kiriman ditolak, tidak ada yang dimuat: ";

  @TempDir private Path root;
  private PriceTable prices = new PriceTable(Path.of(""), database);

  @BeforeEach
  void startWithGoodData() throws Exception {
    prices = new PriceTable(root, database);
    prices.begin();
  }

  static Stream<Arguments> refusedFiles() {
    String head = "Kode;Nama;Harga\n";
    String html = "<!DOCTYPE html><html><body><table><tr><td>Kode</td></tr></table></body></html>";
    return Stream.of(
        refused("kosong.csv", new byte[0], "berkas ini kosong (0 byte)"),
        refused("judul.csv", latin(head), "tidak ada satu baris data pun di bawah judul kolom"),
        refused(
            "potong.xlsx",
            BadFiles.truncatedWorkbook(),
            "Berkas xlsx ini terpotong: bagian akhirnya tidak ikut terkirim"),
        refused(
            "halaman.xls",
            latin(html),
            "Berkas ini halaman web (HTML), bukan tabel Excel atau CSV"),
        refused(
            "halaman.csv",
            latin(html),
            "Berkas ini halaman web (HTML), bukan tabel Excel atau CSV"),
        refused(
            "acak.csv",
            BadFiles.noise(),
            "Isi berkas ini bukan tabel yang dikenal: bukan Excel, bukan teks"),
        refused("kunci.xlsx", BadFiles.lockedWorkbook(), "Berkas ini dilindungi kata sandi"),
        refused(
            "kutip.csv",
            latin(head + "a;\"beras;1\nb;gula;2\n"),
            "Tanda kutip yang dibuka di baris 2 tidak pernah ditutup"),
        refused(
            "tanpa.csv",
            latin("Kode;Nama\na;beras\n"),
            "kolom harga tidak ditemukan: tidak ada judul \"Harga\""),
        refused(
            "ganda.csv",
            latin("Kode;Nama;Harga;Harga\na;beras;1;2\n"),
            "judul \"Harga\" ada 2 kali: \"Harga\" (line 1, column 3 (Harga)), \"Harga\" (line 1, column 4 (Harga))"),
        refused(
            "lain.csv",
            latin("x;y;z\n1;2;3\n"),
            "Baris judul kolom tidak ditemukan di antara 2 baris terisi yang pertama. Dicari: \"Kode\", \"Nama\", \"Harga\""));
  }

  private static Arguments refused(String name, byte[] content, String reason) {
    return Arguments.of(name, content, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedFiles")
  void refusesTheFileAndKeepsWhatIsThere(String name, byte[] content, String reason)
      throws Exception {
    List<String> before = prices.picture();
    Ended plain = prices.load(name, content);
    assertThat(plain.code()).as(plain.toString()).isEqualTo(4);
    assertThat(plain.firstLine())
        .isEqualTo(
            REFUSED
                + reason
                + "; perbaiki lalu kirim lagi (rincian: `pde run "
                + prices.run()
                + "`).");
    assertThat(prices.load(name, content, "--json").out()).contains("\"outcome\":\"refused\"");
    assertThat(prices.picture()).isEqualTo(before);
  }

  static Stream<Arguments> filesWithBadRows() {
    String head = "Kode;Nama;Harga\nc;teh;3\n";
    return Stream.of(
        Arguments.of("renteng.csv", latin(head + "d;kopi;4;5;6\n"), "row.ragged"),
        Arguments.of("pendek.csv", latin(head + "d;kopi\n"), "row.short"),
        Arguments.of("nul.csv", latin(head + "d;ko\0pi;4\n"), "text.nul"),
        Arguments.of("byte.csv", latin(head + "d;ko\u0081pi;4\n"), "charset.undecodable"),
        Arguments.of("angka.csv", latin(head + "d;kopi;x\n"), "integer.invalid"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesWithBadRows")
  void loadsTheGoodRowsAndRejectsTheBadOnes(String name, byte[] content, String code)
      throws Exception {
    Ended ended = prices.load(name, content, "--json");
    assertThat(ended.out()).contains("\"code\":\"" + code + "\"").contains("\"rejected\":1,");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(prices.picture()).contains("harga (c,teh,3)");
  }

  @Test
  void obeysADeclaredCharset() throws Exception {
    prices.mapping(", charset: utf-8", "merge");
    Ended ended =
        prices.load("utf.csv", latin("Kode;Nama;Harga\nc;teh;3\nd;caf\u00E9;4\n"), "--json");
    assertThat(ended.out()).contains("\"code\":\"charset.undecodable\"");
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void readsTextThatIsNamedWorkbook() throws Exception {
    assertThat(prices.load("teks.xlsx", latin("Kode;Nama;Harga\nc;teh;3\n")).code()).isZero();
    assertThat(prices.picture()).contains("harga (c,teh,3)");
  }

  @Test
  void loadsTheSignsThatCopyWouldTakeForItsOwn() throws Exception {
    prices.mapping("", "merge");
    String content = "Kode;Nama;Harga\n\\.;\\.;3\n\\N;\\N;4\n";
    assertThat(prices.load("tanda.csv", latin(content)).code()).isZero();
    assertThat(prices.picture())
        .contains("harga (\"\\\\\\\\.\",\"\\\\\\\\.\",3)".replace("\\\\\\\\", "\\\\"))
        .contains("harga (\"\\\\N\",\"\\\\N\",4)");
  }

  @Test
  void loadsALineThatIsExactlyTheEndMarkOfCopy() throws Exception {
    Files.writeString(
        root.resolve("mappings/dkupp/harga.yaml"),
        """
        title: Kata
        agency: dkupp
        source: {format: csv}
        target: {table: harga, load: append}
        columns:
          nama: {from: Nama, type: text, class: publik}
        """);
    prices.execute("DROP TABLE warehouse.harga CASCADE; DROP TABLE IF EXISTS history.harga");
    assertThat(prices.load("titik.csv", latin("Nama\na\n\\.\nb\n")).code()).isZero();
    assertThat(prices.ask("SELECT string_agg(nama, ' ' ORDER BY _row) FROM warehouse.harga"))
        .containsExactly("a \\. b");
  }

  @Test
  void countsEveryRowOfADeliveryOfBadRowsAndKeepsTheFirstThousandIssues() throws Exception {
    List<String> before = prices.picture();
    String rows =
        IntStream.range(0, 1500).mapToObj(i -> "k" + i + ";n;x").collect(Collectors.joining("\n"));
    Ended ended = prices.load("buruk.csv", latin("Kode;Nama;Harga\n" + rows + "\n"), "--json");
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out())
        .contains(
            "\"counts\":{\"read\":1500,\"accepted\":0,\"rejected\":1500,\"filtered\":0,"
                + "\"inserted\":0,\"updated\":0,\"unchanged\":0,\"deleted\":0,\"warned\":0}")
        .contains(
            REFUSED
                + "1.500 dari 1.500 baris ditolak, lebih dari batas 60% atau 500 baris; perbaiki"
                + " lalu kirim lagi (rincian: `pde run "
                + prices.run()
                + "`).");
    assertThat(prices.ask("SELECT count(*) FROM pde.issue WHERE run = " + prices.run()))
        .containsExactly("1000");
    assertThat(prices.picture()).isEqualTo(before);
  }

  @Test
  void listsAllTenFaultsOfAMapping() throws Exception {
    Files.writeString(
        root.resolve("mappings/dkupp/harga.yaml"),
        """
        title: Harga
        agensi: dkupp
        source: {format: cvs, charset: utf-99, delimter: ";"}
        target: {table: Harga, key: [kod], load: upsert}
        columns:
          kode: {from: Kode, type: texx}
          nama: {form: Nama, type: text}
          harga: {from: Harga, type: integer, invalid: skip}
        """);
    Ended ended = prices.load("baik2.csv", latin(PriceTable.GOOD));
    assertThat(ended.code()).isEqualTo(2);
    List<String> places =
        ended.err().lines().filter(line -> line.matches(".*harga\\.yaml:\\d+:\\d+: .*")).toList();
    assertThat(places).as(ended.err()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(prices.terminal().type("check").code()).isEqualTo(2);
  }

  @Test
  void namesTheForbiddenStepOfARoute() throws Exception {
    Files.writeString(
        root.resolve("routes/dkupp.yaml"),
        """
        - route:
            from:
              uri: pde:inbox?agency=dkupp
              steps:
                - toD:
                    uri: exec:rm
                - to:
                    uri: pde:dkupp/harga
        """);
    Ended ended = prices.terminal().type("check");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out() + ended.err()).contains("dkupp.yaml:5:").contains("toD");
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    Path file = Files.writeString(root.resolve("ada.csv"), PriceTable.GOOD);
    Ended unknown = prices.terminal().type("load", file.toString(), "-m", "dkupp/hargaa");
    assertThat(unknown.code()).as(unknown.toString()).isEqualTo(5);
    Ended missing = prices.terminal().type("load", root + "/tiada.csv", "-m", "dkupp/harga");
    assertThat(missing.firstLine()).isEqualTo("Berkas " + root + "/tiada.csv tidak ada.");
    assertThat(missing.code()).isEqualTo(5);
  }

  @Test
  void saysDuplicateOfTheRunBefore() throws Exception {
    Ended again = prices.load("lain-nama.csv", latin(PriceTable.GOOD));
    assertThat(again.code()).isZero();
    assertThat(again.firstLine()).startsWith("Kiriman yang sama sudah dimuat sebagai run ");
    assertThat(prices.load("lain-nama.csv", latin(PriceTable.GOOD), "--json").out())
        .contains("\"outcome\":\"duplicate\"");
  }
}

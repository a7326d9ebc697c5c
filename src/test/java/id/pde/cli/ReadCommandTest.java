package id.pde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Cell;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.BundleGrids;
import id.pde.run.Home;
import id.pde.run.Unpacking;
import id.pde.source.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pde read} on real files, with the real readers behind. */
class ReadCommandTest {

  private static final String WORKBOOK =
      "src/main/demo/bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx";

  @TempDir Path folder;

  private final Captured captured = new Captured();
  private final FakeEngine engine = new FakeEngine();
  private final List<Issue> notes = new ArrayList<>();

  @Test
  void showsTheTableBelowItsTitle() throws IOException {
    assertThat(read(file("harga.csv", "DAFTAR HARGA;;\n;;\nNo;Nama;Harga\n1;Beras;\"12;5\"\n")))
        .isZero();
    assertThat(captured.out()).isEqualTo("No,Nama,Harga\n1,Beras,12;5\n");
  }

  @Test
  void showsTheBareGridWithItsTitle() throws IOException {
    assertThat(read(file("harga.csv", "DAFTAR HARGA;;\nNo;Nama;Harga\n1;Beras;12\n"), "--raw"))
        .isZero();
    assertThat(captured.out()).startsWith("DAFTAR HARGA").contains("\n1,Beras,12\n");
  }

  @Test
  void givesEveryRowAsAnObject() throws IOException {
    String file = file("harga.csv", "Nama;Harga;Harga\nBeras;1;2\nGula;;3\n");
    assertThat(read(file, "--format", "ndjson")).isZero();
    assertThat(captured.out())
        .isEqualTo(
            """
            {"Nama":"Beras","Harga":"1","Harga (2)":"2"}
            {"Nama":"Gula","Harga":null,"Harga (2)":"3"}
            """);
  }

  @Test
  void takesTheNameOfASecretAndNoPath() throws IOException {
    String file = file("a.csv", "a;b\n1;2\n");
    assertThat(read(file, "--password-file", "../gaji")).isEqualTo(ExitCode.USAGE);
    assertThat(captured.err())
        .isEqualTo("--password-file meminta nama berkas di PDE_HOME/secrets, tanpa folder.\n");
    assertThat(read(file, "--password-file", "gaji")).isZero();
  }

  @Test
  void listsTheSheets() {
    assertThat(read(WORKBOOK, "--sheets", "--json")).isZero();
    assertThat(captured.out())
        .startsWith(
            "[{\"index\":0,\"name\":\"KETAPANG\",\"visibility\":\"visible\",\"rows\":86,\"columns\":12}");
  }

  @Test
  void namesTheSheetsWhereTheOneAskedForIsNotThere() {
    assertThat(read(WORKBOOK, "--raw", "--sheet", "PILAN")).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(captured.err())
        .isEqualTo("Lembar \"PILAN\" tidak ada. Lembar yang ada: KETAPANG, PILANG, TRIWUNG LOR\n");
  }

  @Test
  void writesEverySheetOfEveryFileAndGoesOnAfterARefusal() throws IOException {
    Path out = folder.resolve("out");
    String broken = file("rusak.xlsx", "PK\u0003\u0004 not a workbook");
    String good = file("harga.csv", "a;b\n1;2\n");
    String gone = folder.resolve("tiada.csv").toString();
    int code =
        read("--raw", "--format", "csv", "--out", out.toString(), broken, WORKBOOK, gone, good);
    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(out.resolve("harga.csv.0.csv")).hasContent("a,b\n1,2\n");
    assertThat(out).isDirectoryContaining(path -> path.toString().endsWith(".xlsx.2.csv"));
    assertThat(Files.readAllLines(out.resolve("rusak.xlsx.error"))).hasSize(1);
    assertThat(out.resolve("tiada.csv.error")).hasContent("Berkas " + gone + " tidak ada.\n");
    assertThat(out).isDirectoryNotContaining(path -> path.toString().endsWith("rusak.xlsx.0.csv"));
  }

  @Test
  void aSecondFileOfTheSameNameIsToldAndWritesOverNothing() throws IOException {
    Path out = folder.resolve("out");
    Path other = Files.createDirectories(folder.resolve("lain")).resolve("harga.csv");
    Files.writeString(other, "c;d\n3;4\n");
    String first = file("harga.csv", "a;b\n1;2\n");

    int code = read("--raw", "--format", "csv", "--out", out.toString(), first, other.toString());

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(out.resolve("harga.csv.0.csv")).hasContent("a,b\n1,2\n");
    assertThat(captured.err())
        .isEqualTo(
            "harga.csv: Berkas lain dengan nama ini sudah ditulis; berkas ini tidak dibaca. Pakai"
                + " --out FOLDER lain untuknya.\n");
  }

  @Test
  void saysWhereAFileIsAtFault() throws IOException {
    Path out = folder.resolve("out");
    String broken = file("a.json", "[{\"a\": 1},\n {\"a\": 2,}]\n");
    assertThat(read("--raw", "--out", out.toString(), broken)).isEqualTo(ExitCode.REFUSED);
    assertThat(out.resolve("a.json.error"))
        .hasContent("json.broken: Di sini berkas ini bukan JSON yang benar. (line 2, column 10)\n");
  }

  @Test
  void writesHalfOfAPairOfSignsAsUnknown() throws IOException {
    try (SheetFiles files =
        new SheetFiles(folder, captured.output(Language.ID), new ArrayList<>())) {
      files.next("a.csv").row(1, new Cell[] {new Cell.Words("x\ud83d"), new Cell.Words("y")});
    }
    assertThat(folder.resolve("a.csv")).hasContent("x\uFFFD,y\n");
  }

  @Test
  void writesTheSheetsOfAnArchiveBesideWhatCouldNotBeRead() throws IOException {
    Path archive = folder.resolve("kiriman.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      member(zip, "a.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
      member(zip, "foto.png", "\u0089PNG...".getBytes(StandardCharsets.ISO_8859_1));
      member(zip, "pbb/x.xlsx", Files.readAllBytes(Path.of(WORKBOOK)));
      member(
          zip, "rusak.xlsx", "PK\u0003\u0004 [Content_Types].xml".getBytes(StandardCharsets.UTF_8));
      member(zip, "z.csv", "c;d\n3;4\n".getBytes(StandardCharsets.UTF_8));
    }
    Path out = folder.resolve("out");
    String good = file("harga.csv", "a;b\n1;2\n");
    Readers readers = new Readers();
    try (Unpacking unpacking = new Unpacking(new Home(folder.resolve("home")), readers)) {
      engine.grids = new BundleGrids(readers, unpacking, notes::add);
      int code =
          read("--raw", "--format", "csv", "--out", out.toString(), archive.toString(), good);
      assertThat(code).isEqualTo(ExitCode.REFUSED);
    }
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "harga.csv.0.csv",
              "kiriman.zip.0.csv",
              "kiriman.zip.1.csv",
              "kiriman.zip.2.csv",
              "kiriman.zip.3.csv",
              "kiriman.zip.4.csv",
              "kiriman.zip.error");
    }
    assertThat(out.resolve("kiriman.zip.4.csv")).hasContent("c,d\n3,4\n");
    assertThat(out.resolve("kiriman.zip.error"))
        .hasContent(
            "foto.png: file.image: Berkas ini gambar, bukan tabel.; rusak.xlsx: file.truncated:"
                + " Berkas xlsx ini terpotong: bagian akhirnya tidak ikut terkirim.\n");
    assertThat(captured.err()).startsWith("kiriman.zip: foto.png: file.image: ");
  }

  private static void member(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sheets", "--format=ndjson", "--sheet=A"})
  void outGoesOnlyWithTheBareGridAsCsv(String option) throws IOException {
    String file = file("harga.csv", "a;b\n1;2\n");
    assertThat(read(file, "--raw", option, "--out", folder.resolve("out").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(captured.err())
        .isEqualTo("--out hanya berlaku bersama --raw --format csv, untuk semua lembar.\n");
  }

  @Test
  void severalFilesNeedAFolder() throws IOException {
    assertThat(read(file("a.csv", "a\n1\n"), file("b.csv", "a\n1\n"))).isEqualTo(ExitCode.USAGE);
    assertThat(captured.err())
        .isEqualTo("Beberapa berkas hanya dapat dibaca bersama --raw --format csv --out FOLDER.\n");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private int read(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "read";
    System.arraycopy(words, 0, all, 1, words.length);
    return new CommandTree(captured.output(Language.ID), engine, failure -> {}).run(all);
  }
}

package id.pde.receipt.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Secret;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.receipt.annotate.Workbooks.Made;
import id.pde.run.Archive;
import id.pde.run.Delivery;
import id.pde.run.Home;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.Secrets;
import id.pde.run.resubmit.RowMark;
import id.pde.source.Readers;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatorTest {

  private static final Path DEMO = Path.of("src/main/demo");
  private static final Secret PASSWORD = new Secret.InFile("gaji");

  @TempDir private Path root;

  @Test
  void openDocumentAndOldExcelComeBackAsXlsx() throws IOException {
    for (String name :
        List.of("dkupp/Data UMKM Binaan 2024.ods", "disdikbud/DATA SEKOLAH TP 2024-2025.xls")) {
      Path sent = DEMO.resolve(name);
      String sheet = new Readers().titles(sent).get(0).name();
      Made made = make(sent, List.of(AnnotatedFile.issue(Severity.REJECT, sheet, 6, 2)), 1 << 20);

      assertThat(made.ending()).isEqualTo(".xlsx");
      Path back = file(made);
      assertThat(AnnotatedFile.coloured(back)).isEqualTo(Map.of(sheet + "!B6", false));
      assertThat(grid(back, 0)).isEqualTo(grid(sent, 0));
    }
  }

  @Test
  void aLargeFileComesBackWithTheRowsConcerned() throws IOException {
    Path sent = root.resolve("besar.csv");
    String lines =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "kode" + i + ";" + i)
            .reduce("Kode;Harga\n", (one, next) -> one + next + "\n");
    Files.writeString(sent, lines, StandardCharsets.UTF_8);
    Issue issue =
        new Issue(
            "integer.invalid",
            Severity.REJECT,
            new Location.Line(4_000, 2, "Harga"),
            "harga",
            null,
            true,
            "integer",
            Text.same("salah"),
            Text.same("betulkan"));
    Made made = make(sent, List.of(issue), 1_000);

    try (InputStream bytes = Files.newInputStream(file(made));
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      assertThat(workbook.getSheet("Data").getPhysicalNumberOfRows())
          // The last one says that the marked rows end there.
          .isEqualTo(ValuesWorkbook.TOP + 2);
      assertThat(workbook.getSheet("Data").getRow(3_999).getCell(1).getStringCellValue())
          .isEqualTo("3998");
      assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
          .startsWith("Berkas ini besar");
    }
  }

  @Test
  void whatCameUnderAPasswordGoesBackUnderIt() throws Exception {
    Path sent = DEMO.resolve("rusak/Gaji ASN (password).xlsx");
    String sheet = readers().with(List.of(PASSWORD)).titles(sent).get(0).name();
    Made made = make(sent, List.of(AnnotatedFile.issue(Severity.REJECT, sheet, 2, 1)), 1 << 20);

    try (POIFSFileSystem container = new POIFSFileSystem(file(made).toFile(), true)) {
      Decryptor lock = Decryptor.getInstance(new EncryptionInfo(container));
      assertThat(lock.verifyPassword("rahasia")).isTrue();
      try (XSSFWorkbook workbook = new XSSFWorkbook(lock.getDataStream(container))) {
        assertThat(workbook.getSheetName(0)).isEqualTo("Perbaikan PDE");
      }
    }
    try (var left = Files.list(root.resolve("answers"))) {
      assertThat(left).containsExactly(file(made));
    }
  }

  @Test
  void saysWhyThereIsNone() throws IOException {
    Path sent = DEMO.resolve("rusak/DKB SEM I 2025 (terpotong).xlsx");
    Made made = make(sent, List.of(AnnotatedFile.issue(Severity.REFUSE, "A", 0, 0)), 1 << 20);

    assertThat(made.file()).isNull();
    assertThat(made.why().id()).startsWith("tidak dibuat");
  }

  @Test
  void aGoodDeliveryGetsNone() throws IOException {
    Path sent = DEMO.resolve("dkupp/Data UMKM Binaan 2024.ods");
    Issue hidden = AnnotatedFile.issue(Severity.WARN, "A", 0, 0);

    assertThat(made(sent, List.of(hidden), 1 << 20)).isNull();
  }

  private static Path file(Made made) {
    Path file = made.file();
    if (file == null) {
      throw new AssertionError(made.why().id());
    }
    return file;
  }

  private Made make(Path sent, List<Issue> issues, long large) throws IOException {
    Made made = made(sent, issues, large);
    if (made == null) {
      throw new AssertionError("none");
    }
    return made;
  }

  private static Readers readers() {
    Secrets secrets = reference -> new Secrets.Found.Word("rahasia");
    return new Readers(ReadLimits.DEFAULT, secrets).with(List.of(PASSWORD));
  }

  private @Nullable Made made(Path sent, List<Issue> issues, long large) throws IOException {
    try (Archive archive = new Archive(new Home(root.resolve("home")), 0)) {
      Delivery kept = archive.keep(sent, "kiriman", null);
      RunReport.SourceFile source =
          new RunReport.SourceFile(
              "kiriman", kept.sha256(), kept.bytes(), Delivery.Form.FILE, null);
      RunReport report =
          new RunReport(
              7,
              RunOutcome.REFUSED,
              null,
              "dinsos/uji",
              "",
              "dinsos",
              "uji",
              source,
              null,
              Counts.NONE,
              Map.of(),
              List.of(),
              issues,
              Text.same(""),
              Instant.EPOCH,
              Instant.EPOCH,
              false,
              null,
              false,
              List.of(),
              List.of(),
              RunReport.Undo.NONE);
      Annotator.Ports ports = new Annotator.Ports(readers(), archive, new Empty(), mapping -> null);
      return new Annotator(ports, root.resolve("answers"), large)
          .make(List.of(report), List.of(), Language.ID);
    }
  }

  private static List<String> grid(Path file, int sheet) {
    List<String> cells = new ArrayList<>();
    new Readers()
        .raw(
            file,
            sheet,
            (number, row) -> {
              for (int column = 0; column < row.length; column++) {
                String text = row[column].text();
                if (!text.isEmpty() && RowMark.parse(text).isEmpty()) {
                  cells.add(number + ":" + column + "=" + text);
                }
              }
            });
    return cells;
  }

  /** Has no rejected rows. */
  private static final class Empty implements Ledger {
    @Override
    public List<RunReport> runs(Filter filter) {
      return List.of();
    }

    @Override
    public @Nullable RunReport run(long run) {
      return null;
    }

    @Override
    public List<RunReport> runsOfClaim(UUID claim) {
      return List.of();
    }

    @Override
    public List<RunReport> unanswered() {
      return List.of();
    }

    @Override
    public void answered(long run) {
      // Nobody asks.
    }

    @Override
    public void rejects(long run, Consumer<RejectedRow> taker) {
      // None.
    }
  }
}

package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The workbook to correct, on the whole road. */
class RepairWorkbookIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String GOOD_NIK = "3574041806779004";

  private static final String ROWS =
      Citizens.HEAD
          + GOOD_NIK
          + ";3574041501059001;Zulmarkah Satu;18-06-1977;Gang 7;;;4;Jati;;Ibundamarkah;a\n"
          + "3574041806779005;3574041501059002;Zulmarkah Dua;31-02-1980;Gang 8;;;3;Jati;;;=1+1\n"
          + "35740418067790;;Qomarkiyah Empat;18-06-1977;Gang 10;;;2;Jati;;Ibundamarkah;d\n";

  private static final String PRICES =
      """
      title: Harga
      agency: dinsos
      source: {format: xlsx, file: ["harga*"], sheet: first}
      target: {table: harga, key: [kode], load: merge}
      columns:
        kode: {from: Kode, type: text}
        harga: {from: Harga, type: integer}
      tolerance: {rejects: 60%}
      """;

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.execute("DROP TABLE IF EXISTS warehouse.harga, history.harga CASCADE");
    citizens.makeKey();
    Files.writeString(root.resolve("mappings/dinsos/harga.yaml"), PRICES);
  }

  private Path outbox() {
    return citizens.home().resolve("outbox/dinsos");
  }

  @Test
  void textComesBackAsAWorkbookThatRepeatsNoPersonalValue() throws Exception {
    assertThat(citizens.load("warga", "warga.csv", ROWS).code()).isEqualTo(3);

    Path back = outbox().resolve("warga.csv.perbaikan.xlsx");
    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      XSSFSheet sheet = workbook.getSheet("Data");
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(GOOD_NIK);
      assertThat(sheet.getRow(2).getCell(11).getStringCellValue()).isEqualTo("=1+1");
      assertThat(sheet.getCellComments().keySet())
          .extracting(Object::toString)
          .contains("D3", "A4");
    }
    try (ZipFile zip = new ZipFile(back.toFile())) {
      for (String part : List.of("xl/worksheets/perbaikanPde1.xml", "xl/comments1.xml")) {
        String xml =
            new String(
                zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("31-02-1980", "35740418067790", "markah", "Qomarkiyah");
      }
    }
    assertThat(outbox().resolve("warga.csv.hasil.txt"))
        .content()
        .contains("Buku kerja perbaikan: warga.csv.perbaikan.xlsx");
    assertThat(outbox().resolve("warga.csv.hasil.json"))
        .content()
        .contains("\"warga.csv.perbaikan.xlsx\"");
    try (var left = Files.list(citizens.home().resolve("work/answers"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aWorkbookThatIsCorrectedLoads() throws Exception {
    Path file = prices("salah");
    assertThat(load(file).code()).isEqualTo(3);

    Path back = outbox().resolve("harga.xlsx.perbaikan.xlsx");
    Path corrected = root.resolve("harga lagi.xlsx");
    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes);
        OutputStream out = Files.newOutputStream(corrected)) {
      assertThat(workbook.getSheetName(0)).isEqualTo("Perbaikan PDE");
      Cell cell = workbook.getSheet("Harga").getRow(2).getCell(1);
      assertThat(cell.getCellComment().getString().getString()).contains("Aturan: ");
      cell.setCellValue(500);
      workbook.write(out);
    }
    Ended again = load(corrected);
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(citizens.ask("SELECT sum(harga) FROM warehouse.harga")).containsExactly("750");
    assertThat(outbox().resolve("harga lagi.xlsx.perbaikan.xlsx")).doesNotExist();
  }

  @Test
  void theAnswerIsWrittenAgain() throws Exception {
    assertThat(load(prices("salah")).code()).isEqualTo(3);
    String run = citizens.ask("SELECT max(run) FROM pde.run").get(0);
    Path folder = root.resolve("lagi");

    Ended ended = citizens.type("receipt", run, "--out", folder.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .containsExactly(
            "harga.xlsx.hasil.txt",
            "harga.xlsx.hasil.json",
            "harga.xlsx.tolak.csv",
            "harga.xlsx.perbaikan.xlsx");
    List<String> there = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.forEach(each -> there.add(each.getFileName().toString()));
    }
    assertThat(there).hasSize(4);
    assertThat(folder.resolve("harga.xlsx.hasil.txt"))
        .hasSameTextualContentAs(outbox().resolve("harga.xlsx.hasil.txt"));
  }

  private Ended load(Path file) {
    return citizens.type("load", file.toString(), "-m", "dinsos/harga");
  }

  private Path prices(String bad) throws Exception {
    Path file = root.resolve("harga.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Harga");
      sheet.createRow(0).createCell(0).setCellValue("Kode");
      sheet.getRow(0).createCell(1).setCellValue("Harga");
      sheet.createRow(1).createCell(0).setCellValue("a");
      sheet.getRow(1).createCell(1).setCellValue(250);
      sheet.createRow(2).createCell(0).setCellValue("b");
      sheet.getRow(2).createCell(1).setCellValue(bad);
      workbook.write(out);
    }
    return file;
  }
}

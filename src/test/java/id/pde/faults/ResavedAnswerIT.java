package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrected workbooks that were saved in another format before they came back. */
class ResavedAnswerIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PLACES =
      """
      title: Tempat
      agency: dinsos
      source: {format: %s, file: ["tempat*"]}
      target: {table: tempat, key: [kode], load: merge}
      columns:
        kode: {from: Kode, type: text}
        luas: {from: Luas, type: integer}
      tolerance: {rejects: 60%%}
      """;

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.execute("DROP TABLE IF EXISTS warehouse.tempat, history.tempat CASCADE");
    citizens.makeKey();
  }

  private Ended load(Path file) {
    return citizens.type("load", file.toString(), "-m", "dinsos/tempat");
  }

  private void mapping(String format) throws IOException {
    Files.writeString(root.resolve("mappings/dinsos/tempat.yaml"), PLACES.formatted(format));
  }

  private Path corrected(String answer, String sheet, String format) throws IOException {
    Path changed = root.resolve("betul.xlsx");
    Path back = citizens.home().resolve("outbox/dinsos").resolve(answer);
    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook poi = new XSSFWorkbook(bytes);
        OutputStream out = Files.newOutputStream(changed)) {
      poi.getSheet(sheet).getRow(2).getCell(1).setCellValue(25);
      poi.write(out);
    }
    Path saved = root.resolve("betul." + format);
    if (format.equals("xls")) {
      Resaved.asXls(changed, saved);
    } else {
      Resaved.asOds(changed, saved);
    }
    return saved;
  }

  private void isRepaired(String base, Ended again) throws Exception {
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(citizens.ask("SELECT kode || luas FROM warehouse.tempat ORDER BY kode"))
        .containsExactly("A15", "A225");
    assertThat(
            citizens.ask(
                "SELECT concat_ws(' ', source_name, submission) FROM pde.run"
                    + " WHERE run = (SELECT max(run) FROM pde.run)"))
        .containsExactly(base + " 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void copiedRowsAreKnownAgain(String format) throws Exception {
    mapping("csv");
    assertThat(load(citizens.file("tempat.csv", "Kode;Luas\nA1;5\nA2;lebar\n")).code())
        .isEqualTo(3);

    isRepaired("tempat.csv", load(corrected("tempat.csv.perbaikan.xlsx", "Data", format)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void theOwnWorkbookIsKnownAgainAndPdesSheetIsNoData(String format) throws Exception {
    mapping("auto");
    Path sent = root.resolve("tempat.xlsx");
    try (XSSFWorkbook poi = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(sent)) {
      var sheet = poi.createSheet("Lembar");
      String[][] rows = {{"Kode", "Luas"}, {"A1", "5"}, {"A2", "lebar"}};
      for (int i = 0; i < rows.length; i++) {
        var row = sheet.createRow(i);
        row.createCell(0).setCellValue(rows[i][0]);
        row.createCell(1).setCellValue(rows[i][1]);
      }
      poi.write(out);
    }
    assertThat(load(sent).code()).isEqualTo(3);

    isRepaired("tempat.xlsx", load(corrected("tempat.xlsx.perbaikan.xlsx", "Lembar", format)));
  }
}

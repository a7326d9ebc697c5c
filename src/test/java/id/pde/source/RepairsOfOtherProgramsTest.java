package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.GridSource.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workbook to correct that was edited in sheets on the web, or by a program that drops hidden
 * names and properties: PDE's own sheet is still no data.
 */
class RepairsOfOtherProgramsTest {

  @TempDir private Path folder;

  @Test
  void passesOverItsListByItsTitleInXlsx() throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      assertThat(sheets(workbook, "jan.xlsx", "Perbaikan PDE")).isEqualTo("Jan");
    }
  }

  @Test
  void passesOverItsListByItsTitleInXls() throws IOException {
    try (Workbook workbook = new HSSFWorkbook()) {
      assertThat(sheets(workbook, "jan.xls", "PDE repairs")).isEqualTo("Jan");
    }
  }

  @Test
  void readsSheetsWithTitlesOfTheirOwn() throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      assertThat(sheets(workbook, "jan.xlsx", "Perbaikan jalan")).isEqualTo("Perbaikan jalan, Jan");
    }
  }

  private String sheets(Workbook workbook, String name, String first) throws IOException {
    workbook.createSheet(first).createRow(0).createCell(0).setCellValue("Perbaikan PDE: jan");
    workbook.createSheet("Jan").createRow(0).createCell(0).setCellValue("Harga");
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return String.join(", ", new Readers().sheets(file).stream().map(Sheet::name).toList());
  }
}

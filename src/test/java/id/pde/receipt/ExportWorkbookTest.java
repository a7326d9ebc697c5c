package id.pde.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.LimitExceeded;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written as a stream, read back whole. */
class ExportWorkbookTest {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("teks", Kind.TEXT),
          new Column("angka", Kind.NUMBER),
          new Column("hari", Kind.DATE),
          new Column("ya", Kind.BOOLEAN));

  @Test
  void writesEveryKindAsItself() throws IOException {
    try (XSSFWorkbook workbook =
        written(
            10,
            List.of(row("a & <b> \"c\"\n_x0041_\u0001é\uFFFE", "-12.50", "2024-02-29", "true")))) {
      Row row = workbook.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue())
          .isEqualTo("a & <b> \"c\"\n_x0041_\u0001é\uFFFE");
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-12.5);
      assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
      assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo("2024-02-29T00:00");
      assertThat(row.getCell(3).getBooleanCellValue()).isTrue();
      assertThat(workbook.getSheetName(0)).isEqualTo("mart.kader");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, NUMERIC",
    "123456789012345, NUMERIC",
    "1234567890123456, STRING",
    "0.000000012345, NUMERIC",
    "-0.1, NUMERIC",
    "NaN, STRING",
    "-Infinity, STRING",
    "1e+300, STRING"
  })
  void keepsNumbersThatExcelWouldSpoilAsText(String number, CellType type) throws IOException {
    try (XSSFWorkbook workbook = written(10, List.of(row(null, number, null, null)))) {
      Cell cell = workbook.getSheetAt(0).getRow(1).getCell(1);
      assertThat(cell.getCellType()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @CsvSource({"=1+1, true", "+62, true", "-1+cmd, true", "@x, true", "1+1, false", "a=b, false"})
  void textNeverBecomesAFormula(String text, boolean marked) throws IOException {
    try (XSSFWorkbook workbook = written(10, List.of(row(text, null, null, null)))) {
      Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(marked);
    }
  }

  @Test
  void daysThatExcelCountsWrongAreText() throws IOException {
    try (XSSFWorkbook workbook =
        written(
            10,
            List.of(row(null, null, "1900-02-28", null), row(null, null, "0044-03-15 BC", null)))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
          .isEqualTo("1900-02-28");
      assertThat(workbook.getSheetAt(0).getRow(2).getCell(2).getStringCellValue())
          .isEqualTo("0044-03-15 BC");
    }
  }

  @Test
  void goesOnInTheNextSheet() throws IOException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      rows.add(row("baris " + i, null, null, null));
    }
    try (XSSFWorkbook workbook = written(4, rows)) {
      List<String> seen = new ArrayList<>();
      for (Sheet sheet : workbook) {
        sheet.forEach(
            row -> seen.add(sheet.getSheetName() + ": " + row.getCell(0).getStringCellValue()));
      }
      assertThat(seen)
          .containsExactly(
              "mart.kader: teks",
              "mart.kader: baris 1",
              "mart.kader: baris 2",
              "mart.kader: baris 3",
              "mart.kader (2): teks",
              "mart.kader (2): baris 4",
              "mart.kader (2): baris 5",
              "mart.kader (2): baris 6",
              "mart.kader (3): teks",
              "mart.kader (3): baris 7");
    }
  }

  @Test
  void aTextThatNoCellHoldsIsNotCut() {
    assertThatThrownBy(() -> written(10, List.of(row("x".repeat(32_768), null, null, null))))
        .isInstanceOf(LimitExceeded.class);
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    List<@Nullable String> row = new ArrayList<>();
    for (String value : values) {
      row.add(value);
    }
    return row;
  }

  private static XSSFWorkbook written(int limit, List<List<@Nullable String>> rows)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ExportWorkbook workbook = new ExportWorkbook(bytes, "mart.kader", limit)) {
      workbook.columns(COLUMNS);
      rows.forEach(workbook::row);
      workbook.finish();
    }
    return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
  }
}

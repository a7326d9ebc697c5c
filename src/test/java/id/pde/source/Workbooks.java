package id.pde.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes small workbooks for tests. */
final class Workbooks {

  private Workbooks() {}

  static byte[] xlsx(Consumer<Workbook> fill) {
    try (Workbook book = new XSSFWorkbook()) {
      return bytes(book, fill);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  static byte[] xls(Consumer<Workbook> fill) {
    try (Workbook book = new HSSFWorkbook()) {
      return bytes(book, fill);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static byte[] bytes(Workbook book, Consumer<Workbook> fill) throws IOException {
    fill.accept(book);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  /** Rows of words and numbers from A1. */
  static void rows(Sheet sheet, Object[]... rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        Object value = rows[i][j];
        var cell =
            sheet.getRow(i) == null
                ? sheet.createRow(i).createCell(j)
                : sheet.getRow(i).createCell(j);
        if (value instanceof Number number) {
          cell.setCellValue(number.doubleValue());
        } else {
          cell.setCellValue(value.toString());
        }
      }
    }
  }

  static Object[] row(Object... values) {
    return values;
  }

  /** The same archive with one entry changed. */
  static byte[] edited(byte[] archive, String entry, UnaryOperator<String> edit)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        if (next.getName().equals(entry)) {
          content =
              edit.apply(new String(content, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
        }
        to.putNextEntry(new ZipEntry(next.getName()));
        to.write(content);
      }
    }
    return bytes.toByteArray();
  }

  /** The same archive with other names of its entries. */
  static byte[] renamed(byte[] archive, UnaryOperator<String> rename) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(rename.apply(next.getName())));
        to.write(from.readAllBytes());
      }
    }
    return bytes.toByteArray();
  }
}

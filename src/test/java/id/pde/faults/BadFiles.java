package id.pde.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The bytes of files that agencies should not send. */
final class BadFiles {

  private BadFiles() {}

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] truncatedWorkbook() {
    byte[] whole = workbook();
    return Arrays.copyOf(whole, whole.length / 2);
  }

  static byte[] noise() {
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    return noise;
  }

  static byte[] lockedWorkbook() {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("rahasia");
      try (var inside = encryptor.getDataStream(container)) {
        inside.write(workbook());
      }
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (java.security.GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static byte[] workbook() {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Row heading = book.createSheet("Harga").createRow(0);
      heading.createCell(0).setCellValue("Kode");
      heading.createCell(1).setCellValue("Nama");
      heading.createCell(2).setCellValue("Harga");
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

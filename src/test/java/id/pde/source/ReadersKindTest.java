package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.run.RunStopped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersKindTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesByContentWithAStableCode(String code, byte[] content, String message)
      throws IOException {
    Path file = Files.write(folder.resolve("data.xlsx"), content);
    RunStopped stopped = null;
    try {
      new Readers().sheets(file);
    } catch (RunStopped thrown) {
      stopped = thrown;
    }
    assertThat(stopped).isNotNull();
    assertThat(stopped.issue().code()).isEqualTo(code);
    assertThat(stopped.issue().message().en()).isEqualTo(message);
    assertThat(stopped.issue().location().shown()).isEqualTo("data.xlsx");
  }

  @Test
  void takesHeadingsThatLookLikeSylkAsText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "ID;Pekerjaan\nP;Petani\n1;Guru\n");
    assertThat(new Readers().sheets(file))
        .extracting("rows", "columns")
        .containsExactly(tuple(3L, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "C", "c"})
  void takesTextForTextThoughItBeginsWithAVersionOfDbase(String version) throws IOException {
    // Where a table has the type of its first field, there is an "N".
    String line = version + ",kepala keluarga,jalan melati nomor 3,rt NN";
    Path file = Files.writeString(folder.resolve("a.csv"), (line + "\n").repeat(3));
    assertThat(file).content().startsWith(line).matches(text -> text.charAt(43) == 'N');
    assertThat(new Readers().sheets(file))
        .extracting("rows", "columns")
        .containsExactly(tuple(3L, 4));
  }

  @Test
  void saysNothingOfAContainerThatIsDamagedUntilItIsRead() throws IOException {
    byte[] content = ole2("Workbook");
    // Where the directory starts (MS-CFB 2.2).
    Arrays.fill(content, 48, 52, (byte) 0xF0);
    Path file = Files.write(folder.resolve("data.xls"), content);
    assertThat(new Readers().holds(file)).isFalse();
    assertThatExceptionOfType(RunStopped.class)
        .isThrownBy(() -> new Readers().sheets(file))
        .satisfies(stopped -> assertThat(stopped.issue().code()).isEqualTo("file.damaged"));
  }

  static Stream<Arguments> refused() throws Exception {
    byte[] noise = new byte[3000];
    new Random(7).nextBytes(noise);
    noise[0] = 'x';
    byte[] workbook = Workbooks.xlsx(book -> book.createSheet("A").createRow(0).createCell(0));
    return Stream.of(
        Arguments.of("file.empty", new byte[0], "The file is empty: there is not one byte in it."),
        Arguments.of(
            "file.truncated",
            Arrays.copyOf(workbook, workbook.length * 6 / 10),
            "This xlsx file is cut off: its end did not arrive."),
        text(
            "file.html",
            "\n<!DOCTYPE html><html><body>login</body></html>",
            "This file is a web page (HTML), not an Excel or CSV table."),
        text(
            "file.html",
            "<table border=1><tr><td>x</table>",
            "This file is a web page (HTML), not an Excel or CSV table."),
        Arguments.of(
            "file.binary",
            noise,
            "The content of this file is no table that is known: neither Excel nor text."),
        text(
            "file.without-sheets",
            "<?xml version=\"1.0\"?>\n<Workbook"
                + " xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            "There is not one sheet in this file."),
        Arguments.of(
            "file.office",
            zip("mimetype", "application/vnd.oasis.opendocument.text"),
            "This file is another Office document, not an Excel workbook."),
        Arguments.of(
            "file.office",
            zip("mimetype", "application/vnd.sun.xml.calc"),
            "This file is another Office document, not an Excel workbook."),
        text(
            "file.web-archive",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x",
            "This file is a web archive (MHTML), not an Excel or CSV table."),
        Arguments.of(
            "file.xlsb",
            zip(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.bin\" ContentType=\""
                    + "application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"),
            "This file is a binary Excel workbook (xlsb), which this version does not read."),
        Arguments.of(
            "file.word",
            zip("[Content_Types].xml", "wordprocessingml.document.main+xml"),
            "This file is a Word document, not a table."),
        Arguments.of("file.zip", zip("a.csv", "a,b"), "This file is a ZIP archive, not a table."),
        Arguments.of("file.password", encrypted(workbook), "This file is protected by a password."),
        Arguments.of(
            "file.workspace",
            new BiffBytes().words(0x0409, 0, 0x100, 0).end().bytes(),
            "This file is a workspace of Excel 4 (xlw), which is not read."),
        text(
            "file.sylk",
            "ID;PWXL;N;E\r\nP;PGeneral\r\nP;P0\r\nC;Y1;X1;K5\r\nE\r\n",
            "This file is a SYLK sheet (slk), which is not read."),
        text(
            "file.dif",
            "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,1\r\n\"\"\r\n",
            "This file is a DIF sheet, which is not read."),
        text("file.pdf", "%PDF-1.7\n...", "This file is a PDF, not a table."),
        text(
            "file.sqlite",
            "SQLite format 3\0....",
            "This file is a SQLite database, not a single table."),
        text(
            "file.xml",
            "<?xml version=\"1.0\"?><a/>",
            "This file is XML, not an Excel or CSV table."));
  }

  private static Arguments text(String code, String content, String message) {
    return Arguments.of(code, content.getBytes(StandardCharsets.UTF_8), message);
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] ole2(String stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] encrypted(byte[] workbook) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("rahasia");
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(workbook);
      }
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }
}

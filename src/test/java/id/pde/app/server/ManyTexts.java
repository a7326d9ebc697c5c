package id.pde.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook with more different texts than a reader keeps in its memory. */
final class ManyTexts {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private ManyTexts() {}

  /** Rows of Kode, Nama and Harga. */
  static Path workbook(Path file, int rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, UTF_8))) {
      part(
          zip,
          out,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
              + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
              + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      part(zip, out, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      part(
          zip,
          out,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
              .formatted(MAIN, OFFICE));
      part(
          zip,
          out,
          "xl/_rels/workbook.xml.rels",
          relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      out.write("<sst xmlns=\"" + MAIN + "\">");
      text(out, "Kode");
      text(out, "Nama");
      text(out, "Harga");
      for (int row = 0; row < rows; row++) {
        text(out, "k" + row);
        text(out, "nama yang panjang sekali nomor " + row + " dan seterusnya sampai akhir");
      }
      out.write("</sst>");
      out.flush();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
      row(out, "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>");
      for (int row = 0; row < rows; row++) {
        int text = 3 + 2 * row;
        row(
            out,
            "<c t=\"s\"><v>%d</v></c><c t=\"s\"><v>%d</v></c><c><v>%d</v></c>"
                .formatted(text, text + 1, row));
      }
      out.write("</sheetData></worksheet>");
    }
    return file;
  }

  private static void text(Writer out, String text) throws IOException {
    out.write("<si><t>" + text + "</t></si>");
  }

  private static void row(Writer out, String cells) throws IOException {
    out.write("<row>" + cells + "</row>");
  }

  private static void part(ZipOutputStream zip, Writer out, String name, String content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.flush();
  }

  private static String relations(String... pairs) {
    StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 0; i < pairs.length; i += 2) {
      all.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, OFFICE, pairs[i], pairs[i + 1]));
    }
    return all.append("</Relationships>").toString();
  }
}

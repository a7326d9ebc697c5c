package id.pde.source;

import id.pde.run.GridSource.CellVisitor;
import id.pde.source.layout.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small workbooks of markup for tests, and shows what is read of them. */
final class Markup {

  static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String SPACES =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
          + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";

  private Markup() {}

  /** The content of a spreadsheet with these styles and sheets. */
  static String content(String styles, String sheets) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
        + SPACES
        + "><office:automatic-styles>"
        + styles
        + "</office:automatic-styles><office:body><office:spreadsheet>"
        + sheets
        + "</office:spreadsheet></office:body></office:document-content>";
  }

  /** One sheet named S. */
  static String sheet(String inside) {
    return "<table:table table:name=\"S\">" + inside + "</table:table>";
  }

  /** Cells with these attributes and contents, in pairs, as one row. */
  static String row(String... cells) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (int i = 0; i < cells.length; i += 2) {
      row.append("<table:table-cell ").append(cells[i]).append('>').append(cells[i + 1]);
      row.append("</table:table-cell>");
    }
    return row.append("</table:table-row>").toString();
  }

  static byte[] ods(String content) {
    return zip(Map.of("content.xml", content.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(ODS_TYPE.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return bytes.toByteArray();
  }

  /** One sheet in the flat form. */
  static byte[] flat(String sheet) {
    return ("<office:document"
            + SPACES
            + " office:mimetype=\""
            + ODS_TYPE
            + "\"><office:body><office:spreadsheet>"
            + sheet
            + "</office:spreadsheet></office:body></office:document>")
        .getBytes(StandardCharsets.UTF_8);
  }

  static Path write(Path folder, byte[] content) throws IOException {
    return Files.write(folder.resolve("delivery"), content);
  }

  /** Rows as {@code number a|b}, without the empty ones. */
  static List<String> raw(Path file, int sheet) {
    return raw(new Readers(), file, sheet);
  }

  static List<String> raw(ReadLimits limits, Path file) {
    return raw(new Readers(limits), file, 0);
  }

  private static List<String> raw(Readers readers, Path file, int sheet) {
    List<String> lines = new ArrayList<>();
    CellVisitor visitor =
        (number, cells) -> {
          if (cells.length > 0) {
            lines.add(
                number
                    + " "
                    + Arrays.stream(cells)
                        .map(cell -> cell.text())
                        .collect(Collectors.joining("|")));
          }
        };
    readers.raw(file, sheet, visitor);
    return lines;
  }
}

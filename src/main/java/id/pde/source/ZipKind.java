package id.pde.source;

import id.pde.source.zip.ZipBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Which of the formats that are ZIP archives a file is. */
final class ZipKind {

  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  /**
   * The first part of an OpenDocument file is its type, not compressed (OpenDocument 1.3, 2.3.3).
   */
  private static final int START_OF_CONTENT = 38;

  private ZipKind() {}

  static FileKind of(Path file, String start) throws IOException {
    if (ZipBundle.vast(file)) {
      return FileKind.ZIP;
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      ZipEntry types = contentTypes(zip);
      if (types != null) {
        return office(text(zip, types));
      }
      return openDocument(zip);
    } catch (ZipException broken) {
      // The directory of a ZIP archive stands at its end: what is cut off has none.
      boolean office = start.contains("[Content_Types].xml") || start.contains("xl/");
      if (start.startsWith(SPREADSHEET, START_OF_CONTENT)) {
        return FileKind.TRUNCATED_ODS;
      }
      return office ? FileKind.TRUNCATED : foreign(file);
    }
  }

  private static FileKind foreign(Path file) throws IOException {
    return switch (ZipBundle.look(file)) {
      case BUNDLE -> FileKind.ZIP;
      case CUT_OFF -> FileKind.TRUNCATED_ZIP;
      case OTHER -> FileKind.UNKNOWN_ZIP;
    };
  }

  /** Some writers leave the part "mimetype" out; the manifest says the same. */
  private static FileKind openDocument(ZipFile zip) throws IOException {
    ZipEntry mime = zip.getEntry("mimetype");
    ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
    String listed = manifest == null ? "" : text(zip, manifest);
    String type = mime == null ? listed : text(zip, mime);
    if (type.contains(SPREADSHEET)) {
      return listed.contains("encryption-data") ? FileKind.PASSWORD : FileKind.ODS;
    }
    boolean office =
        type.contains("application/vnd.oasis.opendocument")
            || type.contains("application/vnd.sun.xml")
            || type.startsWith("application/epub")
            || zip.getEntry("Index/Document.iwa") != null;
    return office ? FileKind.OFFICE : FileKind.ZIP;
  }

  /** Some libraries write it in small letters; names of parts are the same in any case. */
  private static @Nullable ZipEntry contentTypes(ZipFile zip) {
    ZipEntry usual = zip.getEntry("[Content_Types].xml");
    return usual != null ? usual : zip.getEntry("[content_types].xml");
  }

  private static FileKind office(String types) {
    // Its parts are no XML: unlike the others the type ends here.
    if (types.contains("sheet.binary.macroEnabled.main")) {
      return FileKind.XLSB;
    }
    if (types.contains("spreadsheetml.sheet.main+xml")
        || types.contains("sheet.macroEnabled.main+xml")
        || types.contains("spreadsheetml.template.main+xml")
        || types.contains("template.macroEnabled.main+xml")
        || types.contains("addin.macroEnabled.main+xml")) {
      return FileKind.XLSX;
    }
    return types.contains("wordprocessingml") ? FileKind.WORD : FileKind.OFFICE;
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream stream = zip.getInputStream(entry)) {
      return new String(stream.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
  }
}

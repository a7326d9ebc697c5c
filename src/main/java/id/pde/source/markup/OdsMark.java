package id.pde.source.markup;

import id.pde.source.layout.ReadLimits;
import id.pde.source.sheet.UnpackedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * The properties by which a workbook that PDE made is known again when it was saved as an
 * OpenDocument spreadsheet: {@code meta:user-defined} (OpenDocument 1.3, part 3, 4.3.3).
 */
public final class OdsMark {

  private OdsMark() {}

  /**
   * Reads one.
   *
   * @param property its name
   * @return empty: the workbook has none of that name
   * @throws IOException or whatever the parser throws at a damaged file
   */
  public static Optional<String> of(Path file, String property, ReadLimits limits)
      throws IOException, XMLStreamException {
    if (!OdsWorkbook.isArchive(file)) {
      // The flat form is one file; what it says of itself comes first.
      try (XmlCursor cursor = XmlCursor.open(Files.newInputStream(file), limits)) {
        return in(cursor, property);
      }
    }
    try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      ZipEntry meta = archive.getEntry("meta.xml");
      if (meta == null) {
        return Optional.empty();
      }
      try (XmlCursor cursor = XmlCursor.open(UnpackedPart.open(archive, meta, limits), limits)) {
        return in(cursor, property);
      }
    }
  }

  private static Optional<String> in(XmlCursor cursor, String property) throws XMLStreamException {
    for (XmlCursor.Step step = cursor.step(); step != XmlCursor.Step.DONE; step = cursor.step()) {
      if (step != XmlCursor.Step.START) {
        continue;
      }
      if (cursor.name().equals("body")) {
        return Optional.empty();
      }
      if (cursor.name().equals("user-defined") && property.equals(cursor.attribute("name"))) {
        return Optional.of(cursor.words());
      }
    }
    return Optional.empty();
  }
}

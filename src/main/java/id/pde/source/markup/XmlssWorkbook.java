package id.pde.source.markup;

import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * An "XML Spreadsheet 2003" (SpreadsheetML), which programs like to name .xls. The file is walked
 * once for the list of sheets, then once per sheet.
 */
public final class XmlssWorkbook implements Workbook {

  private final Path file;
  private final ReadLimits limits;
  private final long bytes;
  private final XmlssStyles styles = new XmlssStyles();
  private final List<Title> sheets = new ArrayList<>();

  private XmlssWorkbook(Path file, ReadLimits limits) throws IOException {
    this.file = file;
    this.bytes = Files.size(file);
    this.limits = limits;
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws Exception whatever the parser throws at a damaged file
   */
  public static Workbook open(Path file, ReadLimits limits) throws Exception {
    XmlssWorkbook opened = new XmlssWorkbook(file, limits);
    try (XmlCursor cursor = opened.cursor()) {
      opened.survey(cursor);
    }
    return opened;
  }

  private XmlCursor cursor() throws IOException, XMLStreamException {
    return XmlCursor.open(Files.newInputStream(file), limits);
  }

  private void survey(XmlCursor cursor) throws XMLStreamException {
    cursor.child(0);
    while (cursor.child(1)) {
      if (cursor.name().equals("Styles")) {
        styles.read(cursor);
      } else if (cursor.name().equals("Worksheet")) {
        String name = cursor.attribute("Name");
        sheets.add(new Title(name == null ? "" : name, visibility(cursor)));
      }
    }
    while (cursor.step() != XmlCursor.Step.DONE) {
      // What follows the root must be well-formed, too.
    }
  }

  /** It stands behind the rows. */
  private static Visibility visibility(XmlCursor cursor) throws XMLStreamException {
    Visibility visibility = Visibility.VISIBLE;
    int worksheet = cursor.depth();
    while (cursor.child(worksheet)) {
      if (!cursor.name().equals("WorksheetOptions")) {
        continue;
      }
      int options = cursor.depth();
      while (cursor.child(options)) {
        if (cursor.name().equals("Visible")) {
          visibility = visibility(cursor.words());
        }
      }
    }
    return visibility;
  }

  private static Visibility visibility(String word) {
    return switch (word.strip()) {
      case "SheetHidden" -> Visibility.HIDDEN;
      case "SheetVeryHidden" -> Visibility.VERY_HIDDEN;
      default -> Visibility.VISIBLE;
    };
  }

  @Override
  public List<Title> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws Exception {
    read(sheet, taker);
  }

  @Override
  public List<MergedRange> merged(int sheet) throws Exception {
    return List.copyOf(read(sheet, new Nobody()));
  }

  private List<MergedRange> read(int sheet, SheetTaker taker)
      throws IOException, XMLStreamException {
    try (XmlCursor cursor = cursor()) {
      cursor.child(0);
      int index = 0;
      while (cursor.child(1)) {
        if (cursor.name().equals("Worksheet") && index++ == sheet) {
          return new XmlssTable(cursor, styles, taker, limits).read();
        }
      }
    }
    throw new IndexOutOfBoundsException(sheet);
  }

  @Override
  public long walked() {
    return bytes;
  }

  @Override
  public void close() {
    // Every walk closes what it opened.
  }
}

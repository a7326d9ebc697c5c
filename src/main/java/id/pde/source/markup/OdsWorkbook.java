package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.OwnSheet;
import id.pde.source.sheet.UnpackedPart;
import id.pde.source.sheet.ZipNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * An OpenDocument spreadsheet, as an archive (ods) or as one XML file (fods). Its content is walked
 * once for the list of sheets, then once per sheet.
 */
public final class OdsWorkbook implements Workbook {

  private final Path file;
  private final @Nullable ZipFile archive;
  private final ReadLimits limits;
  private final long bytes;
  private final OdsStyles styles = new OdsStyles();
  private final List<Title> sheets = new ArrayList<>();

  /** Of each sheet: which table of the content it is, from 0; those of PDE are passed over. */
  private final List<Integer> tables = new ArrayList<>();

  private OdsWorkbook(Path file, @Nullable ZipFile archive, ReadLimits limits) throws IOException {
    this.file = file;
    this.archive = archive;
    this.limits = limits;
    this.bytes = bytes(file, archive);
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws Exception whatever the parsers throw at a damaged file
   */
  public static Workbook open(Path file, Location whole, ReadLimits limits) throws Exception {
    if (!isArchive(file)) {
      OdsWorkbook flat = new OdsWorkbook(file, null, limits);
      flat.survey();
      return flat;
    }
    ZipNames.check(file, whole, limits);
    ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      OdsWorkbook opened = new OdsWorkbook(file, archive, limits);
      opened.survey();
      return opened;
    } catch (IOException | XMLStreamException | RuntimeException broken) {
      archive.close();
      throw broken;
    }
  }

  static boolean isArchive(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.read() == 'P' && stream.read() == 'K';
    }
  }

  private void survey() throws IOException, XMLStreamException {
    if (archive != null && archive.getEntry("styles.xml") != null) {
      try (XmlCursor cursor = open("styles.xml")) {
        // It holds no sheets, only the styles that people name.
        new OdsContent(cursor, styles).next();
      }
    }
    try (XmlCursor cursor = open("content.xml")) {
      OdsContent content = new OdsContent(cursor, styles);
      for (int table = 0; content.next(); table++) {
        String name = cursor.attribute("name");
        Visibility visibility =
            styles.hidesSheet(cursor.attribute("style-name"))
                ? Visibility.HIDDEN
                : Visibility.VISIBLE;
        if (!isOwn(cursor) && (name == null || !OwnSheet.isTitled(name))) {
          sheets.add(new Title(name == null ? "" : name, visibility));
          tables.add(table);
        }
      }
    }
  }

  /** Walks over a table; whether a name that belongs to it says that it is PDE's own. */
  private static boolean isOwn(XmlCursor cursor) throws XMLStreamException {
    int table = cursor.depth();
    boolean own = false;
    while (cursor.child(table)) {
      if (!cursor.name().equals("named-expressions")) {
        cursor.skip();
        continue;
      }
      int names = cursor.depth();
      while (cursor.child(names)) {
        String name = cursor.attribute("name");
        own |= name != null && OwnSheet.isNamed(name);
      }
    }
    return own;
  }

  /** A part of the archive; the flat form holds all in one. */
  private XmlCursor open(String part) throws IOException, XMLStreamException {
    if (archive == null) {
      return XmlCursor.open(Files.newInputStream(file), limits);
    }
    ZipEntry entry = archive.getEntry(part);
    if (entry == null) {
      throw new IOException("no " + part);
    }
    return XmlCursor.open(UnpackedPart.open(archive, entry, limits), limits);
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
    int table = tables.get(sheet);
    try (XmlCursor cursor = open("content.xml")) {
      OdsContent content = new OdsContent(cursor, new OdsStyles());
      for (int i = 0; content.next(); i++) {
        if (i == table) {
          return new OdsTable(cursor, styles, taker, limits).read();
        }
        cursor.skip();
      }
    }
    throw new IndexOutOfBoundsException(sheet);
  }

  @Override
  public long walked() {
    return bytes;
  }

  private static long bytes(Path file, @Nullable ZipFile archive) throws IOException {
    ZipEntry content = archive == null ? null : archive.getEntry("content.xml");
    return content == null ? Files.size(file) : content.getSize();
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}

package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens xls files of any age. */
public final class XlsFiles {

  private static final int BIFF8 = 0x0600;

  private XlsFiles() {}

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @param charset of the texts of Excel 95 and older, obeyed; empty: by content
   * @throws IOException or whatever the parser throws at a damaged file
   */
  public static Workbook open(
      Path file, Location whole, ReadLimits limits, Passwords passwords, Optional<String> charset)
      throws IOException {
    if (FileMagic.valueOf(file.toFile()) != FileMagic.OLE2) {
      return new BiffWorkbook(new Plain(file), whole, limits, charset);
    }
    POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
    try {
      String name = stream(container);
      return isBiff8(container, name)
          ? new XlsWorkbook(container, name, limits, passwords)
          : new BiffWorkbook(new Contained(container, name), whole, limits, charset);
    } catch (IOException | RuntimeException broken) {
      container.close();
      throw broken;
    }
  }

  /** Old exporters write the name in capitals; Excel 95 and older have another one. */
  private static String stream(POIFSFileSystem container) {
    String old = "Workbook";
    for (String name : container.getRoot().getEntryNames()) {
      if (name.equalsIgnoreCase("Workbook")) {
        return name;
      }
      old = name.equalsIgnoreCase("Book") ? name : old;
    }
    return old;
  }

  private static boolean isBiff8(POIFSFileSystem container, String name) throws IOException {
    try (InputStream stream = container.createDocumentInputStream(name)) {
      byte[] start = stream.readNBytes(6);
      int id = start.length < 6 ? 0 : (start[0] & 0xFF) | (start[1] & 0xFF) << 8;
      boolean eight = id == BiffRecord.BEGIN_5 && ((start[4] & 0xFF) | start[5] << 8) == BIFF8;
      return eight || !BiffRecord.begins(id);
    }
  }

  /** A stream that is a file. */
  private record Plain(Path file) implements BiffWorkbook.Source {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public void close() {
      // Every walk closes the file.
    }
  }

  private record Contained(POIFSFileSystem container, String name) implements BiffWorkbook.Source {
    @Override
    public InputStream open() throws IOException {
      return container.createDocumentInputStream(name);
    }

    @Override
    public void close() throws IOException {
      container.close();
    }
  }
}

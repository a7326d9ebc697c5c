package id.pde.source.sheet;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The properties by which a workbook that PDE made is known again when it was saved as xls. */
public final class XlsMark {

  private XlsMark() {}

  /**
   * Reads one.
   *
   * @param property its name
   * @return empty: the workbook has none of that name
   * @throws Exception whatever the parser throws at a damaged file
   */
  public static Optional<String> of(Path file, String property) throws Exception {
    if (FileMagic.valueOf(file.toFile()) != FileMagic.OLE2) {
      return Optional.empty();
    }
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      String stream = DocumentSummaryInformation.DEFAULT_STREAM_NAME;
      if (!container.getRoot().hasEntryCaseInsensitive(stream)) {
        return Optional.empty();
      }
      PropertySet set = PropertySetFactory.create(container.getRoot(), stream);
      CustomProperties own =
          set instanceof DocumentSummaryInformation summary ? summary.getCustomProperties() : null;
      return own != null && own.get(property) instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    }
  }
}

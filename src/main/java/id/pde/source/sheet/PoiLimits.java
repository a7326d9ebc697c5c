package id.pde.source.sheet;

import id.pde.source.layout.ReadLimits;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

/** POI's own limits are of the whole process: set at the start, lower than POI sets them. */
public final class PoiLimits {

  /** No record or block of a workbook is near it; POI's own limits are per kind, up to 2 GB. */
  private static final int LARGEST_ARRAY = 64 << 20;

  private PoiLimits() {}

  /** Sets them. */
  public static void set(ReadLimits limits) {
    ZipSecureFile.setMaxEntrySize(limits.entryBytes());
    ZipSecureFile.setMinInflateRatio(0.01);
    ZipSecureFile.setMaxTextSize(limits.cellCharacters());
    ZipSecureFile.setMaxFileCount(1000);
    IOUtils.setByteArrayMaxOverride(LARGEST_ARRAY);
  }
}

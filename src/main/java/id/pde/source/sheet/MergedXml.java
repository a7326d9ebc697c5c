package id.pde.source.sheet;

import id.pde.source.layout.MergedRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The merged ranges of one sheet of an xlsx file; they stand behind its rows. */
final class MergedXml extends DefaultHandler {

  /** Headings need few; a sheet with more of them is no form that people made. */
  private static final int KEPT = 100_000;

  private final List<MergedRange> ranges = new ArrayList<>();

  List<MergedRange> ranges() {
    return ranges;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (name.equals("mergeCell") && ranges.size() < KEPT) {
      MergedRange range = range(attributes.getValue("ref"));
      if (range != null) {
        ranges.add(range);
      }
    }
  }

  private static @Nullable MergedRange range(@Nullable String reference) {
    if (reference == null) {
      return null;
    }
    CellRangeAddress area = CellRangeAddress.valueOf(reference);
    return area.getFirstRow() < 0 || area.getFirstColumn() < 0
        ? null
        : new MergedRange(
            area.getFirstRow() + 1L,
            area.getLastRow() + 1L,
            area.getFirstColumn(),
            area.getLastColumn());
  }
}

package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.MergedRange;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The merged ranges of one sheet of an xlsx file; they stand behind its rows. */
final class MergedXml implements XmlPull.Taker {

  /** One for every row that a sheet can have. */
  private static final int MOST = 1 << 20;

  private final List<MergedRange> ranges = new ArrayList<>();

  List<MergedRange> ranges() {
    return ranges;
  }

  @Override
  public void begin(String name, XmlPull at) {
    if (!name.equals("mergeCell")) {
      return;
    }
    MergedRange range = range(at.attribute("ref"));
    if (range == null) {
      return;
    }
    if (ranges.size() == MOST) {
      throw Faults.limit(
          "limit.merged",
          new Location.Whole("mergeCells"),
          new Text(
              "Lembar ini memuat lebih dari " + MOST + " sel gabungan, batas yang dibaca.",
              "This sheet holds more than " + MOST + " merged ranges, the limit."),
          null);
    }
    ranges.add(range);
  }

  private static @Nullable MergedRange range(@Nullable String reference) {
    if (reference == null
        || !reference.matches("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(:\\$?[A-Z]{1,3}\\$?[0-9]{1,7})?")) {
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

package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import id.pde.source.sheet.XlsRecords.Place;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Shows the rows of one sheet. */
final class XlsRows implements XlsRecords.Taker {

  /** Of a sheet whose rows do not come in order and have to be gathered first. */
  private static final int GATHERED = 2_000_000;

  private final int sheet;
  private final RowBuilder rows;
  private final boolean gathers;
  private final Map<Integer, TreeMap<Integer, Cell>> gathered = new TreeMap<>();
  private final BitSet hiddenRows = new BitSet();
  private int cells;
  private final SheetTaker taker;
  private int row = -1;

  XlsRows(int sheet, RowBuilder rows, boolean gathers, SheetTaker taker) {
    this.sheet = sheet;
    this.rows = rows;
    this.gathers = gathers;
    this.taker = taker;
  }

  @Override
  public void cell(int inSheet, Place place, Cell cell) {
    if (inSheet != sheet) {
      return;
    }
    if (gathers) {
      gather(place, cell);
      return;
    }
    if (place.row() != row) {
      endRow();
      row = place.row();
    }
    rows.put(row + 1L, place.column(), cell);
  }

  private void gather(Place place, Cell cell) {
    if (++cells > GATHERED) {
      throw Faults.limit(
          "limit.disordered-cells",
          new Location.SheetCell("xls", 0, 0),
          new Text(
              "Sel lembar ini tidak berurutan dan lebih dari " + GATHERED + ".",
              "The cells of this sheet are out of order and more than " + GATHERED + "."),
          null);
    }
    gathered.computeIfAbsent(place.row(), number -> new TreeMap<>()).put(place.column(), cell);
  }

  private void endRow() {
    if (row >= 0) {
      rows.end(row + 1L, hiddenRows.get(row) ? Sight.HIDDEN : Sight.SHOWN);
    }
  }

  @Override
  public void hiddenRow(int inSheet, int number) {
    if (inSheet == sheet) {
      hiddenRows.set(number);
    }
  }

  @Override
  public void hiddenColumns(int inSheet, int first, int last) {
    if (inSheet == sheet) {
      taker.hiddenColumns(first, last);
    }
  }

  @Override
  public void merged(int inSheet, MergedRange range) {}

  void end() {
    endRow();
    gathered.forEach(
        (number, inRow) -> {
          row = number;
          inRow.forEach((column, cell) -> rows.put(row + 1L, column, cell));
          endRow();
        });
  }
}

package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.layout.MergedRange;
import id.pde.source.sheet.XlsRecords.Place;
import java.util.BitSet;

/** Notes which sheets come out of order: libraries write cells as their users put them. */
final class XlsSurvey implements XlsRecords.Taker {
  private final BitSet disordered = new BitSet();
  private int sheet = -1;
  private int row;

  @Override
  public void cell(int inSheet, Place place, Cell cell) {
    if (inSheet == sheet && place.row() < row) {
      disordered.set(sheet);
    }
    sheet = inSheet;
    row = place.row();
  }

  @Override
  public void hiddenRow(int inSheet, int hidden) {}

  @Override
  public void hiddenColumns(int inSheet, int first, int last) {}

  @Override
  public void merged(int inSheet, MergedRange range) {}

  /** The sheets whose rows do not come in order. */
  BitSet disordered() {
    return disordered;
  }
}

package id.pde.source.layout;

/**
 * Cells of a sheet that show as one; the value stands in the first.
 *
 * @param firstRow from 1
 * @param lastRow from 1, included
 * @param firstColumn from 0
 * @param lastColumn from 0, included
 */
public record MergedRange(long firstRow, long lastRow, int firstColumn, int lastColumn) {

  /** Whether a cell is part of it. */
  public boolean covers(long row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }
}

package id.pde.source.layout;

/** Takes what stands in a sheet. */
public interface SheetTaker {

  /**
   * Columns that people do not see; told before the rows.
   *
   * @param first from 0
   * @param last from 0, included
   */
  void hiddenColumns(int first, int last);

  /** A row that holds values. */
  void row(GridRow row);
}

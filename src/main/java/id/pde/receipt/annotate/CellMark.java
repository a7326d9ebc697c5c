package id.pde.receipt.annotate;

/**
 * What a cell gets.
 *
 * @param warning its colour says that the row was taken nevertheless
 * @param text of the comment
 */
record CellMark(boolean warning, String text) {

  /** The comment goes on; one reason to reject makes the cell one at fault. */
  CellMark and(CellMark other) {
    return new CellMark(warning && other.warning, text + "\n\n" + other.text);
  }
}

package id.pde.app.demo;

/**
 * A cell of a delivery that holds data.
 *
 * @param sheet sheet, table or array; empty for a text file
 * @param row as the format counts
 * @param column from 0
 * @param kind number, date, text ...: what a report may say of the value
 * @param shown the place as people write it
 */
record Spot(String sheet, long row, int column, String kind, String text, String shown) {

  /** Whether it is a number, or digits written as text. */
  boolean isNumber() {
    return kind.equals("number") || kind.equals("digits");
  }
}

package id.pde.normalise;

import id.pde.model.Cell;

/** The text of a cell as a sheet shows it. */
public final class ShownText {

  private ShownText() {}

  public static String of(Cell cell) {
    return cell.text();
  }
}

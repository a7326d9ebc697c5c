package id.pde.source.layout.stage;

import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.model.Cell;
import id.pde.normalise.ShownText;
import id.pde.normalise.Tidy;

/** What the stages see of cells. */
final class Texts {

  private Texts() {}

  /** Whether something other than blanks is there. */
  static boolean filled(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return !Tidy.word(words.text()).isEmpty();
    }
    return !(cell instanceof Cell.Blank);
  }

  /** One line, blanks tidied; empty where nothing is there. */
  static String line(Cell cell) {
    return Tidy.word(cell.text());
  }

  /** As {@link #line}, or as a sheet shows it. */
  static String line(Cell cell, ReadAs read) {
    return switch (read) {
      case TIDY -> line(cell);
      case EXACT -> cell.text();
      case SHOWN -> Tidy.word(ShownText.of(cell));
    };
  }

  /** Whether the cell of a formula holds no value to work with. */
  static boolean failed(Cell cell) {
    return cell instanceof Cell.Failure || cell instanceof Cell.Uncalculated;
  }
}

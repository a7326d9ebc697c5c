package id.pde.source.layout;

import id.pde.model.Header.Caption;
import java.util.ArrayList;
import java.util.List;

/** What stands above the headings: titles, periods, names of offices. */
final class Captions {

  private Captions() {}

  static List<Caption> of(List<GridRow> rows) {
    List<Caption> captions = new ArrayList<>();
    for (GridRow row : rows) {
      for (int column = 0; column < row.width(); column++) {
        if (row.filled(column)) {
          captions.add(new Caption(row.number(), column + 1, Tidy.line(row.text(column))));
        }
      }
    }
    return captions;
  }
}

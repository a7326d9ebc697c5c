package id.pde.web.board;

import java.util.List;

/**
 * What a statement gave, checked for its kind of panel.
 *
 * @param names of the columns
 * @param numeric which of them hold numbers
 * @param rows in the order of the statement
 * @param cut whether there were more rows than are shown
 * @param period what the rows are about; empty: they do not say
 */
public record Figure(
    List<String> names, List<Boolean> numeric, List<List<Cell>> rows, boolean cut, String period) {

  public Figure {
    names = List.copyOf(names);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Whether the statement gives a column. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** A value by row and the name of its column. */
  public Cell at(int row, String name) {
    return rows.get(row).get(names.indexOf(name));
  }

  /** Whether some value is hidden. */
  public boolean hides() {
    return rows.stream().flatMap(List::stream).anyMatch(Cell::hidden);
  }
}

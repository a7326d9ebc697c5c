package id.pde.web.page;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.web.ask.Asked.Standing;
import id.pde.web.board.BarChart;
import id.pde.web.board.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a result that has one: a few rows, each with a name and one number that is not
 * below zero. The table beneath it says the same.
 */
final class ResultChart {

  private static final int FEWEST = 2;
  private static final int MOST = 40;

  private ResultChart() {}

  /** Null: such a result has no picture. */
  static @Nullable BarChart of(Standing result) {
    int[] numbers = ofKind(result.columns(), true);
    int[] names = ofKind(result.columns(), false);
    int rows = result.rows().size();
    boolean whole = result.count() == rows && !result.shortened();
    if (numbers.length != 1 || names.length == 0 || rows < FEWEST || rows > MOST || !whole) {
      return null;
    }
    List<String> labels = new ArrayList<>();
    List<Cell> values = new ArrayList<>();
    for (List<@Nullable String> row : result.rows()) {
      Cell value = value(row.get(numbers[0]));
      if (value.number() != null && value.number().signum() < 0) {
        return null;
      }
      String name = row.get(names[0]);
      labels.add(name == null ? "-" : name);
      values.add(value);
    }
    return BarChart.of(labels, values);
  }

  private static int[] ofKind(List<Column> columns, boolean numbers) {
    return IntStream.range(0, columns.size())
        .filter(at -> (columns.get(at).kind() == Kind.NUMBER) == numbers)
        .toArray();
  }

  /** PostgreSQL knows numbers that are none. */
  private static Cell value(@Nullable String text) {
    try {
      return Cell.number(text, false);
    } catch (NumberFormatException notANumber) {
      return Cell.number(null, false);
    }
  }
}

package id.pde.guess;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Row;

/** The values of one field as periods and as positions. */
final class FormTrials {

  /** So many signs a date or position in words may have. */
  private static final int LONGEST = 60;

  private final Trial periods;
  private final Trial points;
  private long telling;

  FormTrials(TrialColumns columns, String heading) {
    periods = columns.of(heading, new ColumnType.PeriodType());
    points = columns.of(heading, new ColumnType.PointType());
  }

  void table(Header header) {
    periods.table(header);
    points.table(header);
  }

  void see(Row row, int field, String tidy) {
    boolean number = row.cell(field) instanceof Cell.Numeric;
    boolean words = number || row.cell(field) instanceof Cell.Words;
    if (!words || tidy.length() > LONGEST || tidy.chars().noneMatch(Character::isDigit)) {
      return;
    }
    boolean bare = tidy.chars().allMatch(Character::isDigit);
    if (periods.alive() && periods.see(row) != null && !bare) {
      telling++;
    }
    if (!number && !bare && points.alive()) {
      points.see(row);
    }
  }

  Trial periods() {
    return periods;
  }

  /** How many of them are more than a bare number, as 2024 is. */
  long tellingPeriods() {
    return telling;
  }

  Trial points() {
    return points;
  }
}

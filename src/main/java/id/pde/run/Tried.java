package id.pde.run;

import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of a file, seen before anything is loaded. Values that are personal or
 * protected are left out of it.
 *
 * @param tables the headings that were read, in reading order
 * @param rows the first ones
 * @param columns one for each column of the mapping
 * @param faults of the whole file, by rule
 * @param notes on the file: sheets passed over, a charset decided
 * @param stopped why the reading came to no end; null: it did
 */
public record Tried(
    List<Header> tables,
    List<Line> rows,
    Sums sums,
    List<Column> columns,
    List<Kind> faults,
    List<Issue> notes,
    @Nullable Issue stopped) {

  /** How many rows are shown. */
  public static final int SHOWN = 200;

  public Tried {
    tables = List.copyOf(tables);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** read = accepted + rejected + filtered. */
  public record Sums(
      long read, long accepted, long rejected, long filtered, Map<FilterReason, Long> reasons) {
    public Sums {
      reasons = Map.copyOf(reasons);
    }
  }

  /** What becomes of a row. */
  public enum Fate {
    ACCEPTED,
    REJECTED,
    FILTERED
  }

  /**
   * A row before and after.
   *
   * @param place sheet and row, or line
   * @param values one for each column of the mapping
   */
  public record Line(String place, Fate fate, List<Value> values, List<Issue> issues) {
    public Line {
      values = List.copyOf(values);
      issues = List.copyOf(issues);
    }
  }

  /**
   * A value before and after; [REDACTED] where it may not be seen.
   *
   * @param faulty whether an issue is about it
   */
  public record Value(String before, String after, boolean faulty) {}

  /**
   * What the whole file says about a column.
   *
   * @param filled how many rows have something there
   * @param faulty how many of them cannot be read as the mapping says
   */
  public record Column(String name, long filled, long faulty) {}

  /**
   * Faults of one rule.
   *
   * @param places of the first ones
   * @param first the first one
   */
  public record Kind(
      String code,
      Severity severity,
      @Nullable String column,
      long count,
      List<String> places,
      Issue first) {
    public Kind {
      places = List.copyOf(places);
    }
  }
}

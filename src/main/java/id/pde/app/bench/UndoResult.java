package id.pde.app.bench;

import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param standing rows of the table
 * @param touched rows of the run
 * @param undo seconds of a preview and the undo, per round
 * @param explain seconds until the versions of one row are found, per round
 */
public record UndoResult(
    Kind kind, long standing, long touched, List<Double> undo, List<Double> explain) {

  /** What the run did. */
  public enum Kind {
    /** It added rows to a table without a key. */
    APPEND,
    /** It changed rows of a table with a key. */
    MERGE;

    String word() {
      return this == APPEND ? "append without a key" : "merge";
    }
  }

  public UndoResult {
    undo = List.copyOf(undo);
    explain = List.copyOf(explain);
  }

  /** What one row of the run costs, in microseconds. */
  public double perRow() {
    return BenchResult.median(undo) / touched * 1e6;
  }

  /** As people read it. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "undo, %s: %,d of %,d rows %.3f s (%.1f us a row), versions of one row %.1f ms%n",
        kind.word(),
        touched,
        standing,
        BenchResult.median(undo),
        perRow(),
        BenchResult.median(explain) * 1e3);
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"kind\":\"%s\",\"standing\":%d,\"touched\":%d,\"undo\":[%s],\"explain\":[%s]}",
        kind.word(),
        standing,
        touched,
        BenchResult.seconds(undo),
        BenchResult.seconds(explain));
  }
}

package id.pde.source.layout.stage;

import id.pde.model.Cell;
import id.pde.model.Issue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that is being made: one cell per field of the schema, changed in place. */
final class Draft {

  private final long line;
  private final Cell[] cells;
  private final boolean hidden;
  private long @Nullable [] lines;
  private List<Issue> issues;

  Draft(long line, Cell[] cells, boolean hidden, List<Issue> issues) {
    this.line = line;
    this.cells = cells;
    this.hidden = hidden;
    this.issues = issues;
  }

  long line() {
    return line;
  }

  Cell[] cells() {
    return cells;
  }

  Cell cell(int field) {
    return cells[field];
  }

  boolean filled(int field) {
    return Texts.filled(cells[field]);
  }

  void put(int field, Cell cell) {
    cells[field] = cell;
  }

  /** Puts a cell that stands in another line. */
  void put(int field, Cell cell, long from) {
    cells[field] = cell;
    if (lines == null && from != line) {
      lines = new long[cells.length];
      Arrays.fill(lines, line);
    }
    if (lines != null) {
      lines[field] = from;
    }
  }

  /** The line in which the cell of a field stands. */
  long line(int field) {
    return lines == null ? line : lines[field];
  }

  long @Nullable [] lines() {
    return lines;
  }

  /** Whether the mapping leaves it out, for people do not see it. */
  boolean hidden() {
    return hidden;
  }

  /** Why it cannot be taken; empty: it can. */
  List<Issue> issues() {
    return issues;
  }

  void reject(List<Issue> why) {
    issues = why;
  }
}

package id.pde.source.layout;

import id.pde.mapping.TableForm;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cells merged over several rows of data: their value stands in the first, and is never spread by
 * guess; that the others are empty must not go unsaid.
 */
final class MergedBody {

  /** Finding merged ranges reads a sheet again, and nobody merges cells in longer ones. */
  private static final long ROWS = 20_000;

  private final Set<Integer> columns = new TreeSet<>();
  private final GridPlace place;
  private long first;
  private long last;
  private long rows;

  /** Whether such a column is empty anywhere: else nothing can be merged. */
  private boolean holes;

  MergedBody(LayoutPlan plan, GridPlace place, Header header) {
    this.place = place;
    TableForm table = plan.table();
    if (place.origin() != Header.Origin.SHEET || table.recordStarts() != null) {
      return;
    }
    List<Field> fields = header.fields();
    for (Wanted wanted : plan.wanted()) {
      for (int column : wanted.columns(fields)) {
        columns.add(column);
      }
    }
    for (String heading : table.fillDown()) {
      Wanted filled = new Wanted(heading, List.of(heading), Wanted.Role.OTHER);
      for (int column : filled.columns(fields)) {
        columns.remove(column);
      }
    }
  }

  /** Sees a row of data. */
  void see(GridRow row) {
    first = rows++ == 0 ? row.number() : first;
    last = row.number();
    if (!holes && rows <= ROWS) {
      for (int column : columns) {
        holes |= !row.filled(column);
      }
    }
  }

  /** What there is to say; null: nothing. */
  @Nullable Issue note(Merges merges) {
    if (!holes || rows < 2 || rows > ROWS) {
      return null;
    }
    for (MergedRange range : merges.ranges()) {
      boolean inside = range.firstRow() >= first && range.lastRow() <= last;
      if (inside && range.firstRow() < range.lastRow() && takes(range)) {
        return note(range);
      }
    }
    return null;
  }

  private boolean takes(MergedRange range) {
    return columns.stream()
        .anyMatch(column -> column >= range.firstColumn() && column <= range.lastColumn());
  }

  private Issue note(MergedRange range) {
    int column = range.firstColumn() + 1;
    String cells =
        Location.letters(column)
            + range.firstRow()
            + ":"
            + Location.letters(range.lastColumn() + 1)
            + range.lastRow();
    return Faults.note(
        "cells.merged",
        new Location.SheetCell(place.table(), range.firstRow(), column),
        new Text(
            "Sel yang digabung (" + cells + ") hanya berisi nilai di baris pertamanya.",
            "Merged cells (" + cells + ") hold their value in their first row only."),
        new Text(
            "Bila nilainya berlaku untuk semua baris itu, tulis judulnya pada fill-down di"
                + " pemetaan.",
            "If the value holds for all these rows, write its heading in fill-down in the"
                + " mapping."));
  }
}

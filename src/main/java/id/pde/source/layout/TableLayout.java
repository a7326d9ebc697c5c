package id.pde.source.layout;

import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of one grid in its rows as they come, and shows its rows. Used by one thread.
 *
 * <p>The first rows wait until it is clear where the headings stand; after that nothing waits.
 */
public final class TableLayout {

  /** How many filled rows are searched for the headings. */
  private static final int SEARCHED = 50;

  private final LayoutPlan plan;
  private final GridPlace place;
  private final RowVisitor visitor;
  private final Ordinals ordinals;
  private final List<GridRow> waiting = new ArrayList<>();
  private final List<GridRow> above = new ArrayList<>();
  private @Nullable TableRows table;
  private boolean missing;

  public TableLayout(LayoutPlan plan, GridPlace place, RowVisitor visitor, Ordinals ordinals) {
    this.plan = plan;
    this.place = place;
    this.visitor = visitor;
    this.ordinals = ordinals;
  }

  LayoutPlan plan() {
    return plan;
  }

  GridPlace place() {
    return place;
  }

  RowVisitor visitor() {
    return visitor;
  }

  Ordinals ordinals() {
    return ordinals;
  }

  /** Takes the next row of the grid. */
  public void row(GridRow row) {
    int firstFilled = row.firstFilled();
    if (firstFilled < 0 || missing) {
      return;
    }
    if (table != null) {
      table.row(row, firstFilled);
      return;
    }
    if (plan.header() instanceof HeaderSpec.AtRow at && row.number() < at.row()) {
      if (above.size() < SEARCHED) {
        above.add(row);
      }
      return;
    }
    waiting.add(row);
    if (waiting.size() == SEARCHED) {
      begin();
    }
  }

  /**
   * Ends the grid.
   *
   * @return null, or why no table was found in it
   */
  public @Nullable SourceUnreadable end() {
    if (table == null && !missing) {
      begin();
    }
    if (table != null) {
      table.end();
      return null;
    }
    return MissingHeader.refusal(place, plan, waiting);
  }

  private void begin() {
    if (plan.header() instanceof HeaderSpec.None none) {
      show(HeaderFinder.declared(none.fields()), null, 0);
      return;
    }
    int found = HeaderFinder.find(waiting, plan);
    if (found < 0) {
      missing = true;
      return;
    }
    GridRow headings = waiting.get(found);
    above.addAll(waiting.subList(0, found));
    List<GridRow> below = waiting.subList(found + 1, waiting.size());
    show(HeaderFinder.fields(headings, below, place.origin()), headings, found + 1);
  }

  private void show(List<Field> fields, @Nullable GridRow headings, int from) {
    long line = headings == null ? 0 : headings.number();
    Header header = new Header(place.origin(), place.table(), line, fields, Captions.of(above));
    TableRows rows = new TableRows(this, header, headings);
    table = rows;
    visitor.table(header);
    for (GridRow row : waiting.subList(from, waiting.size())) {
      rows.row(row, row.firstFilled());
    }
    waiting.clear();
    above.clear();
  }
}

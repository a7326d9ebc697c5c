package id.pde.source;

import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.run.GridSource.CellVisitor;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.joined.Corrections;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.TableLayout;
import id.pde.source.text.TextFile;
import id.pde.source.text.TextFile.Blanks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the table of a text file. */
final class TextReading {

  private final TextFile text;
  private final Location whole;
  private final Corrections corrections;

  TextReading(TextFile text, Location whole) {
    this(text, whole, Corrections.NONE);
  }

  TextReading(TextFile text, Location whole, Corrections corrections) {
    this.corrections = corrections;
    this.text = text;
    this.whole = whole;
  }

  void table(LayoutPlan plan, RowVisitor visitor) throws IOException {
    text.notes().forEach(visitor::note);
    GridPlace place = new GridPlace(whole.shown(), Header.Origin.TEXT, "");
    TableLayout layout = new TableLayout(plan, place, visitor, new Ordinals());
    List<Issue> notes = new ArrayList<>();
    try {
      notes.addAll(text.records(Blanks.PASS, laid(layout::rowUnlessInVain)));
    } catch (TableLayout.InVain enough) {
      // The end of the layout says why.
    }
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      throw missing;
    }
    notes.forEach(visitor::note);
  }

  /** The bare records, blank ones included. */
  void raw(CellVisitor visitor) throws IOException {
    text.records(Blanks.SHOW, laid(row -> visitor.row(row.number(), SheetReading.cells(row))));
  }

  private Consumer<GridRow> laid(Consumer<GridRow> taker) {
    if (corrections.isEmpty()) {
      return taker;
    }
    return row -> {
      GridRow laid = corrections.over(0, row.number(), row);
      // A row that was emptied is none any more.
      if (laid == row || laid.firstFilled() >= 0) {
        taker.accept(laid);
      }
    };
  }
}

package id.pde.source.layout;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.TableForm.RowPatterns;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import id.pde.source.layout.RowKinds.Kind;
import id.pde.source.layout.stage.RowStages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows below the headings of one table. */
final class TableRows {

  private final LayoutPlan plan;
  private final GridPlace place;
  private final RowVisitor visitor;
  private final Ordinals ordinals;
  private final Header header;
  private final int[] columns;
  private final boolean asTheyStand;
  private final KeyFields key;
  private final RowShape shape;
  private final List<SparedRows> spared;

  /** Where the mapping asks more of rows than to be taken as they are; null: it does not. */
  private final @Nullable RowStages stages;

  /** What the first field says of rows; null: nothing. */
  private final @Nullable RowKinds kinds;

  private final MergedBody merged;
  private final Merges merges;

  /** Whether the mapping writes patterns of its own, and whether there are default ones. */
  private final boolean declares;

  private final boolean presets;

  private final TableRemarks about;

  private boolean rows;

  /** Last line of the last row that went into the stages. */
  private long lastNumber;

  private boolean stopped;

  /** Whether the rows of another table follow. */
  private boolean left;

  TableRows(TableLayout layout, Header header, RowVisitor visitor) {
    this.plan = layout.plan();
    this.place = layout.place();
    this.visitor = visitor;
    this.ordinals = layout.ordinals();
    this.header = header;
    this.columns = header.fields().stream().mapToInt(field -> field.column() - 1).toArray();
    this.asTheyStand = columns.length > 0 && columns[columns.length - 1] == columns.length - 1;
    this.key = KeyFields.of(plan.wanted(), header.fields());
    this.shape = new RowShape(header);
    this.stages =
        plan.stages().isPlain()
            ? null
            : new RowStages(plan.stages(), new RowStages.Table(header, ordinals::next), visitor);
    this.merged = new MergedBody(plan, place, header);
    this.merges = layout.merges();
    this.kinds = plan.table().kinds() == null ? null : new RowKinds(plan.table().kinds(), place);
    this.declares = !plan.skip().declared().isEmpty() || !plan.stop().declared().isEmpty();
    this.presets = !plan.skip().presets().isEmpty() || !plan.stop().presets().isEmpty();
    this.about = new TableRemarks(place, plan.table().end());
    this.spared =
        List.of(
            new SparedRows(plan.skip(), SparedRows.Kind.TOTAL),
            new SparedRows(plan.stop(), SparedRows.Kind.FOOTNOTE));
  }

  /** Takes a row that is not blank. */
  void row(GridRow row, int firstFilled) {
    if (stopped) {
      countAfterStop(row);
      return;
    }
    if (row.deleted()) {
      drop(row);
      return;
    }
    data(row, firstFilled);
  }

  /** Whether a row of data has been taken since the headings. */
  boolean hasRows() {
    return rows;
  }

  /** Whether the rows of data have ended. */
  boolean hasEnded() {
    return stopped;
  }

  /** Ends the rows of data: what follows is something else. */
  void stop() {
    stopped = true;
  }

  /** Ends the rows of data: what follows are rows of another table. */
  void leave() {
    stopped = true;
    left = true;
  }

  /** Goes on with rows of data: the headings stand there again. */
  void resume(long line) {
    if (stopped) {
      about.continued(line);
    }
    stopped = false;
    left = false;
    rows = false;
  }

  private void data(GridRow row, int firstFilled) {
    Kind kind = kinds == null ? Kind.DATA : kinds.see(row);
    if (kind == Kind.HEAD || kind == Kind.TAIL) {
      frame(kind == Kind.HEAD ? Frame.HEAD : Frame.TAIL, row);
      return;
    }
    rows = true;
    if (!patternsSpare(row)) {
      String start = Tidy.line(row.text(firstFilled));
      if (takes(plan.stop(), start, row)) {
        stopped = true;
        return;
      }
      if (takes(plan.skip(), start, row)) {
        drop(row);
        return;
      }
    }
    if (kinds != null && kind == Kind.OTHER) {
      hand(row, kinds.issues(row));
      return;
    }
    List<Issue> issues = shape.issues(row);
    if (issues.isEmpty()) {
      noteOutside(row);
      for (SparedRows like : spared) {
        like.see(row, firstFilled);
      }
    }
    hand(row, issues);
  }

  private void frame(Frame which, GridRow row) {
    List<String> fields = new ArrayList<>();
    for (int column = 0; column < row.width(); column++) {
      fields.add(Tidy.line(row.text(column)));
    }
    visitor.frame(which, place.row(row.number()), fields);
  }

  private void drop(GridRow row) {
    if (stages == null) {
      visitor.filtered(take(row), FilterReason.SKIP);
    } else {
      stages.filtered(row.number(), row.cells(columns), FilterReason.SKIP);
    }
  }

  private void hand(GridRow row, List<Issue> issues) {
    merged.see(row);
    if (stages != null) {
      if (lastNumber > 0 && row.number() > lastNumber + 1) {
        stages.gap();
      }
      lastNumber = row.lastNumber();
      stages.row(row.number(), row.cells(columns), row.hidden(), issues);
    } else if (issues.isEmpty()) {
      visitor.row(take(row));
    } else {
      visitor.rejected(take(row), issues);
    }
  }

  /** The header of the rows that are shown. */
  Header header() {
    return stages == null ? header : stages.header();
  }

  /**
   * Whether no pattern needs to be tried: cheaper than trying them, and a million rows pass here.
   */
  private boolean patternsSpare(GridRow row) {
    return !declares && (!presets || key.filledBy(row));
  }

  /** The default patterns never take a row that fills the key's columns. */
  private boolean takes(RowPatterns patterns, String start, GridRow row) {
    return RowPatterns.find(patterns.declared(), start)
        || (RowPatterns.find(patterns.presets(), start) && !key.filledBy(row));
  }

  private Row take(GridRow row) {
    long ordinal = ordinals.next();
    return row.isText()
        ? Row.ofTexts(header, ordinal, row.number(), row.texts(columns, asTheyStand))
        : Row.ofCells(header, ordinal, row.number(), row.cells(columns));
  }

  /** Whether it reads like what ended the table: notes stand below the source. */
  private boolean isFootnote(GridRow row) {
    String start = Tidy.line(row.text(row.firstFilled()));
    return RowPatterns.find(plan.stop().declared(), start)
        || RowPatterns.find(plan.stop().presets(), start);
  }

  private void countAfterStop(GridRow row) {
    if (left || !key.filledBy(row) || isFootnote(row)) {
      return;
    }
    about.afterStop(row.number());
  }

  /**
   * In and beside the table of a sheet people leave remarks: not data, but not to be lost in
   * silence.
   */
  private void noteOutside(GridRow row) {
    if (header.origin() == Header.Origin.TEXT) {
      return;
    }
    int field = 0;
    for (int column = 0; column < row.width(); column++) {
      if (field < columns.length && columns[field] == column) {
        field++;
      } else if (row.filled(column)) {
        about.outside(row.number());
        return;
      }
    }
  }

  /**
   * Ends the table.
   *
   * @param below what there is to tell about the rows below it
   */
  void end(List<Issue> below) {
    if (kinds != null) {
      kinds.end();
    }
    if (stages != null) {
      stages.end();
    }
    Issue mergedNote = merged.note(merges);
    if (mergedNote != null) {
      visitor.note(mergedNote);
    }
    for (SparedRows kind : spared) {
      Issue note = kind.note(place);
      if (note != null) {
        visitor.note(note);
      }
    }
    below.forEach(visitor::note);
    about.tell(visitor);
  }
}

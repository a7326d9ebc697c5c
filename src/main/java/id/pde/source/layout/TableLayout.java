package id.pde.source.layout;

import id.pde.mapping.TableForm.Blocks;
import id.pde.mapping.TableForm.End;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.TablePart.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of one grid in its rows as they come, and shows its rows. Used by one thread.
 *
 * <p>The first rows wait until it is clear where the headings stand; after that nothing waits.
 */
public final class TableLayout {

  /** How many filled rows are searched for the headings at a time. */
  private static final int SEARCHED = 250;

  /** Rows of huge texts must not fill the memory while they wait. */
  private static final long WAITING_SIGNS = 8_000_000;

  /** What is searched in all: rows of thousands of columns take time. */
  private static final long FARTHEST_SIGNS = 2 * WAITING_SIGNS;

  /** Rows kept from one search to the next: headings may stand across both. */
  private static final int KEPT = HeadingShape.DEEPEST;

  /** Wanted headings may stand below other tables, but not endlessly far. */
  private static final int FARTHEST = 10_000;

  private final LayoutPlan plan;
  private final GridPlace place;
  private final RowVisitor visitor;
  private final Ordinals ordinals;
  private final Merges merges;
  private final NearHeadings near;
  private final List<GridRow> waiting = new ArrayList<>();
  private final List<GridRow> above = new ArrayList<>();
  private List<TablePart> parts = List.of();
  private long searched;
  private long waitingSigns;
  private long searchedSigns;
  private long aboveSigns;
  private boolean missing;

  /** Of a grid without merged cells. */
  public TableLayout(LayoutPlan plan, GridPlace place, RowVisitor visitor, Ordinals ordinals) {
    this(plan, place, visitor, new Marks(ordinals, Merges.NONE));
  }

  /**
   * What a layout takes from its sheet besides the rows.
   *
   * @param ordinals of the whole delivery
   */
  public record Marks(Ordinals ordinals, Merges merges) {}

  /** Asks for merged ranges once: each search wants them, and they cost a second reading. */
  private static final class Once implements Merges {
    private final Merges source;
    private @Nullable List<MergedRange> known;

    Once(Merges source) {
      this.source = source;
    }

    @Override
    public List<MergedRange> ranges() {
      if (known == null) {
        known = source.ranges();
      }
      return known;
    }
  }

  /** Of any grid. */
  public TableLayout(LayoutPlan plan, GridPlace place, RowVisitor visitor, Marks marks) {
    this.plan = plan;
    this.place = place;
    this.visitor = visitor;
    this.ordinals = marks.ordinals();
    this.merges = marks.merges() == Merges.NONE ? Merges.NONE : new Once(marks.merges());
    this.near = new NearHeadings(plan);
  }

  LayoutPlan plan() {
    return plan;
  }

  GridPlace place() {
    return place;
  }

  Ordinals ordinals() {
    return ordinals;
  }

  /** The merged ranges of the grid, asked for only where they matter. */
  Merges merges() {
    return merges;
  }

  /** Takes the next row of the grid. */
  public void row(GridRow row) {
    int firstFilled = row.firstFilled();
    if (missing) {
      return;
    }
    if (!parts.isEmpty()) {
      show(row, firstFilled);
      return;
    }
    if (firstFilled < 0) {
      return;
    }
    if (plan.header() instanceof HeaderSpec.AtRow at && row.number() < at.row()) {
      pass(row);
      return;
    }
    waiting.add(row);
    waitingSigns += row.signs();
    if (waiting.size() == SEARCHED || waitingSigns > WAITING_SIGNS) {
      search();
    }
  }

  /** The same; ends the reading once it is known that no table comes. */
  public void rowUnlessInVain(GridRow row) {
    if (missing) {
      throw new InVain();
    }
    row(row);
  }

  /** No row that follows can matter; {@link #end} tells why. */
  public static final class InVain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InVain() {
      super(null, null, false, false);
    }
  }

  private void show(GridRow row, int firstFilled) {
    if (firstFilled >= 0 || plan.table().end() == End.BLANK_ROW) {
      for (TablePart part : parts) {
        part.row(row, firstFilled);
      }
    }
  }

  /** Remembers a row that stands above the headings. */
  private void pass(GridRow row) {
    near.see(row);
    aboveSigns += row.signs();
    if (above.size() < SEARCHED && aboveSigns <= WAITING_SIGNS) {
      above.add(row);
    }
  }

  /**
   * Ends the grid.
   *
   * @return null, or why no table was found in it
   */
  public @Nullable SourceUnreadable end() {
    if (parts.isEmpty() && !missing) {
      begin();
    }
    if (!parts.isEmpty()) {
      parts.forEach(TablePart::end);
      return null;
    }
    waiting.forEach(near::see);
    return MissingHeader.refusal(place, plan, near);
  }

  /** Looks for the headings among the rows that wait; if in vain, most of them need not wait. */
  private void search() {
    boolean found = begin();
    searched += found ? 0 : waiting.size();
    searchedSigns += waitingSigns;
    if (found) {
      return;
    }
    if (!(plan.header() instanceof HeaderSpec.Auto)
        || !plan.looksForHeadings()
        || searched >= FARTHEST
        || searchedSigns >= FARTHEST_SIGNS) {
      missing = true;
      return;
    }
    waitingSigns = 0;
    List<GridRow> passed = waiting.subList(0, Math.max(0, waiting.size() - KEPT));
    passed.forEach(this::pass);
    passed.clear();
  }

  /** Whether the table has begun. */
  private boolean begin() {
    if (plan.header() instanceof HeaderSpec.None none) {
      Header header = header(0, declared(none.fields()));
      TablePart whole = part(Columns.ALL, header, List.of());
      visitor.table(whole.header());
      parts = List.of(whole);
      showWaiting(0);
      return true;
    }
    FoundHeader found = HeaderFinder.find(waiting, plan, merges);
    if (found == null) {
      return false;
    }
    show(found);
    return true;
  }

  private void show(FoundHeader found) {
    int end = found.rows().end();
    above.addAll(waiting.subList(0, found.rows().first()));
    List<GridRow> headings = List.copyOf(waiting.subList(found.rows().first(), end));
    List<GridRow> below = waiting.subList(end, waiting.size());
    TableColumns columns = new TableColumns(found, below, place.origin());
    Columns own = columns.own();
    List<Columns> repetitions =
        plan.table().blocks() == Blocks.BESIDE ? columns.repetitions(own) : List.of(own);
    List<TablePart> begun = new ArrayList<>();
    for (Columns repetition : repetitions) {
      List<Field> fields = columns.fields(repetition);
      if (repetitions.size() > 1) {
        fields = fields.stream().filter(field -> !field.heading().isEmpty()).toList();
      }
      Header header = header(headings.get(headings.size() - 1).number(), fields);
      begun.add(part(repetition, header, headings));
      if (begun.size() == 1) {
        visitor.table(begun.get(0).header());
      }
    }
    HeaderNotes.of(place, found, headings, columns.beside(own)).forEach(visitor::note);
    parts = List.copyOf(begun);
    showWaiting(end);
  }

  private TablePart part(Columns columns, Header header, List<GridRow> headings) {
    TableRows rows = new TableRows(this, header, visitor);
    // Kinds of rows are told by their first field, and by nothing else.
    List<GridRow> known = plan.table().kinds() == null ? headings : List.of();
    NextTable next = new NextTable(place, header.fields(), known);
    HeadingFilter filter = new HeadingFilter(rows, header, headings, next);
    return new TablePart(columns, filter, rows, plan.table().end());
  }

  private Header header(long line, List<Field> fields) {
    return new Header(place.origin(), place.table(), line, fields, Captions.of(above));
  }

  private void showWaiting(int from) {
    for (GridRow row : List.copyOf(waiting.subList(from, waiting.size()))) {
      show(row, row.firstFilled());
    }
    waiting.clear();
    above.clear();
  }

  /** The fields that a mapping declares for a grid without headings. */
  private static List<Field> declared(List<String> names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(new Field(Tidy.line(name), fields.size() + 1));
    }
    return fields;
  }
}

package id.pde.source;

import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.Hidden;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.GridSource;
import id.pde.run.GridSource.CellVisitor;
import id.pde.run.GridSource.Sheet;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.TableLayout;
import id.pde.source.layout.Workbook;
import id.pde.source.layout.Workbook.Title;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tables of an open workbook. */
final class SheetReading {

  /** A minute or less, all sheets together. */
  private static final long MOST_WALKED = 4L << 30;

  private final Workbook workbook;
  private final String delivery;
  private final Location whole;

  SheetReading(Workbook workbook, Location whole) {
    this.workbook = workbook;
    this.delivery = whole.shown();
    this.whole = whole;
  }

  /**
   * Refuses what would take hours: sheets that each cost a walk over the whole file.
   *
   * @param sheets that are to be read
   */
  void affordable(int sheets) {
    long walked = workbook.walked();
    if (sheets > 1 && walked > 0 && sheets > MOST_WALKED / walked) {
      throw Faults.limit(
          "limit.sheets",
          whole,
          new Text(
              "Berkas ini memuat " + sheets + " tabel, terlalu banyak untuk ukurannya.",
              "This file holds " + sheets + " tables, too many for its size."),
          null);
    }
  }

  /** The chosen sheets one after the other. */
  void tables(SheetChoice choice, LayoutPlan plan, RowVisitor visitor) throws Exception {
    SheetPick pick = new SheetPick(workbook.sheets(), whole, plan.table().hidden());
    List<Integer> sheets = pick.sheets(choice);
    pick.requireShown(choice, sheets);
    affordable(sheets.size());
    pick.notes(choice, sheets).forEach(visitor::note);
    boolean mayLackTable =
        choice instanceof SheetChoice.All || choice instanceof SheetChoice.Matching;
    Ordinals ordinals = new Ordinals();
    List<Issue> without = new ArrayList<>();
    SourceUnreadable firstMissing = null;
    for (int sheet : sheets) {
      String name = workbook.sheets().get(sheet).name();
      SourceUnreadable missing = table(sheet, plan, visitor, ordinals);
      if (missing == null) {
        continue;
      }
      if (!mayLackTable) {
        throw missing;
      }
      firstMissing = firstMissing == null ? missing : firstMissing;
      without.add(withoutTable(name));
    }
    if (firstMissing != null && without.size() == sheets.size()) {
      throw firstMissing;
    }
    without.forEach(visitor::note);
  }

  private @Nullable SourceUnreadable table(
      int sheet, LayoutPlan plan, RowVisitor visitor, Ordinals ordinals) throws Exception {
    String name = workbook.sheets().get(sheet).name();
    if (workbook.origin() != Header.Origin.SHEET) {
      return records(sheet, plan, visitor, ordinals);
    }
    GridPlace place = new GridPlace(delivery, Header.Origin.SHEET, name);
    TableLayout layout =
        new TableLayout(plan, place, visitor, new TableLayout.Marks(ordinals, () -> merged(sheet)));
    Hidden policy = plan.table().hidden();
    HiddenParts hidden = new HiddenParts(policy, layout::rowUnlessInVain);
    try {
      workbook.rows(sheet, hidden);
    } catch (TableLayout.InVain enough) {
      // The end of the layout says why.
    }
    SourceUnreadable missing = layout.end();
    if (missing == null) {
      HiddenNotes notes = new HiddenNotes(name, hidden, policy);
      SourceUnreadable refusal = notes.refusal();
      if (refusal != null) {
        throw refusal;
      }
      notes.notes().forEach(visitor::note);
      workbook.notes(sheet).forEach(visitor::note);
    }
    return missing;
  }

  private @Nullable SourceUnreadable records(
      int sheet, LayoutPlan plan, RowVisitor visitor, Ordinals ordinals) throws Exception {
    String name = workbook.sheets().get(sheet).name();
    GridPlace place = new GridPlace(delivery, workbook.origin(), name);
    TableLayout layout = new TableLayout(plan.forRecords(), place, visitor, ordinals);
    RecordRows rows = new RecordRows(layout::row);
    workbook.rows(sheet, rows);
    if (rows.isNone()) {
      visitor.table(new Header(workbook.origin(), name, 0, plan.expected()));
    }
    SourceUnreadable missing = rows.isNone() ? null : layout.end();
    if (missing == null) {
      workbook.notes(sheet).forEach(visitor::note);
    }
    return missing;
  }

  // Foreign parsers throw anything; the wall around them judges the cause.
  private List<MergedRange> merged(int sheet) {
    try {
      return workbook.merged(sheet);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private static Issue withoutTable(String name) {
    return Faults.note(
        "sheet.without-table",
        new Location.SheetCell(name, 0, 0),
        new Text(
            "Lembar \"" + name + "\" dilewati: judul kolom yang dicari tidak ada di sana.",
            "The sheet \"" + name + "\" is passed over: the headings looked for are not there."),
        new Text(
            "Tidak perlu apa-apa bila lembar itu memang bukan data.",
            "Nothing to do if that sheet is no data."));
  }

  /** What the sheets are called. */
  List<GridSource.Title> titles() {
    return workbook.sheets().stream()
        .map(title -> new GridSource.Title(title.name(), title.visibility()))
        .toList();
  }

  /** Names and sizes of all sheets. */
  List<Sheet> sheets() throws Exception {
    affordable(workbook.sheets().size());
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.sheets().size(); i++) {
      Title title = workbook.sheets().get(i);
      Extent extent = new Extent();
      workbook.rows(i, grid(extent));
      sheets.add(new Sheet(i, title.name(), title.visibility(), extent.rows(), extent.columns()));
    }
    return sheets;
  }

  /** The bare grid; rows that the file leaves out come as rows without cells. */
  void raw(int sheet, CellVisitor visitor) throws Exception {
    if (sheet < 0 || sheet >= workbook.sheets().size()) {
      throw new SheetPick(workbook.sheets(), whole, Hidden.USUAL).missing(Integer.toString(sheet));
    }
    workbook.rows(sheet, grid(visitor));
  }

  /** The rows of a sheet where they stand; records below their headings, by their numbers. */
  void sent(int sheet, CellVisitor visitor) throws Exception {
    SheetTaker taker =
        workbook.origin() == Header.Origin.SHEET
            ? new HiddenParts(row -> visitor.row(row.number(), cells(row)))
            : new RecordRows(
                row -> {
                  if (!row.deleted()) {
                    visitor.row(row.number() + 1, cells(row));
                  }
                });
    workbook.rows(sheet, taker);
  }

  /** Records have no rows of a grid: they come one below the other. */
  private SheetTaker grid(CellVisitor visitor) {
    return workbook.origin() == Header.Origin.SHEET
        ? new HiddenParts(new GridRows(visitor)::row)
        : new RecordRows(new RecordGrid(visitor)::row);
  }

  static Cell[] cells(GridRow row) {
    Cell[] cells = new Cell[row.width()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = row.cell(column);
    }
    return cells;
  }
}

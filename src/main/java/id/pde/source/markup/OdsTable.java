package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one OpenDocument table, as they come. Columns, cells and rows that equal their
 * neighbours are written once with a count; empty ones cost nothing, however many. Used by one
 * thread.
 */
final class OdsTable {

  /** Cells that only a count brings to life; a bomb is a cell times 16,384 times 1,048,576. */
  private static final long REPEATED = 20_000_000;

  /** A repeated text counts once more for each of these. */
  private static final int PORTION = 64;

  /** Headings need few; a sheet with more of them is no form that people made. */
  private static final int KEPT = 100_000;

  private final XmlCursor cursor;
  private final String sheet;
  private final ReadLimits limits;
  private final SheetTaker taker;
  private final RowBuilder rows;
  private final CellText text;
  private final OdsCell cells;
  private final List<Run> runs = new ArrayList<>();
  private final List<MergedRange> merged = new ArrayList<>();

  /** By the first column, from 0, of those that share it. */
  private final TreeMap<Long, String> columnStyles = new TreeMap<>();

  private long row;
  private long columns;
  private long repeated;
  private int hiddenGroup;

  /** A cell and how often it stands side by side. */
  private record Run(int column, int count, Cell cell) {}

  /** The table on which the cursor stands. */
  OdsTable(XmlCursor cursor, OdsStyles styles, SheetTaker taker, ReadLimits limits) {
    this.cursor = cursor;
    String name = cursor.attribute("name");
    this.sheet = name == null ? "" : name;
    this.limits = limits;
    this.taker = taker;
    this.rows = new RowBuilder(sheet, limits, taker::row);
    this.text = new CellText(sheet, limits.cellCharacters());
    this.cells = new OdsCell(styles, text);
  }

  /** Reads to the end of the table; the merged ranges in it. */
  List<MergedRange> read() throws XMLStreamException {
    int table = cursor.depth();
    while (true) {
      switch (cursor.step()) {
        case START -> part();
        case END -> {
          hiddenGroup = cursor.depth() < hiddenGroup ? 0 : hiddenGroup;
          if (cursor.depth() < table) {
            return merged;
          }
        }
        case TEXT -> {
          // Between the parts.
        }
        case DONE -> {
          return merged;
        }
      }
    }
  }

  private void part() throws XMLStreamException {
    switch (cursor.name()) {
      case "table-row" -> row();
      case "table-column" -> column();
      case "table-row-group", "table-column-group" -> {
        if (hiddenGroup == 0 && "false".equals(cursor.attribute("display"))) {
          hiddenGroup = cursor.depth();
        }
      }
      case "table-rows", "table-header-rows", "table-columns", "table-header-columns" -> {
        // They hold rows and columns like the table itself.
      }
      // Drawings may hold tables of their own; a list of changes holds cells that are gone.
      default -> cursor.skip();
    }
  }

  /** A count of OpenDocument: absent or senseless is the default. */
  static long count(@Nullable String number, long otherwise) {
    if (number == null || number.isEmpty() || number.length() > 18) {
      return number == null || number.isEmpty() ? otherwise : Integer.MAX_VALUE;
    }
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return otherwise;
      }
    }
    return Math.min(Integer.MAX_VALUE, Long.parseLong(number));
  }

  private long repeats(String attribute) {
    return Math.max(1, count(cursor.attribute(attribute), 1));
  }

  private boolean isHidden() {
    String visibility = cursor.attribute("visibility");
    return hiddenGroup > 0 || (visibility != null && !visibility.equals("visible"));
  }

  private void column() {
    long first = columns;
    columns += repeats("number-columns-repeated");
    if (first >= limits.columns()) {
      return;
    }
    String style = cursor.attribute("default-cell-style-name");
    columnStyles.put(first, style == null ? "" : style);
    if (isHidden()) {
      taker.hiddenColumns((int) first, (int) Math.min(columns, limits.columns()) - 1);
    }
  }

  private void row() throws XMLStreamException {
    long repeats = repeats("number-rows-repeated");
    Sight sight = isHidden() ? Sight.HIDDEN : Sight.SHOWN;
    String style = cursor.attribute("default-cell-style-name");
    runs.clear();
    int parent = cursor.depth();
    long column = 0;
    while (cursor.child(parent)) {
      if (cursor.name().equals("table-cell") || cursor.name().equals("covered-table-cell")) {
        column += cell(column, style);
      }
    }
    if (!runs.isEmpty()) {
      show(repeats, sight);
    }
    row += repeats;
  }

  /** How many columns the cell takes. */
  private long cell(long column, @Nullable String rowStyle) throws XMLStreamException {
    long repeats = repeats("number-columns-repeated");
    int at = (int) Math.min(column, Integer.MAX_VALUE - 1L);
    merge(at);
    text.begin(row + 1, at);
    Cell cell = cells.read(cursor, rowStyle == null ? columnStyle(column) : rowStyle);
    if (!(cell instanceof Cell.Blank)) {
      if (column + repeats > limits.columns()) {
        // Refuses, and names the place.
        rows.put(row + 1, limits.columns(), cell);
      }
      runs.add(new Run(at, (int) repeats, cell));
    }
    return repeats;
  }

  private @Nullable String columnStyle(long column) {
    var style = columnStyles.floorEntry(column);
    return style == null || column >= columns ? null : style.getValue();
  }

  private void merge(int column) {
    long down = repeats("number-rows-spanned");
    long across = repeats("number-columns-spanned");
    boolean top = cursor.name().equals("table-cell") && (down > 1 || across > 1);
    if (top && merged.size() < KEPT && column < limits.columns()) {
      long last = Math.min(column + across, limits.columns()) - 1;
      merged.add(new MergedRange(row + 1, row + down, column, (int) last));
    }
  }

  private void show(long repeats, Sight sight) {
    charge(repeats);
    for (long number = row + 1; number <= row + repeats; number++) {
      for (Run run : runs) {
        for (int i = 0; i < run.count(); i++) {
          rows.put(number, run.column() + i, run.cell());
        }
      }
      rows.end(number, sight);
    }
  }

  /** What the counts of a row cost, before it is paid. */
  private void charge(long repeats) {
    long cost = 0;
    for (Run run : runs) {
      long weight = run.cell() instanceof Cell.Words words ? words.text().length() / PORTION : 0;
      cost += (run.count() * repeats - 1) * (1 + weight);
    }
    repeated += cost;
    if (repeated > REPEATED) {
      throw Faults.limit(
          "limit.repeated-cells",
          new Location.SheetCell(sheet, row + 1, 0),
          new Text(
              "Sel berisi yang diulang dengan hitungan melebihi batas " + REPEATED + " sel.",
              "Filled cells that are repeated by a count exceed the limit of "
                  + REPEATED
                  + " cells."),
          null);
    }
  }
}

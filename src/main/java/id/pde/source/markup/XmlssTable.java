package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import id.pde.source.markup.CellText.Blanks;
import id.pde.source.sheet.Numbers;
import id.pde.source.sheet.Serials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an XML Spreadsheet, as they come. Used by one thread. */
final class XmlssTable {

  /** Headings need few; a sheet with more of them is no form that people made. */
  private static final int KEPT = 100_000;

  /** A time of day stands on the day before the first one that Excel counts. */
  private static final LocalDate NO_DAY = LocalDate.of(1899, 12, 31);

  private final XmlCursor cursor;
  private final String sheet;
  private final XmlssStyles styles;
  private final ReadLimits limits;
  private final SheetTaker taker;
  private final RowBuilder rows;
  private final CellText text;
  private final List<MergedRange> merged = new ArrayList<>();
  private long row;
  private long columns;

  /** The sheet on which the cursor stands. */
  XmlssTable(XmlCursor cursor, XmlssStyles styles, SheetTaker taker, ReadLimits limits) {
    this.cursor = cursor;
    String name = cursor.attribute("Name");
    this.sheet = name == null ? "" : name;
    this.styles = styles;
    this.limits = limits;
    this.taker = taker;
    this.rows = new RowBuilder(sheet, limits, taker::row);
    this.text = new CellText(sheet, limits.cellCharacters());
  }

  /** Reads to the end of the sheet; the merged ranges in it. */
  List<MergedRange> read() throws XMLStreamException {
    int worksheet = cursor.depth();
    while (cursor.child(worksheet)) {
      if (cursor.name().equals("Table")) {
        table();
      }
    }
    return merged;
  }

  private void table() throws XMLStreamException {
    int table = cursor.depth();
    while (cursor.child(table)) {
      if (cursor.name().equals("Column")) {
        column();
      } else if (cursor.name().equals("Row")) {
        row();
      }
    }
  }

  private long number(String attribute) {
    return OdsTable.count(cursor.attribute(attribute), 0);
  }

  private boolean isHidden() {
    return "1".equals(cursor.attribute("Hidden"));
  }

  private void column() {
    long index = number("Index");
    long first = index > 0 ? index - 1 : columns;
    columns = first + number("Span") + 1;
    if (isHidden() && first < limits.columns()) {
      taker.hiddenColumns((int) first, (int) Math.min(columns, limits.columns()) - 1);
    }
  }

  /** {@code ss:Index} jumps over what is empty, and never back. */
  private long forward(long next) {
    long index = number("Index");
    if (index > 0 && index < next) {
      throw Faults.damaged(new Location.SheetCell(sheet, row, 0), null);
    }
    return index > 0 ? index : next;
  }

  private void row() throws XMLStreamException {
    row = forward(row + 1);
    long span = number("Span");
    Sight sight = isHidden() ? Sight.HIDDEN : Sight.SHOWN;
    int parent = cursor.depth();
    long column = 0;
    while (cursor.child(parent)) {
      if (cursor.name().equals("Cell")) {
        column = forward(column + 1);
        column += cell(column);
      }
    }
    rows.end(row, sight);
    // Rows of one look; those behind the first are empty.
    row += span;
  }

  /**
   * How many more columns the cell takes.
   *
   * @param column from 1
   */
  private long cell(long column) throws XMLStreamException {
    long across = number("MergeAcross");
    long down = number("MergeDown");
    int at = (int) Math.min(column - 1, limits.columns());
    if (across + down > 0 && merged.size() < KEPT && at < limits.columns()) {
      long last = Math.min(at + across, limits.columns() - 1L);
      merged.add(new MergedRange(row, row + down, at, (int) last));
    }
    Cell cell = value(at);
    if (!(cell instanceof Cell.Blank)) {
      rows.put(row, at, cell);
    }
    return across;
  }

  private Cell value(int column) throws XMLStreamException {
    boolean formula = cursor.attribute("Formula") != null;
    String style = cursor.attribute("StyleID");
    String type = null;
    int cell = cursor.depth();
    text.begin(row, column);
    while (cursor.child(cell)) {
      // Comments hold a Data of their own; it is a grandchild.
      if (cursor.name().equals("Data") && type == null) {
        String given = cursor.attribute("Type");
        type = given == null ? "String" : given;
        data();
      }
    }
    String found = text.text();
    if (type == null || (found.isEmpty() && !type.equals("String"))) {
      return formula ? Cell.UNCALCULATED : Cell.BLANK;
    }
    return typed(type, found, style);
  }

  /** Rich text is text in elements of HTML. */
  private void data() throws XMLStreamException {
    text.paragraph(Blanks.KEPT);
    int data = cursor.depth();
    while (cursor.depth() >= data) {
      switch (cursor.step()) {
        case TEXT -> cursor.text(text);
        case DONE -> {
          return;
        }
        case START, END -> {
          // Bold, fonts and the like.
        }
      }
    }
  }

  private Cell typed(String type, String found, @Nullable String style) {
    return switch (type) {
      case "Number" -> {
        String exact = Numbers.plain(found.strip());
        yield exact == null
            ? new Cell.Words(found)
            : styles.number(exact, style, Serials.FROM_1900);
      }
      case "DateTime" -> IsoTimes.moment(found.strip(), NO_DAY);
      case "Boolean" -> new Cell.Logical(found.strip().equals("1"));
      case "Error" -> new Cell.Failure(found.strip());
      default -> found.isEmpty() ? Cell.BLANK : new Cell.Words(found);
    };
  }
}

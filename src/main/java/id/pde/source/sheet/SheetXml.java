package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The rows and cells of one sheet of an xlsx file, as they come. */
final class SheetXml extends DefaultHandler {

  private final SharedStrings strings;
  private final CellStyles styles;
  private final RowBuilder rows;
  private final SheetTaker taker;
  private final TextCollector value;

  private long row;
  private int column;
  private boolean inData;
  private boolean inCell;
  private boolean hidden;
  private String type = "";
  private int style;
  private boolean formula;
  private boolean inValue;
  private int phonetic;

  SheetXml(
      SharedStrings strings, CellStyles styles, String sheet, SheetTaker taker, ReadLimits limits) {
    this.strings = strings;
    this.styles = styles;
    this.rows = new RowBuilder(sheet, limits, taker::row);
    this.taker = taker;
    this.value = new TextCollector(limits.cellCharacters(), "sheet");
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (inCell) {
      partOfCell(name);
      return;
    }
    switch (name) {
      case "c" -> beginCell(attributes);
      case "row" -> beginRow(attributes);
      case "sheetData" -> inData = true;
      case "col" -> column(attributes);
      default -> {}
    }
  }

  private void partOfCell(String name) {
    switch (name) {
      case "v" -> inValue = true;
      case "t" -> inValue = phonetic == 0;
      case "f" -> formula = true;
      case "rPh" -> phonetic++;
      default -> {}
    }
  }

  private void column(Attributes attributes) {
    if (inData || !isTrue(attributes.getValue("hidden"))) {
      return;
    }
    int first = Integer.parseInt(attributes.getValue("min"));
    int last = Integer.parseInt(attributes.getValue("max"));
    taker.hiddenColumns(first - 1, last - 1);
  }

  private void beginRow(Attributes attributes) {
    if (!inData) {
      return;
    }
    // Both numbers are optional (ECMA-376, 18.3.1.4 and 18.3.1.73): then a row or cell is the next.
    String number = attributes.getValue("r");
    row = number == null ? row + 1 : Long.parseLong(number);
    column = -1;
    hidden = isTrue(attributes.getValue("hidden"));
  }

  private void beginCell(Attributes attributes) {
    if (!inData) {
      return;
    }
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : columnOf(reference);
    String given = attributes.getValue("t");
    type = given == null ? "n" : given;
    String number = attributes.getValue("s");
    style = number == null ? 0 : Integer.parseInt(number);
    formula = false;
    inCell = true;
    value.clear();
  }

  private static int columnOf(String reference) {
    int letters = 0;
    for (int i = 0; i < reference.length(); i++) {
      char sign = reference.charAt(i);
      if (sign < 'A' || sign > 'Z' || letters > 1 << 20) {
        break;
      }
      letters = letters * 26 + sign - 'A' + 1;
    }
    return letters - 1;
  }

  private static boolean isTrue(@Nullable String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  @Override
  public void characters(char[] signs, int from, int length) {
    if (inValue) {
      value.add(signs, from, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "v", "t" -> inValue = false;
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      case "row" -> endRow();
      case "sheetData" -> inData = false;
      default -> {}
    }
  }

  private void endCell() {
    if (inCell) {
      inCell = false;
      rows.put(row, column, cell());
    }
  }

  private void endRow() {
    if (inData) {
      rows.end(row, hidden ? Sight.HIDDEN : Sight.SHOWN);
    }
  }

  private Cell cell() {
    if (value.isEmpty()) {
      // A formula that gave an empty text says so by its type; one without a value was never run.
      return formula && !type.equals("str") ? Cell.UNCALCULATED : Cell.BLANK;
    }
    String text = value.text();
    return switch (type) {
      case "s" -> words(strings.get(Integer.parseInt(text.strip())));
      case "str", "inlineStr" -> words(text);
      case "b" -> new Cell.Logical(isTrue(text.strip()));
      case "e" -> new Cell.Failure(text.strip());
      case "d" -> moment(text.strip());
      default -> number(text.strip());
    };
  }

  private static Cell words(String text) {
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  private Cell number(String text) {
    String exact = Numbers.plain(text);
    return exact == null ? words(text) : styles.cell(exact, style);
  }

  /** Strict files may hold dates as ISO 8601. */
  private static Cell moment(String text) {
    try {
      if (text.indexOf('T') > 0) {
        LocalDateTime moment = LocalDateTime.parse(text.replaceFirst("Z$", ""));
        boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Cell.Moment(day ? moment.toLocalDate() : moment);
      }
      return new Cell.Moment(text.indexOf(':') > 0 ? LocalTime.parse(text) : LocalDate.parse(text));
    } catch (DateTimeException unusual) {
      return words(text);
    }
  }
}

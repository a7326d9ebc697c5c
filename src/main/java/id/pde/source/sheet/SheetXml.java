package id.pde.source.sheet;

import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows and cells of one sheet of an xlsx file, as they come. Names of one letter, of which
 * cells are made, are told apart first: there are millions of them.
 */
final class SheetXml {

  private final SheetTaker taker;
  private final RowBuilder rows;
  private final CellValues values;
  private final TextCollector value;
  private final CellAttributes attributes = new CellAttributes();
  private final RowOrder order;
  private final int mostColumns;

  private long row;
  private boolean rowUnsaid;
  private int column;
  private boolean inData;
  private boolean inCell;
  private boolean hidden;
  private boolean formula;
  private boolean inValue;
  private boolean inText;
  private int phonetic;

  /** Where the content of a cell may stand. */
  private enum Content {
    VALUE,
    TEXT
  }

  SheetXml(
      SharedStrings strings, CellStyles styles, String sheet, SheetTaker taker, ReadLimits limits) {
    this.taker = taker;
    this.rows = new RowBuilder(sheet, limits, taker::row);
    this.values = new CellValues(strings, styles);
    this.value = new TextCollector(limits.cellCharacters(), sheet);
    this.order = new RowOrder(sheet);
    this.mostColumns = limits.columns();
  }

  void read(XmlPull xml) throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case BEGIN -> begin(xml);
        case END -> end(xml.name());
        case TEXT -> {
          if (inValue) {
            xml.textTo(value);
          }
        }
        case DONE -> {
          return;
        }
      }
    }
  }

  private void begin(XmlPull xml) throws XMLStreamException {
    String name = xml.name();
    if (inCell) {
      partOfCell(name, xml);
      return;
    }
    if (name.length() == 1) {
      if (name.charAt(0) == 'c') {
        beginCell(xml);
      }
      return;
    }
    switch (name) {
      case "row" -> beginRow(xml);
      case "sheetData" -> inData = true;
      case "col" -> hideColumns(xml);
      default -> {}
    }
  }

  private void partOfCell(String name, XmlPull xml) {
    if (name.length() == 1) {
      switch (name.charAt(0)) {
        case 'v' -> {
          inValue = takes(Content.VALUE);
          if (attributes.type() == CellType.TEXT) {
            value.begin(xml);
          }
        }
        case 't' -> {
          inValue = inText && phonetic == 0;
          if (inValue) {
            value.begin(xml);
          }
        }
        case 'f' -> formula = true;
        default -> {}
      }
      return;
    }
    switch (name) {
      case "is" -> inText = takes(Content.TEXT);
      case "rPh" -> phonetic++;
      default -> {}
    }
  }

  /** A cell should hold one or the other; where it holds both, its type tells which counts. */
  private boolean takes(Content next) {
    Content wanted = attributes.type() == CellType.INLINE ? Content.TEXT : Content.VALUE;
    if (next != wanted && !value.isEmpty()) {
      return false;
    }
    value.clear();
    return true;
  }

  private void hideColumns(XmlPull xml) {
    if (inData || !XmlPull.isTrue(xml.attribute("hidden"))) {
      return;
    }
    long first = column(xml.attribute("min"));
    long last = Math.min(column(xml.attribute("max")), mostColumns);
    if (first > 0 && first <= last) {
      taker.hiddenColumns((int) first - 1, (int) last - 1);
    }
  }

  /** 0 where it is no number of a column: then no value depends on it. */
  private static long column(@Nullable String number) {
    return number != null && number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  private void beginRow(XmlPull xml) {
    if (!inData) {
      return;
    }
    // Both numbers are optional (ECMA-376, 18.3.1.4 and 18.3.1.73): then a row or cell is the next.
    String number = null;
    hidden = false;
    for (int i = xml.attributes() - 1; i >= 0; i--) {
      String name = xml.attributeName(i);
      if (name.equals("r")) {
        number = xml.attribute(i);
      } else if (name.equals("hidden")) {
        hidden = XmlPull.isTrue(xml.attribute(i));
      }
    }
    rowUnsaid = number == null;
    row = number == null ? row + 1 : Long.parseLong(number);
    column = -1;
    order.row(row);
  }

  private void beginCell(XmlPull xml) throws XMLStreamException {
    if (!inData) {
      return;
    }
    attributes.read(xml);
    if (rowUnsaid && column < 0 && attributes.row() > row) {
      row = attributes.row();
      order.row(row);
    }
    int said = attributes.column();
    if (said >= 0 && said <= column) {
      throw order.repeated(row, said);
    }
    column = said < 0 ? column + 1 : said;
    formula = false;
    inCell = true;
    value.clear();
  }

  private void end(String name) {
    if (name.length() == 1) {
      switch (name.charAt(0)) {
        case 'v', 't' -> {
          inValue = false;
          value.end();
        }
        case 'c' -> endCell();
        default -> {}
      }
      return;
    }
    switch (name) {
      case "is" -> inText = false;
      case "rPh" -> phonetic--;
      case "row" -> endRow();
      case "sheetData" -> inData = false;
      default -> {}
    }
  }

  private void endCell() {
    if (inCell) {
      inCell = false;
      rows.put(row, column, values.cell(attributes, formula, value));
    }
  }

  private void endRow() {
    if (inData) {
      rows.end(row, hidden ? Sight.HIDDEN : Sight.SHOWN);
    }
  }
}

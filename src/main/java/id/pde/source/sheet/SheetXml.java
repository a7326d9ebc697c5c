package id.pde.source.sheet;

import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import javax.xml.stream.XMLStreamException;

/**
 * The rows and cells of one sheet of an xlsx file, as they come. Names of one letter, of which
 * cells are made, are told apart first: there are millions of them.
 */
final class SheetXml {

  private final SheetTaker taker;
  private final int columns;
  private final RowBuilder rows;
  private final CellValues values;
  private final TextCollector value;
  private final CellAttributes attributes = new CellAttributes();
  private final RowOrder order;

  private long row;
  private boolean rowUnsaid;
  private int column;
  private boolean inData;
  private boolean inCell;
  private boolean hidden;
  private boolean formula;
  private boolean inValue;
  private int phonetic;

  SheetXml(
      SharedStrings strings, CellStyles styles, String sheet, SheetTaker taker, ReadLimits limits) {
    this.taker = taker;
    this.columns = limits.columns();
    this.rows = new RowBuilder(sheet, limits, taker::row);
    this.values = new CellValues(strings, styles);
    this.value = new TextCollector(limits.cellCharacters(), sheet);
    this.order = new RowOrder(sheet);
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
      partOfCell(name);
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

  private void partOfCell(String name) {
    if (name.length() == 1) {
      switch (name.charAt(0)) {
        case 'v' -> inValue = true;
        case 't' -> inValue = phonetic == 0;
        case 'f' -> formula = true;
        default -> {}
      }
    } else if (name.equals("rPh")) {
      phonetic++;
    }
  }

  private void hideColumns(XmlPull xml) {
    if (inData || !XmlPull.isTrue(xml.attribute("hidden"))) {
      return;
    }
    String first = xml.attribute("min");
    String last = xml.attribute("max");
    if (first != null && last != null) {
      int from = Integer.parseInt(first) - 1;
      int to = Math.min(Integer.parseInt(last), columns) - 1;
      if (from >= 0 && from <= to) {
        taker.hiddenColumns(from, to);
      }
    }
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
        case 'v', 't' -> inValue = false;
        case 'c' -> endCell();
        default -> {}
      }
      return;
    }
    switch (name) {
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

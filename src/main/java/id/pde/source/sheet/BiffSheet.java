package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.sheet.XlsRecords.Place;
import org.apache.poi.hssf.util.RKUtil;
import org.jspecify.annotations.Nullable;

/**
 * Understands the records of one sheet of Excel 2 to 95, as OpenOffice's documentation of the file
 * format has them. Each record tells its layout by its number, whatever the beginning of the file
 * says: exporters mix them.
 */
final class BiffSheet {

  static final int LABEL_2 = 0x0004;
  static final int LABEL = 0x0204;
  static final int RICH_LABEL = 0x00D6;
  static final int STRING_2 = 0x0007;
  static final int STRING = 0x0207;

  private static final int ROW_2 = 0x0008;
  private static final int ROW = 0x0208;
  private static final int INTEGER_2 = 0x0002;
  private static final int NUMBER_2 = 0x0003;
  private static final int NUMBER = 0x0203;
  private static final int LOGICAL_2 = 0x0005;
  private static final int LOGICAL = 0x0205;
  private static final int FORMULA = 0x0006;
  private static final int FORMULA_3 = 0x0206;
  private static final int FORMULA_4 = 0x0406;
  private static final int SHORT_NUMBER = 0x027E;
  private static final int SHORT_NUMBERS = 0x00BD;
  private static final int COLUMNS = 0x007D;
  private static final int COLUMNS_2 = 0x0024;

  private static final int HIDDEN_ROW = 0x20;
  private static final int NO_NUMBER = 0xFFFF;

  private final BiffGlobals globals;
  private final XlsRecords.Taker taker;
  private @Nullable Place waiting;

  BiffSheet(BiffGlobals globals, XlsRecords.Taker taker) {
    this.globals = globals;
    this.taker = taker;
  }

  /** Whether a record begins with the place of a value. */
  static boolean isCell(BiffRecord record) {
    return switch (record.id()) {
      case INTEGER_2,
          NUMBER_2,
          NUMBER,
          SHORT_NUMBER,
          SHORT_NUMBERS,
          LABEL_2,
          LABEL,
          RICH_LABEL,
          LOGICAL_2,
          LOGICAL,
          FORMULA,
          FORMULA_3,
          FORMULA_4 ->
          true;
      default -> false;
    };
  }

  void record(BiffRecord record) {
    switch (record.id()) {
      case INTEGER_2 -> put(record, number(record.two(7), oldStyle(record)));
      case NUMBER_2 -> put(record, number(record.real(7), oldStyle(record)));
      case NUMBER -> put(record, number(record.real(6), record.two(4)));
      case SHORT_NUMBER -> put(record, number(rounded(record, 6), record.two(4)));
      case SHORT_NUMBERS -> numbers(record);
      case LABEL_2, LABEL, RICH_LABEL -> put(record, words(record));
      case LOGICAL_2 -> put(record, logical(record.one(7), record.one(8) != 0));
      case LOGICAL -> put(record, logical(record.one(6), record.one(7) != 0));
      case FORMULA -> {
        if (globals.excel2()) {
          formula(record, 7, oldStyle(record));
        } else {
          formula(record, 6, record.two(4));
        }
      }
      case FORMULA_3, FORMULA_4 -> formula(record, 6, record.two(4));
      case STRING_2, STRING -> result(record);
      case ROW_2 -> hiddenRow(record, (record.two(6) & 0x7FFF) == 0);
      case ROW -> hiddenRow(record, record.length() > 13 && (record.two(12) & HIDDEN_ROW) != 0);
      case COLUMNS -> hiddenColumns(record.two(0), record.two(2), (record.two(8) & 1) != 0);
      case COLUMNS_2 -> hiddenColumns(record.one(0), record.one(1), record.two(2) == 0);
      default -> {}
    }
  }

  private void hiddenRow(BiffRecord record, boolean hidden) {
    if (hidden) {
      taker.hiddenRow(0, record.two(0));
    }
  }

  private void hiddenColumns(int first, int last, boolean hidden) {
    if (hidden) {
      taker.hiddenColumns(0, first, last);
    }
  }

  private void put(BiffRecord record, Cell cell) {
    taker.cell(0, place(record), cell);
  }

  private static Place place(BiffRecord record) {
    return new Place(record.two(0), record.two(2));
  }

  /** Excel 2 had three bytes for the style of a cell, the number of the format among them. */
  private static int oldStyle(BiffRecord record) {
    return record.one(5) & 0x3F;
  }

  private static double rounded(BiffRecord record, int at) {
    return RKUtil.decodeNumber(record.four(at));
  }

  private void numbers(BiffRecord record) {
    int count = (record.length() - 6) / 6;
    for (int i = 0; i < count; i++) {
      int at = 4 + 6 * i;
      Place place = new Place(record.two(0), record.two(2) + i);
      taker.cell(0, place, number(rounded(record, at + 2), record.two(at)));
    }
  }

  /** The result of a formula: a number, or two bytes that no number has and the kind of value. */
  private void formula(BiffRecord record, int at, int style) {
    waiting = null;
    if (record.two(at + 6) != NO_NUMBER) {
      put(record, number(record.real(at), style));
      return;
    }
    switch (record.one(at)) {
      case 0 -> waiting = place(record);
      case 1 -> put(record, logical(record.one(at + 2), false));
      case 2 -> put(record, logical(record.one(at + 2), true));
      default -> {}
    }
  }

  private void result(BiffRecord record) {
    if (waiting != null) {
      taker.cell(0, waiting, words(record));
      waiting = null;
    }
  }

  private Cell words(BiffRecord record) {
    String text = globals.text(record.cellText());
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  private static Cell logical(int value, boolean error) {
    return error ? XlsRecords.failure(value) : new Cell.Logical(value != 0);
  }

  private Cell number(double value, int style) {
    return Double.isFinite(value)
        ? globals.styles().cell(Numbers.plain(value), style)
        : new Cell.Failure("#NUM!");
  }
}

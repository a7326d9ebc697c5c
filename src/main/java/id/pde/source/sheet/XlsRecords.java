package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.layout.MergedRange;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** Understands the records of a BIFF8 stream: globals first, then one substream per sheet. */
final class XlsRecords {

  private static final int BIFF8 = 0x0600;

  private final XlsGlobals globals;
  private final Taker taker;
  private final boolean one;
  private int depth;
  private int substream;
  private boolean began;
  private boolean chart;
  private boolean done;
  private @Nullable FormulaRecord waiting;

  /** Takes what stands in the sheets; sheets from 0 in the order of the stream. */
  interface Taker {
    void cell(int sheet, Place place, Cell cell);

    void hiddenRow(int sheet, int row);

    void hiddenColumns(int sheet, int first, int last);

    void merged(int sheet, MergedRange range);
  }

  /** Where a cell stands; both from 0. */
  record Place(int row, int column) {}

  private XlsRecords(XlsGlobals globals, Taker taker, int before, boolean one) {
    this.globals = globals;
    this.taker = taker;
    this.substream = before;
    this.one = one;
  }

  /** Understands a stream from its start. */
  static XlsRecords whole(XlsGlobals globals, Taker taker) {
    return new XlsRecords(globals, taker, -1, false);
  }

  /** Understands one sheet from its start. */
  static XlsRecords sheet(XlsGlobals globals, int substream, Taker taker) {
    return new XlsRecords(globals, taker, substream - 1, true);
  }

  /** Whether nothing more is wanted. */
  boolean done() {
    return done;
  }

  /** Whether a part has ended and none has begun since. */
  boolean outside() {
    return began && depth == 0;
  }

  void strings(RecordInputStream stream) {
    if (depth == 1 && substream < 0) {
      globals.takeStrings(stream);
    }
  }

  void name(XlsName name) {
    if (depth == 1 && substream < 0) {
      globals.name(name);
    }
  }

  void record(Record record) {
    if (record instanceof BOFRecord begin) {
      begin(begin);
    } else if (record instanceof EOFRecord) {
      depth--;
      done = one && depth == 0;
    } else if (depth == 1 && substream < 0) {
      globals.take(record);
    } else if (depth == 1 && !chart) {
      // The values that a chart draws are written as cells, too, of no grid: those of a chart sheet
      // here, deeper ones are of a chart inside of a sheet.
      ofSheet(record);
    }
  }

  private void begin(BOFRecord begin) {
    if (depth == 0) {
      if (begin.getVersion() != BIFF8) {
        throw new RecordFormatException("BIFF version " + begin.getVersion());
      }
      substream += begin.getType() == BOFRecord.TYPE_WORKBOOK ? 0 : 1;
      chart = begin.getType() == BOFRecord.TYPE_CHART;
    }
    depth++;
    began = true;
  }

  private void ofSheet(Record record) {
    if (record instanceof StringRecord text && waiting != null) {
      taker.cell(substream, place(waiting), words(text.getString(), waiting.getXFIndex()));
      waiting = null;
    } else if (record instanceof CellValueRecordInterface place) {
      Cell cell = cell(record, place.getXFIndex() & 0xFFFF);
      if (cell != null) {
        taker.cell(substream, place(place), cell);
      }
    } else if (record instanceof MulRKRecord numbers) {
      numbers(numbers);
    } else if (record instanceof RowRecord row) {
      if (row.getZeroHeight()) {
        taker.hiddenRow(substream, row.getRowNumber());
      }
    } else if (record instanceof MergeCellsRecord merged) {
      for (int i = 0; i < merged.getNumAreas(); i++) {
        taker.merged(substream, range(merged.getAreaAt(i)));
      }
    } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
      taker.hiddenColumns(substream, columns.getFirstColumn(), columns.getLastColumn());
    }
  }

  private static MergedRange range(CellRangeAddress area) {
    return new MergedRange(
        area.getFirstRow() + 1L,
        area.getLastRow() + 1L,
        area.getFirstColumn(),
        area.getLastColumn());
  }

  private static Place place(CellValueRecordInterface place) {
    return new Place(place.getRow(), place.getColumn() & 0xFFFF);
  }

  private void numbers(MulRKRecord numbers) {
    for (int i = 0; i < numbers.getNumColumns(); i++) {
      taker.cell(
          substream,
          new Place(numbers.getRow(), numbers.getFirstColumn() + i),
          number(numbers.getRKNumberAt(i), numbers.getXFAt(i) & 0xFFFF));
    }
  }

  private @Nullable Cell cell(Record record, int style) {
    if (record instanceof LabelSSTRecord label) {
      return CellValues.indented(
          globals.strings().get(label.getSSTIndex()), globals.styles().indent(style));
    }
    if (record instanceof NumberRecord number) {
      return number(number.getValue(), style);
    }
    if (record instanceof RKRecord number) {
      return number(number.getRKNumber(), style);
    }
    if (record instanceof LabelRecord label) {
      return words(label.getValue(), style);
    }
    if (record instanceof BoolErrRecord value) {
      return value.isBoolean()
          ? new Cell.Logical(value.getBooleanValue())
          : failure(value.getErrorValue());
    }
    return record instanceof FormulaRecord formula ? cached(formula) : null;
  }

  private @Nullable Cell cached(FormulaRecord formula) {
    if (formula.hasCachedResultString()) {
      waiting = formula;
      return null;
    }
    return switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> number(formula.getValue(), formula.getXFIndex() & 0xFFFF);
      case BOOLEAN -> new Cell.Logical(formula.getCachedBooleanValue());
      case ERROR -> failure(formula.getCachedErrorValue());
      case STRING, BLANK, FORMULA, _NONE -> Cell.BLANK;
    };
  }

  private Cell number(double value, int style) {
    return Double.isFinite(value)
        ? globals.styles().cell(Numbers.plain(value), style)
        : new Cell.Failure("#NUM!");
  }

  static Cell failure(int code) {
    return new Cell.Failure(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
  }

  private Cell words(String text, int style) {
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text, globals.styles().indent(style));
  }
}

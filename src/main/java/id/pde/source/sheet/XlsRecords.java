package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Understands the records of a BIFF8 stream: globals first, then one substream per sheet. */
final class XlsRecords implements HSSFListener {

  private static final int BIFF8 = 0x0600;

  private final Taker taker;
  private final List<BoundSheetRecord> bound = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private Serials serials = Serials.FROM_1900;
  private @Nullable SSTRecord strings;
  private @Nullable CellStyles styles;
  private int depth;
  private int substream = -1;
  private @Nullable FormulaRecord waiting;

  /** Takes what stands in the sheets; sheets from 0 in the order of the stream. */
  interface Taker {
    void cell(int sheet, CellValueRecordInterface place, Cell cell);

    void hiddenRow(int sheet, int row);

    void hiddenColumns(int sheet, int first, int last);

    void merged(int sheet, MergedRange range);
  }

  XlsRecords(Taker taker) {
    this.taker = taker;
  }

  /** Sheets in the order of the workbook, each with its position in the stream. */
  List<Listed> sheets() {
    List<BoundSheetRecord> order = List.of(BoundSheetRecord.orderByBofPosition(bound));
    return bound.stream().map(one -> new Listed(title(one), order.indexOf(one))).toList();
  }

  record Listed(Workbook.Title title, int substream) {}

  private static Workbook.Title title(BoundSheetRecord sheet) {
    Visibility visibility = Visibility.VISIBLE;
    if (sheet.isVeryHidden()) {
      visibility = Visibility.VERY_HIDDEN;
    } else if (sheet.isHidden()) {
      visibility = Visibility.HIDDEN;
    }
    return new Workbook.Title(sheet.getSheetname(), visibility);
  }

  @Override
  public void processRecord(Record record) {
    if (record instanceof BOFRecord begin) {
      begin(begin);
    } else if (record instanceof EOFRecord) {
      depth--;
    } else if (depth == 1 && substream < 0) {
      global(record);
    } else if (depth == 1) {
      // Deeper ones belong to charts inside of a sheet.
      ofSheet(record);
    }
  }

  private void begin(BOFRecord begin) {
    if (depth == 0) {
      if (begin.getVersion() != BIFF8) {
        throw new OldExcelFormatException("BIFF version " + begin.getVersion());
      }
      substream += begin.getType() == BOFRecord.TYPE_WORKBOOK ? 0 : 1;
    }
    depth++;
  }

  private void global(Record record) {
    if (record instanceof BoundSheetRecord sheet) {
      bound.add(sheet);
    } else if (record instanceof SSTRecord shared) {
      strings = shared;
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      formatOfStyle.add((int) style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window) {
      serials = window.getWindowing() == 1 ? Serials.FROM_1904 : Serials.FROM_1900;
    }
  }

  private void ofSheet(Record record) {
    if (record instanceof StringRecord text && waiting != null) {
      taker.cell(substream, waiting, words(text.getString()));
      waiting = null;
    } else if (record instanceof CellValueRecordInterface place) {
      Cell cell = cell(record);
      if (cell != null) {
        taker.cell(substream, place, cell);
      }
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

  private @Nullable Cell cell(Record record) {
    if (record instanceof LabelSSTRecord label) {
      return words(strings == null ? "" : strings.getString(label.getSSTIndex()).getString());
    }
    if (record instanceof NumberRecord number) {
      return number(number.getValue(), number);
    }
    if (record instanceof RKRecord number) {
      return number(number.getRKNumber(), number);
    }
    if (record instanceof LabelRecord label) {
      return words(label.getValue());
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
      case NUMERIC -> number(formula.getValue(), formula);
      case BOOLEAN -> new Cell.Logical(formula.getCachedBooleanValue());
      case ERROR -> failure(formula.getCachedErrorValue());
      case STRING, BLANK, FORMULA, _NONE -> Cell.BLANK;
    };
  }

  private Cell number(double value, CellValueRecordInterface place) {
    if (!Double.isFinite(value)) {
      return new Cell.Failure("#NUM!");
    }
    if (styles == null) {
      styles = new CellStyles(formats, formatOfStyle, serials);
    }
    return styles.cell(Numbers.plain(value), place.getXFIndex());
  }

  private static Cell failure(int code) {
    return new Cell.Failure(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
  }

  private static Cell words(String text) {
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }
}

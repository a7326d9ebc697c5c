package id.pde.source.sheet;

import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.jspecify.annotations.Nullable;

/** What the first part of a BIFF8 stream says of the whole workbook. Used by one thread. */
final class XlsGlobals implements Closeable {

  private final List<BoundSheetRecord> bound = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private final List<Integer> indentOfStyle = new ArrayList<>();
  private final SharedStrings strings;
  private final BitSet own = new BitSet();
  private Serials serials = Serials.FROM_1900;
  private @Nullable CellStyles styles;

  /**
   * A sheet of the workbook.
   *
   * @param substream its place among the parts of the stream that are sheets
   * @param position where its part begins
   */
  record Listed(Workbook.Title title, int substream, int position) {}

  XlsGlobals(ReadLimits limits) {
    this.strings = new SharedStrings(limits);
  }

  void take(Record record) {
    if (record instanceof BoundSheetRecord sheet) {
      bound.add(sheet);
    } else if (record instanceof FormatRecord format) {
      formats.put(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      formatOfStyle.add((int) style.getFormatIndex());
      indentOfStyle.add((int) style.getIndent());
    } else if (record instanceof DateWindow1904Record window) {
      serials = window.getWindowing() == 1 ? Serials.FROM_1904 : Serials.FROM_1900;
    }
  }

  void name(XlsName name) {
    if (name.sheet() > 0 && OwnSheet.isNamed(name.text())) {
      own.set(name.sheet() - 1);
    }
  }

  /** The shared strings go on over many records; some files promise more than they hold. */
  void takeStrings(RecordInputStream stream) {
    stream.readInt();
    int promised = stream.readInt();
    try {
      for (int i = 0; i < promised && (stream.available() > 0 || continues(stream)); i++) {
        strings.add(new UnicodeString(stream).getString());
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static boolean continues(RecordInputStream stream) {
    return stream.hasNextRecord() && stream.getNextSid() == ContinueRecord.sid;
  }

  /** Sheets in the order of the workbook, without those that PDE put there. */
  List<Listed> sheets() {
    List<BoundSheetRecord> order = List.of(BoundSheetRecord.orderByBofPosition(bound));
    return IntStream.range(0, bound.size())
        .filter(index -> !own.get(index))
        .mapToObj(bound::get)
        .filter(sheet -> !OwnSheet.isTitled(sheet.getSheetname()))
        .map(one -> new Listed(title(one), order.indexOf(one), one.getPositionOfBof()))
        .toList();
  }

  private static Workbook.Title title(BoundSheetRecord sheet) {
    Visibility visibility = Visibility.VISIBLE;
    if (sheet.isVeryHidden()) {
      visibility = Visibility.VERY_HIDDEN;
    } else if (sheet.isHidden()) {
      visibility = Visibility.HIDDEN;
    }
    return new Workbook.Title(sheet.getSheetname(), visibility);
  }

  SharedStrings strings() {
    return strings;
  }

  CellStyles styles() {
    CellStyles known = styles;
    if (known == null) {
      known = new CellStyles(formats, formatOfStyle, indentOfStyle, serials);
      styles = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    strings.close();
  }
}

package id.pde.source.sheet;

import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** What a workbook of Excel 2 to 95 says of all its sheets. Used by one thread. */
final class BiffGlobals {

  private static final int FORMAT_2 = 0x001E;
  private static final int FORMAT = 0x041E;
  private static final int STYLE_3 = 0x0243;
  private static final int STYLE_4 = 0x0443;
  private static final int STYLE_5 = 0x00E0;
  private static final int FROM_1904 = 0x0022;
  private static final int CODE_PAGE = 0x0042;
  private static final int SHEET = 0x0085;
  private static final int LOCK = 0x002F;
  private static final int SHARED = 0x00FC;
  private static final int SHARED_LABEL = 0x00FD;

  /** As many formats as a cell of Excel 2 can name. */
  private static final int FORMATS_2 = 64;

  /** The formats of days and times that Excel 2 has where a file lists none, from the 12th on. */
  private static final int FIRST_DAY_2 = 12;

  private static final List<String> DAYS_2 =
      List.of(
          "m/d/yy",
          "d-mmm-yy",
          "d-mmm",
          "mmm-yy",
          "h:mm AM/PM",
          "h:mm:ss AM/PM",
          "h:mm",
          "h:mm:ss",
          "m/d/yy h:mm");

  private final Map<Integer, byte[]> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private final List<BiffRecord> sheets = new ArrayList<>();
  private final BiffCharset charset;
  private boolean excel2;
  private boolean excel5;
  private Serials serials = Serials.FROM_1900;
  private @Nullable CellStyles styles;

  /**
   * A sheet of the workbook.
   *
   * @param position where its part begins
   */
  record Listed(Workbook.Title title, long position) {}

  BiffGlobals(BiffCharset charset) {
    this.charset = charset;
  }

  void take(BiffRecord record) {
    switch (record.id()) {
      case BiffRecord.BEGIN_2 -> excel2 = true;
      case BiffRecord.BEGIN_5 -> excel5 = true;
      case FORMAT_2 -> formats.put(formats.size(), record.text(0, 1));
      case FORMAT -> format(record);
      case STYLE_3, STYLE_4 -> formatOfStyle.add(record.one(1));
      case STYLE_5 -> formatOfStyle.add(record.two(2));
      case FROM_1904 -> serials = record.two(0) == 1 ? Serials.FROM_1904 : Serials.FROM_1900;
      case CODE_PAGE -> charset.page(record.two(0));
      case SHEET -> {
        sheets.add(record);
        charset.see(record.text(6, 1));
      }
      // The beginning says an older version than the cells are of: their texts would be lost.
      case SHARED, SHARED_LABEL -> throw new RecordFormatException("of Excel 97");
      case LOCK -> throw new EncryptedDocumentException("Excel 95 or older");
      default -> {}
    }
    charset.see(record.cellText());
  }

  /** Excel 4 wrote the formats in order and their number nowhere. */
  private void format(BiffRecord record) {
    if (excel5) {
      formats.put(record.two(0), record.text(2, 1));
    } else {
      formats.put(formats.size(), record.text(2, 1));
    }
  }

  private Listed listed(BiffRecord record) {
    Visibility visibility =
        switch (record.one(4) & 3) {
          case 0 -> Visibility.VISIBLE;
          case 1 -> Visibility.HIDDEN;
          default -> Visibility.VERY_HIDDEN;
        };
    String name = charset.text(record.text(6, 1));
    return new Listed(new Workbook.Title(name, visibility), record.four(0) & 0xFFFFFFFFL);
  }

  /** Sheets in the order of the workbook; asked when all texts are seen. */
  List<Listed> sheets() {
    return sheets.stream().map(this::listed).toList();
  }

  boolean excel2() {
    return excel2;
  }

  String text(byte[] bytes) {
    return charset.text(bytes);
  }

  /** Asked when all records that say something of styles are taken. */
  CellStyles styles() {
    CellStyles known = styles;
    if (known == null) {
      Map<Integer, String> codes = new HashMap<>();
      formats.forEach((number, code) -> codes.put(number, charset.text(code)));
      if (excel2) {
        for (int i = 0; i < DAYS_2.size(); i++) {
          codes.putIfAbsent(FIRST_DAY_2 + i, DAYS_2.get(i));
        }
      }
      List<Integer> numbers =
          excel2 ? IntStream.range(0, FORMATS_2).boxed().toList() : formatOfStyle;
      known = new CellStyles(codes, numbers, serials);
      styles = known;
    }
    return known;
  }
}

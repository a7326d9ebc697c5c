package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.sheet.DateFormats.Shows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/**
 * The number formats of a workbook, by style: they alone tell a date from a number. Used by one
 * thread.
 */
public final class CellStyles {

  private static final Style GENERAL = new Style(null, Shows.NUMBER);

  /** Rows of one day, or a few thousand birthdays, come again and again. */
  private static final int DAYS = 1 << 12;

  private final Style[] styles;
  private final int[] indents;
  private final Serials serials;
  private final Cell.@Nullable Moment[] moments = new Cell.Moment[DAYS];
  private final long[] serialOfMoment = new long[DAYS];

  private record Style(@Nullable String format, Shows shows) {}

  /**
   * Styles in order, none of them indented.
   *
   * @param formats the workbook's own formats by number
   * @param formatOfStyle the number of the format of each style
   */
  public CellStyles(Map<Integer, String> formats, List<Integer> formatOfStyle, Serials serials) {
    this(formats, formatOfStyle, List.of(), serials);
  }

  /**
   * Styles in order.
   *
   * @param formats the workbook's own formats by number
   * @param formatOfStyle the number of the format of each style
   * @param indentOfStyle the steps that each style indents
   */
  CellStyles(
      Map<Integer, String> formats,
      List<Integer> formatOfStyle,
      List<Integer> indentOfStyle,
      Serials serials) {
    this.serials = serials;
    Map<Integer, Style> known = new HashMap<>();
    this.styles =
        formatOfStyle.stream()
            .map(number -> known.computeIfAbsent(number, one -> style(formats.get(one), one)))
            .toArray(Style[]::new);
    this.indents = indentOfStyle.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Style style(@Nullable String own, int number) {
    String code = own == null ? BuiltinFormats.getBuiltinFormat(number) : own;
    Shows shows = own == null || own.isEmpty() ? DateFormats.builtIn(number) : DateFormats.of(own);
    boolean general = code == null || code.isEmpty() || code.equalsIgnoreCase("General");
    return general && shows == Shows.NUMBER ? GENERAL : new Style(code, shows);
  }

  /** The steps that a style indents. */
  int indent(int style) {
    return style >= 0 && style < indents.length ? indents[style] : 0;
  }

  /** A number cell of a style: a date where the style shows dates and the number is a day. */
  public Cell cell(String exact, int style) {
    Style found = style >= 0 && style < styles.length ? styles[style] : GENERAL;
    if (found.shows() != Shows.NUMBER) {
      Cell.Moment moment = moment(exact, found.shows());
      if (moment != null) {
        return moment;
      }
    }
    return new Cell.Numeric(exact, found.format());
  }

  private Cell.@Nullable Moment moment(String exact, Shows shows) {
    long day = day(exact);
    if (day < 0 || shows == Shows.ELAPSED) {
      double serial = Numbers.nearest(exact);
      // 36 hours are no time of a day and no date of January 1900: they stay a number of days.
      return shows == Shows.ELAPSED && serial >= 1 ? null : serials.moment(serial);
    }
    int slot = (int) (day & (DAYS - 1));
    Cell.Moment known = moments[slot];
    if (known != null && serialOfMoment[slot] == day) {
      return known;
    }
    Cell.Moment moment = serials.moment((double) day);
    moments[slot] = moment;
    serialOfMoment[slot] = day;
    return moment;
  }

  /** A whole number of at most 7 digits; -1 for all others. */
  private static long day(String exact) {
    if (exact.length() > 7) {
      return -1;
    }
    long day = 0;
    for (int i = 0; i < exact.length(); i++) {
      int digit = exact.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      day = day * 10 + digit;
    }
    return day;
  }
}

package id.pde.source.sheet;

import id.pde.model.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** The number formats of a workbook, by style: they alone tell a date from a number. */
public final class CellStyles {

  private final List<Style> styles = new ArrayList<>();
  private final Serials serials;

  private record Style(@Nullable String format, boolean date) {}

  private static final Style GENERAL = new Style(null, false);

  /**
   * Styles in order.
   *
   * @param formats the workbook's own formats by number
   * @param formatOfStyle the number of the format of each style
   */
  public CellStyles(Map<Integer, String> formats, List<Integer> formatOfStyle, Serials serials) {
    this.serials = serials;
    for (int number : formatOfStyle) {
      String own = formats.get(number);
      String code = own == null ? BuiltinFormats.getBuiltinFormat(number) : own;
      boolean general = code == null || code.isEmpty() || code.equalsIgnoreCase("General");
      styles.add(general ? GENERAL : new Style(code, DateUtil.isADateFormat(number, code)));
    }
  }

  /** A number cell of a style: a date where the style shows dates and the number is a day. */
  public Cell cell(String exact, int style) {
    Style found = style >= 0 && style < styles.size() ? styles.get(style) : GENERAL;
    if (found.date()) {
      Cell.Moment moment = serials.moment(Double.parseDouble(exact));
      if (moment != null) {
        return moment;
      }
    }
    return new Cell.Numeric(exact, found.format());
  }
}

package id.pde.source.markup;

import java.util.Locale;
import java.util.Map;

/** Number formats that Excel names instead of writing them out. */
final class NamedFormats {

  /** From "XML Spreadsheet Reference" of Office 2003, attribute ss:Format. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("general", "General"),
          Map.entry("general number", "General"),
          Map.entry("general date", "m/d/yyyy h:mm"),
          Map.entry("long date", "dddd, mmmm dd, yyyy"),
          Map.entry("medium date", "d-mmm-yy"),
          Map.entry("short date", "m/d/yyyy"),
          Map.entry("long time", "h:mm:ss"),
          Map.entry("medium time", "h:mm"),
          Map.entry("short time", "h:mm"),
          Map.entry("currency", "#,##0.00"),
          Map.entry("euro currency", "#,##0.00"),
          Map.entry("fixed", "0.00"),
          Map.entry("standard", "#,##0.00"),
          Map.entry("percent", "0.00%"),
          Map.entry("scientific", "0.00E+00"),
          Map.entry("yes/no", "General"),
          Map.entry("true/false", "General"),
          Map.entry("on/off", "General"));

  private NamedFormats() {}

  /** The format written out. */
  static String code(String format) {
    return CODES.getOrDefault(format.strip().toLowerCase(Locale.ROOT), format);
  }
}

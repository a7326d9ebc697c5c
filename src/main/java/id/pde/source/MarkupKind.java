package id.pde.source;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the formats that are markup the beginning of a text is. */
final class MarkupKind {

  private static final String COMMENTS = "^(<!--.*?-->\\s*)*";

  private static final Pattern WEB_PAGE =
      Pattern.compile(
          COMMENTS
              + "<(!doctype\\s+html|html|head|body|table|meta|title|script|div|style|link|center)"
              + "[\\s>]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern HTML_ELEMENT =
      Pattern.compile("<(!doctype\\s+html|html|table|tr)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern ANY_ELEMENT =
      Pattern.compile(COMMENTS + "<(\\?xml|[a-zA-Z!])", Pattern.DOTALL);

  private static final Pattern XML_WORKBOOK = Pattern.compile("<(\\w+:)?workbook[\\s>]");

  private static final Pattern WEB_ARCHIVE =
      Pattern.compile(
          "^mime-version:.{0,2000}multipart/related", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MarkupKind() {}

  /**
   * By the first kilobytes, without what marks the charset.
   *
   * @return null: no markup
   */
  static @Nullable FileKind of(String start) {
    if (WEB_ARCHIVE.matcher(start).find()) {
      return FileKind.WEB_ARCHIVE;
    }
    if (WEB_PAGE.matcher(start).find()) {
      return FileKind.HTML;
    }
    if (!ANY_ELEMENT.matcher(start).find()) {
      return null;
    }
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.contains("urn:oasis:names:tc:opendocument")) {
      return lower.contains("application/vnd.oasis.opendocument.spreadsheet")
          ? FileKind.ODS
          : FileKind.OFFICE;
    }
    if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && XML_WORKBOOK.matcher(lower).find()) {
      return FileKind.XMLSS;
    }
    if (HTML_ELEMENT.matcher(start).find()) {
      return FileKind.HTML;
    }
    return start.startsWith("<?xml") ? FileKind.XML : null;
  }
}

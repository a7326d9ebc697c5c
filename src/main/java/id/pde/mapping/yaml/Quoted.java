package id.pde.mapping.yaml;

/** Text from outside as a message may show it: short, on one line, without hidden signs. */
public final class Quoted {

  private static final int LIMIT = 60;

  private Quoted() {}

  /** The text in quotation marks. */
  public static String of(String text) {
    return '"' + plain(text, LIMIT) + '"';
  }

  /** At most {@code limit} signs; what a terminal would obey or hide is written as its number. */
  public static String plain(String text, int limit) {
    StringBuilder shown = new StringBuilder();
    int taken = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (taken++ == limit) {
        return shown.append("...").toString();
      }
      int sign = text.codePointAt(at);
      if (hidden(sign)) {
        shown.append("\\u{").append(Integer.toHexString(sign)).append('}');
      } else {
        shown.appendCodePoint(sign);
      }
    }
    return shown.toString();
  }

  private static boolean hidden(int sign) {
    int type = Character.getType(sign);
    return Character.isISOControl(sign)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}

package id.pde.cli;

/** Text from outside as a terminal may show it. */
final class Printable {

  private Printable() {}

  /**
   * A file name with everything that could move the cursor or turn the writing direction escaped.
   */
  static String name(String name) {
    StringBuilder safe = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            sign -> {
              int type = Character.getType(sign);
              if (Character.isISOControl(sign)
                  || type == Character.FORMAT
                  || type == Character.SURROGATE
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR) {
                safe.append(String.format("\\u%04x", sign));
              } else {
                safe.appendCodePoint(sign);
              }
            });
    return safe.toString();
  }
}

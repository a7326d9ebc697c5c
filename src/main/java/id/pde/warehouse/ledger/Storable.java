package id.pde.warehouse.ledger;

import org.jspecify.annotations.Nullable;

/** Text as PostgreSQL can hold it. */
final class Storable {

  private static final char REPLACEMENT = '\uFFFD';

  private Storable() {}

  /**
   * U+0000 and halves of surrogate pairs become U+FFFD; PostgreSQL's text has no place for them.
   */
  static String text(String text) {
    return isStorable(text, Zero.REPLACED) ? text : replaced(text, Zero.REPLACED);
  }

  static @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  /** For text inside JSON, where U+0000 is written as an escape. */
  static String inJson(String text) {
    return isStorable(text, Zero.KEPT) ? text : replaced(text, Zero.KEPT);
  }

  private enum Zero {
    KEPT,
    REPLACED
  }

  private static boolean isStorable(String text, Zero zero) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ((sign == 0 && zero == Zero.REPLACED) || Character.isSurrogate(sign)) {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text, Zero zero) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
              boolean lost = half || (point == 0 && zero == Zero.REPLACED);
              kept.appendCodePoint(lost ? REPLACEMENT : point);
            });
    return kept.toString();
  }
}

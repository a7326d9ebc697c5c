package id.pde.normalise;

import java.util.Locale;

/**
 * The form in which the words of a mapping and those of cells are compared: tidied, in lower case,
 * every dash as a hyphen and the sign for three points as three points, for word processors change
 * these while people type.
 */
final class WordForm {

  private WordForm() {}

  static String of(String raw) {
    String tidy = Tidy.word(raw);
    StringBuilder form = null;
    for (int i = 0; i < tidy.length(); i++) {
      char sign = tidy.charAt(i);
      boolean dash = isDash(sign);
      if (!dash && sign != '\u2026') {
        if (form != null) {
          form.append(sign);
        }
        continue;
      }
      form = form == null ? new StringBuilder(tidy.length() + 2).append(tidy, 0, i) : form;
      form.append(dash ? "-" : "...");
    }
    return (form == null ? tidy : form.toString()).toLowerCase(Locale.ROOT);
  }

  /** U+2010 to U+2015, and the minus sign. */
  private static boolean isDash(char sign) {
    return (sign >= '\u2010' && sign <= '\u2015') || sign == '\u2212';
  }
}

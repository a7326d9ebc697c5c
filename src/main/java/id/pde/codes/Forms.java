package id.pde.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forms under which a text is compared, from the closest to the loosest. */
final class Forms {

  /** Spelling before 1972 (Ejaan Suwandi) and its letters of today. */
  private static final List<Map.Entry<String, String>> OLD =
      List.of(
          Map.entry("oe", "u"),
          Map.entry("tj", "c"),
          Map.entry("dj", "j"),
          Map.entry("nj", "ny"),
          Map.entry("sj", "sy"),
          Map.entry("ch", "kh"));

  private Forms() {}

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Letters and digits in lower case; a dot where other signs part two digits. */
  static String loose(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    boolean parted = false;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      i += Character.charCount(sign);
      if (!Character.isLetterOrDigit(sign)) {
        parted = true;
        continue;
      }
      if (parted && Character.isDigit(sign) && endsInDigit(letters)) {
        letters.append('.');
      }
      parted = false;
      letters.appendCodePoint(Character.toLowerCase(sign));
    }
    return letters.toString();
  }

  private static boolean endsInDigit(StringBuilder letters) {
    return !letters.isEmpty() && Character.isDigit(letters.charAt(letters.length() - 1));
  }

  /** A code of digits and dots without its dots; else nothing. */
  static String joined(String code) {
    boolean digits = code.chars().allMatch(sign -> sign == '.' || (sign >= '0' && sign <= '9'));
    return digits ? code.replace(".", "") : "";
  }

  /** A loose form in the spelling of today. */
  static String modern(String loose) {
    String modern = loose;
    for (Map.Entry<String, String> old : OLD) {
      modern = modern.replace(old.getKey(), old.getValue());
    }
    return modern;
  }

  /** The words of a text in lower case, letters and digits only. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char sign = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(sign)) {
        word.append(Character.toLowerCase(sign));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}

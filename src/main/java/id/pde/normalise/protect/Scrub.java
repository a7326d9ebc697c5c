package id.pde.normalise.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes identifiers out of free text and leaves the rest as it is: e-mail addresses, numbers that
 * identify (NIK, family card, NPWP, NIP, NOP) and telephone numbers. Names and addresses stay:
 * nothing tells them from other words. Time grows with the length of the text.
 */
final class Scrub {

  private static final String EMAIL = "[EMAIL]";

  private Scrub() {}

  static String text(String text) {
    return numbers(mailboxes(text));
  }

  /** From each @ to the left and to the right; no sign is looked at twice. */
  private static String mailboxes(String text) {
    StringBuilder kept = null;
    int done = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      while (from > done && isLocal(text.charAt(from - 1))) {
        from--;
      }
      int to = at + 1;
      while (to < text.length() && isDomain(text.charAt(to))) {
        to++;
      }
      while (to > at + 1 && !Character.isLetterOrDigit(text.charAt(to - 1))) {
        to--;
      }
      if (from == at || text.substring(at + 1, to).indexOf('.') < 1) {
        continue;
      }
      kept = kept == null ? new StringBuilder(text.length()) : kept;
      kept.append(text, done, from).append(EMAIL);
      done = to;
      at = to - 1;
    }
    return kept == null ? text : kept.append(text, done, text.length()).toString();
  }

  private static boolean isLocal(char sign) {
    return Character.isLetterOrDigit(sign) || "._%+-".indexOf(sign) >= 0;
  }

  private static boolean isDomain(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '.' || sign == '-';
  }

  private static String numbers(String text) {
    List<Digits> groups = groups(text);
    StringBuilder kept = null;
    int done = 0;
    int at = 0;
    while (at < groups.size()) {
      Found found = NumberShapes.at(text, groups, at);
      if (found == null) {
        at++;
        continue;
      }
      kept = kept == null ? new StringBuilder(text.length()) : kept;
      kept.append(text, done, Math.max(done, found.start())).append(found.label());
      done = groups.get(found.last()).end();
      at = found.last() + 1;
    }
    return kept == null ? text : kept.append(text, done, text.length()).toString();
  }

  private static List<Digits> groups(String text) {
    List<Digits> groups = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        continue;
      }
      int start = i;
      StringBuilder digits = new StringBuilder();
      while (i < text.length() && Character.isDigit(text.charAt(i))) {
        digits.append(Character.digit(text.charAt(i), 10));
        i++;
      }
      groups.add(new Digits(start, i, digits.toString()));
    }
    return groups;
  }

  /** Digits without a gap, from start to before end; the text has 0 to 9 only. */
  record Digits(int start, int end, String text) {
    int length() {
      return end - start;
    }
  }

  /** An identifier from a position of the text to the end of a group of digits. */
  record Found(int start, int last, String label) {}
}

package id.pde.mapping;

import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code /pattern/i}.
 *
 * <p>Java's engine can need time without end, or its whole stack, for a repeated group that holds
 * another repetition or a choice. Such patterns are refused: the data that they meet come from
 * outside.
 */
final class PatternReader {

  private static final int MAX_LENGTH = 1000;

  private PatternReader() {}

  /** A pattern, or what is wrong with it. */
  record Read(@Nullable Pattern pattern, @Nullable Text fault) {}

  /** Whether the text has the form {@code /.../} or {@code /.../i}. */
  static boolean looksLike(String text) {
    return text.length() > 1 && text.startsWith("/") && text.lastIndexOf('/') > 0;
  }

  static Read read(String text) {
    int end = text.lastIndexOf('/');
    if (!text.startsWith("/") || end < 1) {
      return refused(
          Quoted.of(text) + " bukan pola; tulis di antara garis miring: \"/^jumlah/i\"",
          Quoted.of(text) + " is not a pattern; write it between slashes: \"/^total/i\"");
    }
    String flags = text.substring(end + 1);
    if (!flags.isEmpty() && !flags.equals("i")) {
      return refused(
          "sesudah garis miring penutup hanya boleh ada i, bukan " + Quoted.of(flags),
          "after the closing slash only i may stand, not " + Quoted.of(flags));
    }
    return compile(text.substring(1, end).replace("\\/", "/"), flags.isEmpty());
  }

  /** Reads a pattern that has no slashes around it. */
  static Read bare(String text) {
    return compile(text, true);
  }

  private static Read compile(String body, boolean exactCase) {
    if (body.isEmpty() || body.length() > MAX_LENGTH) {
      return refused(
          "pola harus berisi 1 sampai " + MAX_LENGTH + " tanda",
          "a pattern holds 1 to " + MAX_LENGTH + " signs");
    }
    try {
      int flags = exactCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      Pattern pattern = Pattern.compile(body, flags);
      if (new Repetition(body).nested()) {
        return refused(
            "kelompok ( ) yang diulang tidak boleh berisi pengulangan atau | lagi",
            "a repeated group ( ) may not hold a repetition or | itself");
      }
      return new Read(pattern, null);
    } catch (PatternSyntaxException fault) {
      int at = Math.max(fault.getIndex(), 0) + 1;
      return refused("pola salah pada tanda ke-" + at, "the pattern is at fault at its sign " + at);
    }
  }

  private static Read refused(String indonesian, String english) {
    return new Read(null, new Text(indonesian, english));
  }

  /** Walks over a pattern that compiles and looks for repetitions inside repetitions. */
  private static final class Repetition {

    private final String body;
    private int at;
    private boolean found;

    Repetition(String body) {
      this.body = body;
    }

    boolean nested() {
      // Groups within groups are walked by recursion; 1000 signs are at most 500 levels.
      while (at < body.length()) {
        group();
      }
      return found;
    }

    /** Walks to the end of a group; says whether it holds a repetition or a choice. */
    private boolean group() {
      boolean busy = false;
      while (at < body.length()) {
        char sign = body.charAt(at++);
        boolean inner = false;
        switch (sign) {
          case ')' -> {
            return busy;
          }
          case '\\' -> escape();
          case '[' -> charClass();
          case '|' -> {
            busy = true;
            continue;
          }
          case '(' -> inner = group();
          default -> {
            // A plain sign.
          }
        }
        boolean repeated = repeated();
        found |= repeated && inner;
        busy |= repeated || inner;
      }
      return busy;
    }

    private void escape() {
      if (at < body.length() && body.charAt(at) == 'Q') {
        int end = body.indexOf("\\E", at);
        at = end < 0 ? body.length() : end + 2;
      } else if (at < body.length()) {
        at++;
      }
    }

    private void charClass() {
      int depth = 1;
      while (at < body.length() && depth > 0) {
        char sign = body.charAt(at++);
        if (sign == '\\') {
          escape();
        } else if (sign == '[') {
          depth++;
        } else if (sign == ']') {
          depth--;
        }
      }
    }

    /** Whether what was just walked may come several times; walks over the quantifier. */
    private boolean repeated() {
      if (at >= body.length()) {
        return false;
      }
      boolean repeated = false;
      char sign = body.charAt(at);
      if (sign == '*' || sign == '+') {
        repeated = true;
        at++;
      } else if (sign == '?') {
        at++;
      } else if (sign == '{') {
        int end = body.indexOf('}', at);
        String range = body.substring(at + 1, end < 0 ? body.length() : end);
        repeated = !range.equals("1") && !range.equals("0,1");
        at = end < 0 ? body.length() : end + 1;
      }
      if (at < body.length() && at > 0 && (body.charAt(at) == '?' || body.charAt(at) == '+')) {
        char before = body.charAt(at - 1);
        if (before == '*' || before == '+' || before == '?' || before == '}') {
          at++;
        }
      }
      return repeated;
    }
  }
}

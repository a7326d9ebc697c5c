package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name patterns of {@code source.file}: {@code *} is anything, {@code ?} one sign. */
final class FileNamePattern {

  /** Blanks as programs write them into names: underscores and signs that look alike stay apart. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

  private FileNamePattern() {}

  /** Whether the name of a file speaks for a mapping, against it, or says nothing. */
  enum Verdict {
    FITS,
    OTHER,
    /** The mapping has no pattern. */
    SILENT
  }

  static Verdict of(Mapping mapping, String name) {
    List<String> patterns = mapping.source().files();
    if (patterns.isEmpty()) {
      return Verdict.SILENT;
    }
    String tidy = tidy(name);
    return patterns.stream().anyMatch(pattern -> matches(pattern, tidy))
        ? Verdict.FITS
        : Verdict.OTHER;
  }

  private static boolean matches(String pattern, String name) {
    return matches(tidy(pattern), 0, name, 0);
  }

  /** By hand and not by a regular expression: many stars must not cost time without end. */
  private static boolean matches(String pattern, int from, String name, int start) {
    int at = from;
    int here = start;
    int star = -1;
    int retry = 0;
    while (here < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = here;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(here))) {
        at++;
        here++;
      } else if (star >= 0) {
        at = star + 1;
        here = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static String tidy(String name) {
    String one = BLANKS.matcher(name).replaceAll(" ").strip();
    return Normalizer.normalize(one, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}

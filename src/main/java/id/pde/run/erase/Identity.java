package id.pde.run.erase;

import id.pde.mapping.ColumnSpec;
import id.pde.normalise.protect.Canonical;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and addresses by which a person can be erased everywhere. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Identity {
  /** 16 digits. */
  NIK(16),
  /** A family card: all rows that carry it. 16 digits. */
  KK(16),
  /** 18 digits, 9 of before 2007. */
  NIP(18, 9),
  /** 15 digits, 16 since 2022, 22 of a branch. */
  NPWP(15, 16, 22),
  /** An address of a mailbox. */
  EMAIL;

  /** What people write between digits. U+00C2 is the first byte of a hard blank in UTF-8. */
  private static final String SEPARATORS = "[ .\u00a0\u00c2-]{0,2}";

  private static final Pattern BETWEEN = Pattern.compile("[ .,'\u2019\u00a0-]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final List<Integer> lengths;

  Identity(Integer... lengths) {
    this.lengths = List.of(lengths);
  }

  /** The type of a column as mappings write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Identity> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Whether a column holds values of this sort. */
  boolean isOf(ColumnSpec column) {
    return Canonical.kind(column).equals(word());
  }

  /** The one form of a text that is such a value and nothing else. */
  public Optional<String> whole(String text) {
    if (lengths.isEmpty()) {
      String tidy = text.strip().toLowerCase(Locale.ROOT);
      int at = tidy.indexOf('@');
      return at > 0 && at == tidy.lastIndexOf('@') && tidy.indexOf(' ') < 0
          ? Optional.of(tidy)
          : Optional.empty();
    }
    if (lengths.stream().noneMatch(length -> text.length() >= length)) {
      return Optional.empty();
    }
    String bare = BETWEEN.matcher(text.strip()).replaceAll("");
    return DIGITS.matcher(bare).matches() && lengths.contains(bare.length())
        ? Optional.of(bare)
        : Optional.empty();
  }

  /** How it stands inside other text, as Java and PostgreSQL understand it. */
  String pattern(String value) {
    if (lengths.isEmpty()) {
      StringBuilder letters = new StringBuilder("(?<![0-9A-Za-z._%+-])");
      for (int i = 0; i < value.length(); i++) {
        char letter = value.charAt(i);
        char upper = Character.toUpperCase(letter);
        letters.append('[').append(quoted(letter));
        if (upper != letter) {
          letters.append(quoted(upper));
        }
        letters.append(']');
      }
      return letters.append("(?![0-9A-Za-z])").toString();
    }
    StringBuilder digits = new StringBuilder("(?<![0-9])");
    for (int i = 0; i < value.length(); i++) {
      digits.append(i == 0 ? "" : SEPARATORS).append(value.charAt(i));
    }
    return digits.append("(?![0-9])").toString();
  }

  private static String quoted(char letter) {
    return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "\\" + letter;
  }
}

package id.pde.source.layout;

import id.pde.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row 1 2 3 4 ..., (1) (2) ..., A B C ... that official tables have below their headings. */
final class NumberingRow {

  /** A number or letter, perhaps in brackets, perhaps with how it is reckoned: {@code 4=2+3}. */
  private static final Pattern TOKEN =
      Pattern.compile("\\(? ?(\\d{1,3}|[A-Za-z]{1,5}) ?\\)?\\.?( ?=.{1,40})?\\)?");

  private static final List<String> ROMAN =
      List.of(
          "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
          "xv", "xvi", "xvii", "xviii", "xix", "xx");

  /** In shorter rows, numbers out of their order may well be data. */
  private static final int LONG = 5;

  private NumberingRow() {}

  /** How sure a row is one. */
  enum Likeness {
    NO,
    /** Bare numbers or letters: a row of data can look like that, too. */
    BARE,
    /** Numbers in brackets, or reckoned from others. */
    MARKED
  }

  static Likeness of(GridRow row, List<Field> fields) {
    Counting counting = Counting.NUMBERS;
    int counted = 0;
    int offset = 0;
    int named = 0;
    boolean gaps = false;
    boolean marked = false;
    List<Integer> numbers = new ArrayList<>();
    for (Field field : fields) {
      named += field.heading().isEmpty() ? 0 : 1;
      int column = field.column() - 1;
      if (!row.filled(column)) {
        gaps |= !field.heading().isEmpty();
        continue;
      }
      String text = Tidy.line(row.text(column));
      Matcher token = TOKEN.matcher(text);
      if (!token.matches()) {
        return Likeness.NO;
      }
      String sign = token.group(1).toLowerCase(Locale.ROOT);
      if (counted == 0) {
        counting = Counting.startingWith(sign);
        // Where the first columns have no number, they may be counted nevertheless.
        offset = counting.of(sign) == named ? Math.max(0, named - 1) : 0;
      }
      numbers.add(counting.of(sign) - offset);
      marked |= text.startsWith("(") || token.group(2) != null;
      counted++;
    }
    // Parts of merged headings may go without a number, but not most of them; two letters are
    // rather data.
    boolean few =
        !isCount(numbers)
            || counted < 2
            || (gaps && (counted < 3 || 2 * counted < named))
            || (counting != Counting.NUMBERS && counted < 3);
    if (few) {
      return Likeness.NO;
    }
    return marked ? Likeness.MARKED : Likeness.BARE;
  }

  /**
   * Whether numbers count from 1. Somebody may have moved one column of a longer table together
   * with its number.
   */
  private static boolean isCount(List<Integer> numbers) {
    List<Integer> ordered = numbers.stream().sorted().toList();
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i) != i + 1) {
        return false;
      }
    }
    return ordered.equals(numbers)
        || (numbers.size() >= LONG
            && numbers.stream().anyMatch(moved -> isCount(numbers, ordered, moved)));
  }

  private static boolean isCount(List<Integer> numbers, List<Integer> ordered, Integer moved) {
    List<Integer> others = new ArrayList<>(numbers);
    others.remove(moved);
    List<Integer> rest = new ArrayList<>(ordered);
    rest.remove(moved);
    return others.equals(rest);
  }

  /** What a row counts with. */
  private enum Counting {
    NUMBERS {
      @Override
      int of(String sign) {
        return sign.charAt(0) <= '9' ? Integer.parseInt(sign) : 0;
      }
    },
    LETTERS {
      @Override
      int of(String sign) {
        return sign.length() == 1 ? sign.charAt(0) - 'a' + 1 : 0;
      }
    },
    ROMANS {
      @Override
      int of(String sign) {
        return ROMAN.indexOf(sign) + 1;
      }
    };

    abstract int of(String sign);

    static Counting startingWith(String sign) {
      if (sign.charAt(0) <= '9') {
        return NUMBERS;
      }
      return sign.equals("i") ? ROMANS : LETTERS;
    }
  }

  /**
   * Whether the row below a bare one shows that it numbers the columns: it starts to count again,
   * or holds words where a number stood, numbers or longer words where letters stood.
   */
  static boolean isConfirmed(GridRow bare, GridRow next, List<Field> fields) {
    boolean words = false;
    for (Field field : fields) {
      int column = field.column() - 1;
      if (!bare.filled(column) || !next.filled(column)) {
        continue;
      }
      String below = Tidy.line(next.text(column));
      boolean counted = isNumber(Tidy.line(bare.text(column)));
      if (!counted && below.length() == 1 && !isNumber(below)) {
        return false;
      }
      words |= !counted || !isNumber(below);
    }
    int first = fields.get(0).column() - 1;
    return words || (fields.size() >= 4 && Tidy.line(next.text(first)).equals("1"));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ((sign < '0' || sign > '9') && ".,-+ ".indexOf(sign) < 0) {
        return false;
      }
    }
    return true;
  }
}

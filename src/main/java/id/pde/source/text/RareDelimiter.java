package id.pde.source.text;

import id.pde.source.layout.GridRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether signs that stand inside of values as well were meant to divide: times have colons, and
 * names have blanks, in every record of a file with a single column.
 */
final class RareDelimiter {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

  private RareDelimiter() {}

  /**
   * @param records that the delimiter made
   */
  static boolean speaksForItself(List<GridRow> records, Dialect dialect) {
    return switch (dialect.delimiter()) {
      case ':' -> beginsWithWords(records);
      case ' ' -> beginsWithWords(records) && (quotesBlanks(records) || holdsNumbers(records));
      case '^', '~' -> records.size() > 1 && (isWide(records) || records.get(0).width() == 2);
      default -> true;
    };
  }

  /** Ranges and estimates in a single column fall into two, but their heading does not. */
  private static boolean isWide(List<GridRow> records) {
    return records.stream().anyMatch(one -> one.width() > 2);
  }

  /** The first record is one of headings: each begins with a letter, none comes twice. */
  private static boolean beginsWithWords(List<GridRow> records) {
    if (records.size() < 2) {
      return false;
    }
    GridRow first = records.get(0);
    if (first.width() < 3 || first.width() != records.get(1).width()) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < first.width(); column++) {
      String text = first.text(column);
      if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || !seen.add(text)) {
        return false;
      }
    }
    return true;
  }

  /** A blank in a field stood in quotes. */
  private static boolean quotesBlanks(List<GridRow> records) {
    return records.stream()
        .anyMatch(
            one -> {
              for (int column = 0; column < one.width(); column++) {
                if (one.text(column).strip().indexOf(' ') > 0) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Two columns or more hold nothing but numbers. */
  private static boolean holdsNumbers(List<GridRow> records) {
    int columns = 0;
    for (int column = 0; column < records.get(0).width(); column++) {
      int here = column;
      boolean numbers =
          records.stream()
              .skip(1)
              .allMatch(one -> here < one.width() && NUMBER.matcher(one.text(here)).matches());
      columns += numbers ? 1 : 0;
    }
    return columns > 1;
  }
}

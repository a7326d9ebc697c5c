package id.pde.normalise.protect;

import id.pde.normalise.protect.Scrub.Digits;
import id.pde.normalise.protect.Scrub.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which groups of digits together are an identifier. Groups belong together where one to
 * three blanks, dots or hyphens stand between them.
 *
 * <ul>
 *   <li>16 digits: NIK, family card or NPWP; 18: NIP where they begin with a year of birth, else
 *       NOP; NPWP as 15 digits or written 01.234.567.8-901.234
 *   <li>any other run of 15 digits or more: no quantity is that long
 *   <li>telephone: 08.. of 9 to 13 digits, 62.. and +62.., an area code such as 0335 with its
 *       number
 * </ul>
 *
 * <p>Sums of money (1.500.000.000.000.000), dates and years beside each other are no identifier.
 */
final class NumberShapes {

  private static final int LONG = 15;
  private static final int NIK = 16;
  private static final int NIP_OR_NOP = 18;
  private static final int GAP = 3;
  private static final String SEPARATORS = ".-\u2010\u2011\u2012\u2013";
  private static final List<Integer> NPWP = List.of(2, 3, 3, 1, 3, 3);
  private static final List<Integer> DATES = List.of(2, 2, 4, 2, 2, 4);

  private final String text;
  private final List<Digits> groups;
  private final int first;

  private NumberShapes(String text, List<Digits> groups, int first) {
    this.text = text;
    this.groups = groups;
    this.first = first;
  }

  /** The identifier that begins with a group; null: none does. */
  static @Nullable Found at(String text, List<Digits> groups, int first) {
    NumberShapes shapes = new NumberShapes(text, groups, first);
    Found found = shapes.identifier();
    return found == null ? shapes.telephone() : found;
  }

  private @Nullable Found identifier() {
    Digits group = groups.get(first);
    if (isShaped(NPWP) && hasNpwpGaps()) {
      return found(first + NPWP.size() - 1, "[NPWP]");
    }
    if (startsWithYear(group)) {
      Found nip = upTo(NIP_OR_NOP);
      if (nip != null) {
        return nip;
      }
    }
    Found nik = upTo(NIK);
    Found found = nik == null ? upTo(NIP_OR_NOP) : nik;
    if (found != null) {
      return found;
    }
    if (group.length() == LONG) {
      return found(first, "[NPWP]");
    }
    return group.length() > LONG ? found(first, "[NOMOR]") : null;
  }

  /** Groups that have so many digits together. */
  private @Nullable Found upTo(int digits) {
    int sum = 0;
    for (int last = first; isChained(last) && sum < digits; last++) {
      sum += groups.get(last).length();
      if (sum == digits && (last == first || isNumber(last))) {
        return found(last, label(digits, groups.get(first)));
      }
    }
    return null;
  }

  /** Sums of money have groups like those of an NPWP, but no hyphen inside. */
  private boolean hasNpwpGaps() {
    for (int i = 1; i < NPWP.size(); i++) {
      String gap = gap(first + i);
      boolean hyphen = !gap.equals(".") && gap.length() == 1 && SEPARATORS.contains(gap);
      if (i == 4 ? !hyphen : !gap.equals(".")) {
        return false;
      }
    }
    return true;
  }

  /** What stands before a group. */
  private String gap(int index) {
    return text.substring(groups.get(index - 1).end(), groups.get(index).start());
  }

  private static String label(int digits, Digits group) {
    if (digits == NIK) {
      return "[NIK]";
    }
    return startsWithYear(group) ? "[NIP]" : "[NOP]";
  }

  private static boolean startsWithYear(Digits group) {
    return group.text().startsWith("19") || group.text().startsWith("20");
  }

  /** Groups from the first to the last that are no sum of money, no dates, no years. */
  private boolean isNumber(int last) {
    Digits group = groups.get(first);
    if (group.length() < 2 || group.text().charAt(0) == '0') {
      return false;
    }
    boolean years = isYear(group);
    for (int i = first + 1; i <= last; i++) {
      years &= isYear(groups.get(i));
    }
    return !years && !isMoney(last) && !isShaped(DATES);
  }

  /** Amounts beside each other, each with its thousands behind dots; the last may be cut off. */
  private boolean isMoney(int last) {
    int thousands = 0;
    for (int i = first; i <= last; i++) {
      int length = groups.get(i).length();
      boolean begins = i == first || gap(i).isBlank();
      if (begins && i > first && thousands == 0) {
        return false;
      }
      if (begins ? length > 3 : length != 3 || !gap(i).equals(".")) {
        return false;
      }
      thousands = begins ? 0 : thousands + 1;
    }
    return last > first;
  }

  private static boolean isYear(Digits group) {
    return group.length() == 4 && (group.text().startsWith("19") || group.text().startsWith("20"));
  }

  private boolean isShaped(List<Integer> lengths) {
    for (int i = 0; i < lengths.size(); i++) {
      if (!isChained(first + i) || groups.get(first + i).length() != lengths.get(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Found telephone() {
    Digits group = groups.get(first);
    String digits = group.text();
    int start = group.start();
    if (start > 0 && text.charAt(start - 1) == '+') {
      return number(9, 15, start - 1);
    }
    if (digits.startsWith("628") || (digits.equals("62") && next().startsWith("8"))) {
      return number(10, 15, start);
    }
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return null;
    }
    if (digits.charAt(1) == '8') {
      return number(9, 13, start);
    }
    boolean area = digits.charAt(1) >= '2' && (digits.length() <= 4 || digits.length() >= 9);
    return area ? number(9, 12, start) : null;
  }

  /** The digits after the first group, where they belong to it. */
  private String next() {
    return isChained(first + 1) ? groups.get(first + 1).text() : "";
  }

  /** As many groups as are needed, and the ones behind them that are no small number. */
  private @Nullable Found number(int least, int most, int start) {
    int sum = 0;
    int last = first - 1;
    while (isChained(last + 1)) {
      int length = groups.get(last + 1).length();
      if (sum + length > most || (sum >= least && length < 3 && !goesOn(last + 1))) {
        break;
      }
      sum += length;
      last++;
    }
    if (sum < least) {
      return null;
    }
    boolean bracket = start > 0 && text.charAt(start - 1) == '(';
    return new Found(bracket ? start - 1 : start, last, "[TELEPON]");
  }

  /** Whether a small number is written like the end of what stands before it: 0812-0000-123-4. */
  private boolean goesOn(int index) {
    String gap = gap(index);
    return index - 1 > first && !gap.isBlank() && gap.equals(gap(index - 1));
  }

  /** Whether a group is the first one, or follows the one before it closely. */
  private boolean isChained(int index) {
    if (index == first) {
      return true;
    }
    if (index >= groups.size()) {
      return false;
    }
    int from = groups.get(index - 1).end();
    int to = groups.get(index).start();
    if (to - from > GAP) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isSeparator(text.charAt(i), index)) {
        return false;
      }
    }
    return true;
  }

  /** The bracket behind an area code is one, too. */
  private boolean isSeparator(char sign, int index) {
    return (Character.isSpaceChar(sign) && sign != '\u2028' && sign != '\u2029')
        || sign == '\t'
        || SEPARATORS.indexOf(sign) >= 0
        || Character.getType(sign) == Character.FORMAT
        || (sign == ')' && index == first + 1);
  }

  private Found found(int last, String label) {
    return new Found(groups.get(first).start(), last, label);
  }
}

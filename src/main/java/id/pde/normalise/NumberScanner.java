package id.pde.normalise;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers that a text can mean. The result stays in the scanner until the next text, so
 * that an ordinary number costs no object.
 */
final class NumberScanner {

  /** What a text means. */
  enum Verdict {
    /** No number. */
    NONE,
    /** One number. */
    ONE,
    /** One number, but only with the mark that the mapping does not declare. */
    OTHER_MARK,
    /** Two numbers: 1.234 without a declared mark. */
    TWO,
    /** 1,23E+15: shortened for showing, its last digits are gone. */
    SHORTENED
  }

  /** BigDecimal needs quadratic time; no number of a delivery has as many digits. */
  private static final int LONGEST = 400;

  private static final char NO_MARK = '\uFFFF';

  private final char mark;
  private final char group;
  private final NumberBody body = new NumberBody();
  private long digits;
  private int places;
  private @Nullable BigDecimal value;
  private @Nullable BigDecimal other;

  /** With the decimal mark that is declared, or null. */
  NumberScanner(@Nullable Character decimal) {
    mark = decimal == null ? NO_MARK : decimal;
    group = decimal == null ? NO_MARK : decimal == ',' ? '.' : ',';
  }

  /** The digits of the number that {@link #quick} read, without a mark. */
  long digits() {
    return digits;
  }

  /** How many of the digits stand behind the mark. */
  int places() {
    return places;
  }

  BigDecimal value() {
    return Objects.requireNonNull(value);
  }

  /** The second reading of {@link Verdict#TWO}. */
  BigDecimal other() {
    return Objects.requireNonNull(other);
  }

  /**
   * Reads a number in the declared form of at most 18 digits: whether the text is one. Everything
   * else is for {@link #careful}.
   */
  boolean quick(String raw) {
    int length = raw.length();
    int start = length > 0 && raw.charAt(0) == '-' ? 1 : 0;
    if (length == start || length > 26) {
      return false;
    }
    long number = 0;
    int count = 0;
    int run = 0;
    boolean grouped = false;
    boolean marked = false;
    for (int i = start; i < length; i++) {
      char sign = raw.charAt(i);
      if (sign >= '0' && sign <= '9') {
        number = number * 10 + (sign - '0');
        count++;
        run++;
      } else if (sign == mark && !marked && run > 0 && (!grouped || run == 3)) {
        marked = true;
        run = 0;
      } else if (sign == group && !marked && startsOrContinues(run, grouped, raw.charAt(start))) {
        grouped = true;
        run = 0;
      } else {
        return false;
      }
    }
    if (run == 0 || count > 18 || (grouped && !marked && run != 3)) {
      return false;
    }
    digits = start == 1 ? -number : number;
    places = marked ? run : 0;
    return true;
  }

  private static boolean startsOrContinues(int run, boolean grouped, char first) {
    return grouped ? run == 3 : run >= 1 && run <= 3 && first != '0';
  }

  /** Reads any number that people and programs write. */
  Verdict careful(String raw) {
    value = null;
    other = null;
    if (raw.length() > LONGEST || !body.strip(Tidy.word(raw))) {
      return Verdict.NONE;
    }
    BigDecimal comma = body.read(',');
    BigDecimal dot = body.read('.');
    if (comma == null && dot == null) {
      return Verdict.NONE;
    }
    if (body.shortened()) {
      return Verdict.SHORTENED;
    }
    return mark == NO_MARK ? undeclared(comma, dot) : declared(comma, dot);
  }

  private Verdict declared(@Nullable BigDecimal comma, @Nullable BigDecimal dot) {
    BigDecimal asDeclared = mark == ',' ? comma : dot;
    value = asDeclared != null ? asDeclared : mark == ',' ? dot : comma;
    return asDeclared != null ? Verdict.ONE : Verdict.OTHER_MARK;
  }

  private Verdict undeclared(@Nullable BigDecimal comma, @Nullable BigDecimal dot) {
    value = comma != null ? comma : dot;
    if (comma == null || dot == null || comma.compareTo(dot) == 0) {
      return Verdict.ONE;
    }
    other = dot;
    return Verdict.TWO;
  }
}

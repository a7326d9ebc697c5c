package id.pde.normalise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The digits and marks of a number, without what people write around them: {@code Rp}, signs,
 * brackets, {@code ,-}, a percent sign.
 */
final class NumberBody {

  private static final char NONE = 0;

  private String text = "";
  private int from;
  private int to;
  private boolean signed;
  private boolean negative;
  private boolean currency;
  private boolean percent;
  private boolean quoted;
  private char closingMark;
  private int exponent;
  private boolean scientific;
  private boolean shortened;

  /** Takes off what stands around the digits: whether what is left can be a number. */
  boolean strip(String tidy) {
    text = tidy;
    from = 0;
    to = tidy.length();
    signed = false;
    negative = false;
    currency = false;
    percent = false;
    quoted = false;
    closingMark = NONE;
    exponent = 0;
    scientific = false;
    shortened = false;
    while (from < to && (stripBlanks() || stripFront() || stripBack())) {
      // Each turn takes off one thing; each of them may stand there once.
    }
    return from < to && splitExponent() && onlyDigitsAndMarks();
  }

  private boolean stripBlanks() {
    int before = to - from;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) == ' ') {
      to--;
    }
    return to - from < before;
  }

  private boolean stripFront() {
    char sign = text.charAt(from);
    // Spreadsheets mark a number kept as text with an apostrophe.
    if (!quoted && from == 0 && (sign == '\'' || sign == '\u2019')) {
      quoted = true;
      from++;
      return true;
    }
    if (!signed && (sign == '+' || isMinus(sign))) {
      signed = true;
      negative = sign != '+';
      from++;
      return true;
    }
    if (!signed && sign == '(' && text.charAt(to - 1) == ')') {
      signed = true;
      negative = true;
      from++;
      to--;
      return true;
    }
    return !currency && stripCurrency();
  }

  private boolean stripCurrency() {
    int length =
        text.regionMatches(true, from, "Rp", 0, 2)
            ? 2
            : text.regionMatches(true, from, "IDR", 0, 3) ? 3 : 0;
    if (length == 0 || from + length >= to) {
      return false;
    }
    currency = true;
    from += length;
    if (text.charAt(from) == '.') {
      from++;
    }
    return true;
  }

  private boolean stripBack() {
    char sign = text.charAt(to - 1);
    if (sign == '%' && !percent) {
      percent = true;
      to--;
      return true;
    }
    if (!isMinus(sign)) {
      return false;
    }
    int digitsEnd = to - 1;
    if (digitsEnd > from && isMinus(text.charAt(digitsEnd - 1))) {
      digitsEnd--;
    }
    if (digitsEnd > from && isMark(text.charAt(digitsEnd - 1))) {
      // Rp 1.234,- : the mark before the dash is the decimal mark.
      return stripClosing(digitsEnd - 1);
    }
    if (signed || digitsEnd != to - 1) {
      return false;
    }
    signed = true;
    negative = true;
    to--;
    return true;
  }

  private boolean stripClosing(int position) {
    if (closingMark != NONE) {
      return false;
    }
    closingMark = text.charAt(position);
    to = position;
    return true;
  }

  private boolean splitExponent() {
    int cut = -1;
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      if (sign == 'e' || sign == 'E') {
        cut = i;
        break;
      }
    }
    if (cut < 0) {
      return true;
    }
    int start = cut + 1;
    boolean minus = start < to && isMinus(text.charAt(start));
    if (minus || (start < to && text.charAt(start) == '+')) {
      start++;
    }
    if (start >= to || to - start > 3) {
      return false;
    }
    int size = 0;
    for (int i = start; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
      size = size * 10 + (text.charAt(i) - '0');
    }
    scientific = true;
    exponent = minus ? -size : size;
    to = cut;
    return from < to && size <= 400;
  }

  private boolean onlyDigitsAndMarks() {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      digit |= isDigit(sign);
      if (!isDigit(sign) && !isMark(sign) && !isNeutralGroup(sign)) {
        return false;
      }
    }
    return digit;
  }

  /** Whether an exponent hides digits: 3,57E+15 shows 3 of 16. */
  boolean shortened() {
    return shortened;
  }

  /** The number under this decimal mark, or null where the text is none. */
  @Nullable BigDecimal read(char mark) {
    if (closingMark != NONE && closingMark != mark) {
      return null;
    }
    int end = to;
    int markAt = -1;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == mark) {
        markAt = i;
        break;
      }
    }
    if (markAt >= 0) {
      if (closingMark != NONE || !allDigits(markAt + 1, to)) {
        return null;
      }
      end = markAt;
    }
    boolean headless = markAt == from;
    if (!headless && !isWhole(end)) {
      return null;
    }
    return number(end, markAt);
  }

  private @Nullable BigDecimal number(int end, int markAt) {
    StringBuilder plain = new StringBuilder(to - from + 1);
    plain.append(negative ? "-" : "");
    for (int i = from; i < end; i++) {
      if (isDigit(text.charAt(i))) {
        plain.append(text.charAt(i));
      }
    }
    boolean grouped = plain.length() - (negative ? 1 : 0) < end - from;
    if (scientific && grouped) {
      return null;
    }
    int places = 0;
    if (markAt >= 0) {
      plain.append(text, markAt + 1, to);
      places = to - markAt - 1;
    }
    // 1E+05 and 3,57E+15 do not say what their last digits were; 1.2345E4 and 9E-05 do.
    shortened |= scientific && exponent > places;
    return new BigDecimal(plain.toString()).movePointLeft(places).scaleByPowerOfTen(exponent);
  }

  /** Digits alone, or groups of three behind a first group of one to three. */
  private boolean isWhole(int end) {
    char group = NONE;
    int run = 0;
    for (int i = from; i < end; i++) {
      char sign = text.charAt(i);
      if (isDigit(sign)) {
        run++;
        continue;
      }
      boolean first = group == NONE;
      if (first && (run < 1 || run > 3 || text.charAt(from) == '0')) {
        return false;
      }
      if (!first && (run != 3 || sign != group)) {
        return false;
      }
      group = sign;
      run = 0;
    }
    return run > 0 && (group == NONE || run == 3);
  }

  private boolean allDigits(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static boolean isMark(char sign) {
    return sign == '.' || sign == ',';
  }

  /** Groups may also be parted by a blank or an apostrophe: neither says which mark is decimal. */
  private static boolean isNeutralGroup(char sign) {
    return sign == ' ' || sign == '\'' || sign == '\u2019';
  }

  /** Hyphens and dashes, as word processors put them in place of the minus. */
  private static boolean isMinus(char sign) {
    return sign == '-'
        || sign == '\u2212'
        || sign == '\u2010'
        || sign == '\u2011'
        || sign == '\u2012'
        || sign == '\u2013'
        || sign == '\u2014'
        || sign == '\uFE63'
        || sign == '\uFF0D';
  }
}

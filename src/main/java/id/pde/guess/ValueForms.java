package id.pde.guess;

import id.pde.model.Cell;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the values of one field are written: what types alone do not tell. */
final class ValueForms {

  private static final Pattern PHONE = Pattern.compile("(\\+62|62|0)[ -]?8\\d([ -]?\\d){6,10}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");
  private static final Pattern HUNDREDTHS = Pattern.compile("\\d[.,]00\\)?$");
  private static final Pattern ZEROS = Pattern.compile("0{2,}");

  private static final Pattern PERSON_INSIDE =
      Pattern.compile("(?<!\\d)(\\d{16}|(\\+62|62|0)8\\d{2}[ -]?\\d{3,4}[ -]?\\d{3,5})(?!\\d)");

  private long inside;
  private long leadingZeros;
  private long longNumbers;
  private long phones;
  private long emails;
  private long sixteen;
  private long eighteen;
  private long shownZeros;
  private long digitsOnly;
  private long hundredths;
  private long fractionCells;
  private int longest;

  void see(String tidy, Cell cell) {
    longest = Math.max(longest, tidy.length());
    boolean digits = digits(tidy);
    hundredths += cell instanceof Cell.Words && HUNDREDTHS.matcher(tidy).find() ? 1 : 0;
    digitsOnly += digits ? 1 : 0;
    if (digits) {
      leadingZeros += tidy.length() > 1 && tidy.charAt(0) == '0' ? 1 : 0;
      longNumbers += tidy.length() > 15 ? 1 : 0;
    }
    if (tidy.length() > 8 && startsAsPhone(tidy.charAt(0)) && PHONE.matcher(tidy).matches()) {
      phones++;
    } else if (tidy.indexOf('@') > 0 && EMAIL.matcher(tidy).matches()) {
      emails++;
    }
    int length = digits ? tidy.length() : tidy.charAt(0) == '\'' ? digitsBehind(tidy) : 0;
    sixteen += length == 16 ? 1 : 0;
    eighteen += length == 18 ? 1 : 0;
    inside += tidy.length() > 24 && PERSON_INSIDE.matcher(tidy).find() ? 1 : 0;
    fractionCells += cell instanceof Cell.Numeric && tidy.indexOf('.') > 0 ? 1 : 0;
    if (cell instanceof Cell.Numeric number && number.format() != null) {
      shownZeros += ZEROS.matcher(number.format().toUpperCase(Locale.ROOT)).matches() ? 1 : 0;
    }
  }

  private static boolean startsAsPhone(char sign) {
    return sign == '0' || sign == '6' || sign == '+';
  }

  /** How many digits follow an apostrophe, by which Excel marks text; 0: something else does. */
  private static int digitsBehind(String text) {
    return digits(text.substring(1)) ? text.length() - 1 : 0;
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** How many cells hold a number that is not whole, which has no zeros at its end. */
  long fractionCells() {
    return fractionCells;
  }

  /** How many whole numbers are written with two places: 250.000,00. */
  long hundredths() {
    return hundredths;
  }

  /** Digits with a 0 in front, which a number would lose. */
  long leadingZeros() {
    return leadingZeros;
  }

  /** Values of digits alone. */
  long digitsOnly() {
    return digitsOnly;
  }

  /** More than 15 digits: no amount, and more than Excel keeps. */
  long longNumbers() {
    return longNumbers;
  }

  /** Longer texts with the number of a person or a telephone in them. */
  long inside() {
    return inside;
  }

  long phones() {
    return phones;
  }

  long emails() {
    return emails;
  }

  /** As long as a NIK, a family card or a NPWP. */
  long sixteen() {
    return sixteen;
  }

  /** As long as a NIP. */
  long eighteen() {
    return eighteen;
  }

  /** Numbers whose format shows zeros in front. */
  long shownZeros() {
    return shownZeros;
  }

  int longest() {
    return longest;
  }
}

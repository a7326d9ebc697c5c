package id.pde.normalise;

import id.pde.model.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mobile numbers 08 and 8 to 11 digits more, others an area code and a number; +62 and 62 become 0.
 * Nothing decides their form, so that no deviation rejects.
 */
record Phone(IdentifierFaults faults) implements IdentifierShape {

  private static final Pattern MARKS = Pattern.compile("[ .()'\u2019\u2010-\u2013-]");
  private static final Pattern SEVERAL =
      Pattern.compile("\\d{4}\\D{0,9}([/,;&]|\\batau\\b|\\bdan\\b)\\D{0,9}\\d{4}");

  /** Of one number, with the code of its country (ITU-T E.164). */
  private static final int MOST_DIGITS = 15;

  private static final Pattern ABROAD = Pattern.compile("\\+?62(?=[1-9]\\d{7,11}$)");
  private static final Pattern KNOWN = Pattern.compile("08\\d{8,11}|0[2-79]\\d{7,10}");
  private static final Pattern WITHOUT_ZERO = Pattern.compile("8\\d{8,11}");

  @Override
  public @Nullable String read(String tidy, Findings findings) {
    if (SEVERAL.matcher(tidy).find() || DigitText.of(tidy).digits().length() > MOST_DIGITS) {
      findings.warn(
          faults.of(
              "several",
              new Text("berisi beberapa nomor telepon", "holds several telephone numbers")));
      return tidy;
    }
    String digits = MARKS.matcher(tidy).replaceAll("");
    String number = ABROAD.matcher(digits).replaceFirst("0").replaceFirst("^\\+?620", "0");
    if (KNOWN.matcher(number).matches()) {
      return number;
    }
    boolean withoutZero = WITHOUT_ZERO.matcher(number).matches();
    findings.warn(
        withoutZero
            ? faults.of(
                "zero",
                new Text(
                    "kehilangan angka 0 di depan, seperti di sel angka",
                    "has lost its leading 0, as in a number cell"))
            : faults.of(
                "shape",
                new Text(
                    "bukan bentuk nomor telepon yang dikenal",
                    "is no known form of a telephone number")));
    return DigitText.of(tidy).plain() ? number : tidy;
  }
}

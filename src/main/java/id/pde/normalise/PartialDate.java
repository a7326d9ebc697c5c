package id.pde.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of which a part is missing: {@code 17 Agustus}, {@code Agustus 2019}, {@code 2019}. */
final class PartialDate {

  private static final Pattern FORM =
      Pattern.compile(
          "'?(?:\\d{4}|\\d{4}-\\d{2}|\\d{1,2}[-/]\\d{4}"
              + "|(?:\\d{1,2}[-/. ]{1,2})?(?<month>\\p{L}{3,9})\\.?(?:[-/. ]{1,2}\\d{4})?)");

  private PartialDate() {}

  static boolean is(String tidy) {
    Matcher matcher = FORM.matcher(tidy);
    if (!matcher.matches()) {
      return false;
    }
    String month = matcher.group("month");
    return month == null || MonthNames.month(month) > 0;
  }
}

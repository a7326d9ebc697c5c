package id.pde.normalise;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * 15 digits; 16 since PMK 112/PMK.03/2022, a NIK or a zero and the 15 of before; 22 of a branch
 * (NITKU).
 */
record Taxpayer(IdentifierFaults faults) implements IdentifierShape {

  private static final int LENGTH = 16;
  private static final int OLD_LENGTH = 15;
  private static final int BRANCH_LENGTH = 22;

  /** Digits that the last of them checks, by the method of Luhn. */
  private static final int CHECKED = 9;

  @Override
  public @Nullable String read(String digits, Findings findings) {
    int length = digits.length();
    if (length != LENGTH && length != OLD_LENGTH && length != BRANCH_LENGTH) {
      findings.invalid(faults.length(length, "15, 16 or 22"));
      return null;
    }
    boolean old = length == OLD_LENGTH || digits.charAt(0) == '0';
    String checked = length == OLD_LENGTH ? digits : digits.substring(1);
    if (old && !isLuhn(checked)) {
      findings.warn(
          faults.of(
              "check-digit",
              new Text(
                  "tidak cocok dengan angka pemeriksanya (angka ke-9 dari 15)",
                  "does not fit its check digit (the 9th of 15)")));
    }
    return digits;
  }

  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < CHECKED; i++) {
      int digit = digits.charAt(CHECKED - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}

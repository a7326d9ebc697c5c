package id.pde.normalise;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * 18 digits since Perka BKN 22/2007: day of birth (8), month of entry (6), 1 for men or 2 for
 * women, serial (3); 9 digits before.
 */
record CivilServant(IdentifierFaults faults) implements IdentifierShape {

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 9;

  /** In place of the month of entry, for contract staff (PPPK). */
  private static final int CONTRACT = 21;

  @Override
  public @Nullable String read(String digits, Findings findings) {
    if (digits.length() == OLD_LENGTH) {
      findings.warn(
          faults.of(
              "old",
              new Text(
                  "adalah NIP lama 9 angka, dari sebelum 2007",
                  "is an old NIP of 9 digits, from before 2007")));
      return digits;
    }
    Fault fault = fault(digits);
    if (fault != null) {
      findings.invalid(fault);
      return null;
    }
    int month = DigitText.pair(digits, 12);
    if ((month < 1 || month > 12) && month != CONTRACT) {
      findings.warn(
          faults.of(
              "start",
              new Text(
                  "memuat bulan pengangkatan yang tidak ada (angka ke-13 dan ke-14)",
                  "holds a month of entry that does not exist (digits 13 and 14)")));
    }
    return digits;
  }

  private @Nullable Fault fault(String digits) {
    if (digits.length() != LENGTH) {
      return faults.length(digits.length(), "18 or 9");
    }
    int year = 100 * DigitText.pair(digits, 0) + DigitText.pair(digits, 2);
    int month = DigitText.pair(digits, 4);
    int day = DigitText.pair(digits, 6);
    boolean born =
        year >= 1900
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= DateParts.length(year, month);
    if (!born) {
      return faults.of(
          "birth",
          new Text(
              "memuat tanggal lahir yang tidak ada (8 angka pertama)",
              "holds a day of birth that does not exist (the first 8 digits)"));
    }
    char sex = digits.charAt(14);
    if (sex != '1' && sex != '2') {
      return faults.of(
          "sex",
          new Text(
              "memuat angka ke-15 selain 1 (pria) dan 2 (wanita)",
              "holds a 15th digit other than 1 (man) and 2 (woman)"));
    }
    return digits.endsWith("000") ? faults.damaged() : null;
  }
}

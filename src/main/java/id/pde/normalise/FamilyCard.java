package id.pde.normalise;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * 16 digits: region (6), day of issue (6), serial (4). Nothing decides it, so that no deviation
 * rejects; but it is as long as a NIK, and the two columns get exchanged.
 */
record FamilyCard(IdentifierFaults faults) implements IdentifierShape {

  private static final int LENGTH = 16;

  @Override
  public @Nullable String read(String tidy, Findings findings) {
    DigitText found = DigitText.of(tidy);
    if (!found.plain()) {
      findings.warn(faults.characters(tidy, found.other() == DigitText.Other.LETTER_O));
      return tidy;
    }
    String digits = found.digits();
    if (digits.length() != LENGTH) {
      findings.warn(faults.length(digits.length(), "16"));
      return digits;
    }
    int day = DigitText.pair(digits, 6);
    int month = DigitText.pair(digits, 8);
    int year = 2000 + DigitText.pair(digits, 10);
    boolean isMonth = month >= 1 && month <= 12;
    if (isMonth && day > 40 && day - 40 <= DateParts.length(year, month)) {
      findings.warn(
          faults.of(
              "nik",
              new Text(
                  "tampak seperti NIK perempuan, bukan No. KK",
                  "looks like the NIK of a woman, not like a family card number")));
    } else if (!isMonth || day < 1 || day > DateParts.length(year, month)) {
      findings.warn(
          faults.of(
              "date",
              new Text(
                  "memuat tanggal terbit yang tidak ada (angka ke-7 sampai ke-12)",
                  "holds a day of issue that does not exist (digits 7 to 12)")));
    }
    return digits;
  }
}

package id.pde.normalise;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * 18 digits: province (2), city (2), kecamatan (3), kelurahan (3), block (3), serial (4), kind (1:
 * 0 alone, 7 of the system SISTEP, 9 shared). The parts of the region follow numbers like those of
 * BPS.
 */
record TaxObject(IdentifierFaults faults) implements IdentifierShape {

  private static final int LENGTH = 18;
  private static final String KINDS = "079";

  @Override
  public @Nullable String read(String digits, Findings findings) {
    if (digits.length() != LENGTH) {
      findings.invalid(faults.length(digits.length(), "18"));
      return null;
    }
    if (!digits.startsWith(CityRegion.CODE)) {
      findings.warn(
          faults.of(
              "region",
              new Text(
                  "bukan objek di Kota Probolinggo (35.74)",
                  "is no object in Kota Probolinggo (35.74)")));
    }
    if (KINDS.indexOf(digits.charAt(LENGTH - 1)) < 0) {
      findings.warn(
          faults.of(
              "kind",
              new Text(
                  "berakhir dengan kode khusus selain 0, 7 dan 9",
                  "ends in a kind other than 0, 7 and 9")));
    }
    return digits;
  }
}

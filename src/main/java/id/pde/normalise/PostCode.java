package id.pde.normalise;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** 5 digits. */
record PostCode(IdentifierFaults faults) implements IdentifierShape {

  private static final int LENGTH = 5;

  @Override
  public @Nullable String read(String digits, Findings findings) {
    if (digits.length() != LENGTH) {
      findings.invalid(faults.length(digits.length(), "5"));
      return null;
    }
    if (!CityRegion.hasPostCode(digits)) {
      findings.warn(
          faults.of(
              "city",
              new Text(
                  "bukan kode pos Kota Probolinggo (67211 sampai 67239)",
                  "is no post code of Kota Probolinggo (67211 to 67239)")));
    }
    return digits;
  }
}

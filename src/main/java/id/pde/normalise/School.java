package id.pde.normalise;

import id.pde.model.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 8 digits of which the first is 2, 6 or 7; or P or K, for courses and the like, and 7 digits. */
record School(IdentifierFaults faults) implements IdentifierShape {

  private static final Pattern KNOWN = Pattern.compile("[267]\\d{7}|[PK]\\d{7}");

  @Override
  public @Nullable String read(String tidy, Findings findings) {
    DigitText found = DigitText.of(tidy);
    String value = found.plain() ? found.digits() : tidy.toUpperCase(Locale.ROOT);
    if (!KNOWN.matcher(value).matches()) {
      findings.warn(
          faults.of(
              "shape",
              new Text(
                  "bukan bentuk NPSN yang dikenal: 8 angka, atau P atau K dan 7 angka",
                  "is no known form of an NPSN: 8 digits, or P or K and 7 digits")));
    }
    return value;
  }
}

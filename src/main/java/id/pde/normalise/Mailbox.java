package id.pde.normalise;

import id.pde.model.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Local part, at sign and domain (RFC 5321, 4.1.2); quoted local parts are nobody's. */
record Mailbox(IdentifierFaults faults) implements IdentifierShape {

  private static final int LONGEST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,63}");

  @Override
  public @Nullable String read(String tidy, Findings findings) {
    if (tidy.length() > LONGEST || !FORM.matcher(tidy).matches()) {
      findings.invalid(
          faults.of(
              "shape",
              new Text(
                  "bukan alamat surel seperti nama@contoh.go.id",
                  "is no e-mail address such as nama@contoh.go.id")));
      return null;
    }
    // Only the domain is the same in any case.
    int at = tidy.lastIndexOf('@');
    return tidy.substring(0, at) + tidy.substring(at).toLowerCase(Locale.ROOT);
  }
}

package id.pde.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The span that data speak of, in its canonical form: 2024, 2024-S2, 2024-Q1, 2024-03, 2024-03-31.
 */
public record Period(String text) {

  private static final Pattern FORM =
      Pattern.compile("\\d{4}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?))?");

  /** The period in its canonical form, or empty where the text is not one. */
  public static Optional<Period> parse(String text) {
    String tidy = text.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(tidy).matches() ? Optional.of(new Period(tidy)) : Optional.empty();
  }
}

package id.pde.route.door;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a key as ssh-keygen does: SHA256 and 43 signs. */
final class Fingerprint {

  private static final Pattern SHORT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");

  /** As openssl writes it. */
  private static final Pattern PAIRS =
      Pattern.compile(
          "(?:SHA-?256(?: Fingerprint)?[:=])?((?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2})",
          Pattern.CASE_INSENSITIVE);

  private Fingerprint() {}

  static String of(byte[] key) {
    return shown(Digests.sha256().digest(key));
  }

  /** A fingerprint as it is compared, from what ssh-keygen or openssl writes; null: it is none. */
  static @Nullable String parse(String written) {
    if (SHORT.matcher(written).matches()) {
      return written.replace("=", "");
    }
    var pairs = PAIRS.matcher(written);
    return pairs.matches()
        ? shown(HexFormat.ofDelimiter(":").parseHex(pairs.group(1).toLowerCase(Locale.ROOT)))
        : null;
  }

  private static String shown(byte[] digest) {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }
}

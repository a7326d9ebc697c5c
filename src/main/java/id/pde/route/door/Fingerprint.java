package id.pde.route.door;

import java.util.Base64;

/** Names a key as ssh-keygen does: SHA256 and 43 signs. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(byte[] key) {
    byte[] digest = Digests.sha256().digest(key);
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }
}

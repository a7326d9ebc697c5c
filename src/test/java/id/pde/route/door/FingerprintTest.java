package id.pde.route.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Fingerprints as people copy them from a terminal. */
class FingerprintTest {

  private static final String PAIRS =
      "68:06:CF:0D:6E:0A:24:DB:02:9D:FD:36:3F:FB:73:07:04:F1:3F:C7:EE:D2:6A:7D:44:5B:2B:03:35:5F:39:B4";
  private static final String SHORT = "SHA256:aAbPDW4KJNsCnf02P/tzBwTxP8fu0mp9RFsrAzVfObQ";

  @Test
  void takesWhatSshKeygenWrites() {
    assertThat(Fingerprint.parse(SHORT)).isEqualTo(SHORT);
    assertThat(Fingerprint.parse(SHORT + "=")).isEqualTo(SHORT);
  }

  @Test
  void takesWhatOpensslWrites() {
    assertThat(Fingerprint.parse("SHA256:" + PAIRS)).isEqualTo(SHORT);
    assertThat(Fingerprint.parse("sha256 Fingerprint=" + PAIRS)).isEqualTo(SHORT);
    assertThat(Fingerprint.parse(PAIRS.toLowerCase(Locale.ROOT))).isEqualTo(SHORT);
  }

  @Test
  void takesNothingElse() {
    assertThat(Fingerprint.parse("SHA256:" + PAIRS.substring(3))).isNull();
    assertThat(Fingerprint.parse("SHA256:abc")).isNull();
    assertThat(Fingerprint.parse("MD5:" + PAIRS)).isNull();
  }
}

package id.pde.warehouse.ask;

import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password of a login that PDE makes for itself. It follows from that of PDE, so that all nodes
 * of a deployment share it and none has to keep it.
 */
final class OwnPassword {

  private final byte[] own = new byte[32];

  OwnPassword() {
    new SecureRandom().nextBytes(own);
  }

  Password of(Connections pde, String login) {
    String ofPde = pde.settings().password().reveal();
    byte[] secret = ofPde.isEmpty() ? own : ofPde.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] digest = mac.doFinal(login.getBytes(StandardCharsets.UTF_8));
      return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java has HmacSHA256", absent);
    }
  }
}

package id.pde.route.door;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the certificates that a route names by their fingerprints; where it names none, those that
 * the machine trusts.
 */
final class PinnedCertificates implements X509TrustManager {

  private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

  private final List<String> fingerprints;
  private @Nullable String refused;

  PinnedCertificates(List<String> fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** The certificate that was shown and is none of them; empty: none was. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  SSLContext context() throws GeneralSecurityException {
    return trusting(SSLContext.getInstance("TLS"));
  }

  /**
   * One whose sessions of TLS 1.2 servers remember themselves: Java takes no ticket that is good
   * for longer than a week, and some servers give only such.
   */
  SSLContext contextWithoutTickets() throws GeneralSecurityException {
    // Java asks for it when a context is made, and nowhere else.
    synchronized (PinnedCertificates.class) {
      String before = System.getProperty(TICKETS);
      System.setProperty(TICKETS, "false");
      try {
        return trusting(SSLContext.getInstance("TLS"));
      } finally {
        if (before == null) {
          System.clearProperty(TICKETS);
        } else {
          System.setProperty(TICKETS, before);
        }
      }
    }
  }

  private SSLContext trusting(SSLContext context) throws GeneralSecurityException {
    context.init(null, fingerprints.isEmpty() ? machine() : new TrustManager[] {this}, null);
    return context;
  }

  private static TrustManager[] machine() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return factory.getTrustManagers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    String shown = Fingerprint.of(chain[0].getEncoded());
    if (!fingerprints.contains(shown)) {
      refused = shown;
      throw new CertificateException("another certificate than the route names");
    }
    chain[0].checkValidity();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("PDE is no server here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

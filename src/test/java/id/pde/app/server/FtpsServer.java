package id.pde.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;

/**
 * A real FTPS server that shows one folder under a certificate that nobody signed; the user is pde.
 */
final class FtpsServer implements AutoCloseable {

  /** How a server speaks TLS. */
  enum Manner {
    /** After AUTH TLS; each data connection as it likes. */
    EXPLICIT("TLSv1.2", false, false),
    /** Each data connection has to go on in a session that is known. */
    ONE_SESSION("TLSv1.2", false, true),
    ONE_SESSION_OF_TLS_1_3("TLSv1.3", false, true),
    /** It gives no ticket that Java takes, and remembers sessions of those who ask for none. */
    ONE_SESSION_WITHOUT_TICKETS("TLSv1.2", false, true),
    /** From the first byte on. */
    IMPLICIT("TLSv1.2", true, true);

    private final String protocol;
    private final boolean implicit;
    private final boolean oneSession;

    Manner(String protocol, boolean implicit, boolean oneSession) {
      this.protocol = protocol;
      this.implicit = implicit;
      this.oneSession = oneSession;
    }
  }

  private static final int MONTH = 30 * 24 * 60 * 60;
  private static final String WORD = "katasandi";

  private final FtpServer server;
  private final int port;
  private final String fingerprint;

  FtpsServer(Path folder, Path keys, Manner manner)
      throws IOException, GeneralSecurityException, FtpException {
    if (!Files.exists(keys)) {
      make(keys);
    }
    fingerprint = fingerprint(keys);
    SslConfigurationFactory tls = new SslConfigurationFactory();
    tls.setKeystoreFile(keys.toFile());
    tls.setKeystorePassword(WORD);
    tls.setKeyPassword(WORD);
    tls.setSslProtocol(new String[] {manner.protocol});
    SslConfiguration made = tls.createSslConfiguration();
    if (manner == Manner.ONE_SESSION_WITHOUT_TICKETS) {
      made.getSSLContext().getServerSessionContext().setSessionTimeout(MONTH);
    }
    DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
    data.setSslConfiguration(manner.oneSession ? new OneSessionTls(made) : made);
    data.setImplicitSsl(manner.implicit);
    ListenerFactory listener = new ListenerFactory();
    listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    listener.setImplicitSsl(manner.implicit);
    listener.setServerAddress("127.0.0.1");
    listener.setPort(0);
    listener.setSslConfiguration(made);
    FtpServerFactory factory = new FtpServerFactory();
    var opened = listener.createListener();
    factory.addListener("default", opened);
    BaseUser user = new BaseUser();
    user.setName("pde");
    user.setPassword("kata");
    user.setHomeDirectory(folder.toString());
    factory.getUserManager().save(user);
    server = factory.createServer();
    server.start();
    port = opened.getPort();
  }

  private static void make(Path keys) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "pde",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=server",
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keys.toString(),
                    "-storepass",
                    WORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool made no key");
      }
    } catch (InterruptedException ended) {
      throw new IOException(ended);
    }
  }

  private static String fingerprint(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, WORD.toCharArray());
    }
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(store.getCertificate("pde").getEncoded());
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  int port() {
    return port;
  }

  String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    server.stop();
  }
}

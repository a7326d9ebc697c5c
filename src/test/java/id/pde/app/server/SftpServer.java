package id.pde.app.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server that shows one folder; the user is pde. */
final class SftpServer implements AutoCloseable {

  private final SshServer server = SshServer.setUpDefaultServer();
  private volatile String password = "kata";
  private KeyPair key = key();

  SftpServer(Path folder) throws IOException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, word, session) -> user.equals("pde") && word.equals(password));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    server.start();
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  int port() {
    return server.getPort();
  }

  /** As ssh-keygen -l shows it. */
  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
  }

  void password(String word) {
    password = word;
  }

  /** Whoever has this key is the user. */
  void allow(KeyPair user) {
    server.setPublickeyAuthenticator(
        (name, shown, session) -> KeyUtils.compareKeys(shown, user.getPublic()));
  }

  /** As if another machine stood there. */
  void changeKey() {
    key = key();
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}

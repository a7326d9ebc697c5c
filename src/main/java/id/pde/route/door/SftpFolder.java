package id.pde.route.door;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.ChannelSftp.LsEntrySelector;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import id.pde.run.SourceUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder behind SFTP. The server shows its key before PDE says who it is. */
final class SftpFolder implements RemoteFolder {

  private static final int MOST_FILES = 100_000;

  private final Session session;
  private final ChannelSftp channel;
  private final String folder;

  private SftpFolder(Session session, ChannelSftp channel, String folder) {
    this.session = session;
    this.channel = channel;
    this.folder = folder;
  }

  static RemoteFolder open(FolderAddress address, DoorSecrets secrets) {
    String door = address.name();
    PinnedHostKeys keys = new PinnedHostKeys(address.key());
    int patience = Math.toIntExact(address.patience().toMillis());
    JSch client = new JSch();
    client.setHostKeyRepository(keys);
    Session session = null;
    try {
      session = client.getSession(address.login().user(), address.host(), address.port());
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
      session.setConfig("MaxAuthTries", "1");
      logIn(client, session, address, secrets);
      // Between two answers; a server that falls silent ends the look.
      session.setTimeout(patience);
      session.setServerAliveCountMax(2);
      session.connect(patience);
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect(patience);
      return new SftpFolder(session, channel, address.folder());
    } catch (JSchException failed) {
      disconnect(session);
      throw explained(door, keys, failed);
    } catch (SourceUnreadable noSecret) {
      disconnect(session);
      throw noSecret;
    }
  }

  private static void logIn(
      JSch client, Session session, FolderAddress address, DoorSecrets secrets)
      throws JSchException {
    FolderAddress.Login login = address.login();
    if (login.privateKey() == null) {
      session.setPassword(secrets.word(address.name(), "password", login.password()));
      return;
    }
    byte[] key =
        secrets
            .content(address.name(), "privateKey", login.privateKey())
            .getBytes(StandardCharsets.UTF_8);
    byte[] phrase =
        login.password() == null
            ? null
            : secrets
                .word(address.name(), "password", login.password())
                .getBytes(StandardCharsets.UTF_8);
    client.addIdentity("pde", key, null, phrase);
  }

  private static SourceUnreadable explained(
      String door, PinnedHostKeys keys, JSchException failed) {
    if (keys.refused().isPresent()) {
      return DoorFaults.key(door, "hostKey", keys.refused().get(), failed);
    }
    String words = String.valueOf(failed.getMessage());
    boolean refused =
        words.startsWith("Auth")
            || words.startsWith("USERAUTH")
            || words.contains("privatekey")
            || words.contains("Too many authentication failures");
    return refused ? DoorFaults.login(door, failed) : DoorFaults.unreachable(door, failed);
  }

  @Override
  public List<RemoteFile> list() throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    try {
      channel.ls(
          literal(folder),
          entry -> {
            add(entry, files);
            return files.size() < MOST_FILES ? LsEntrySelector.CONTINUE : LsEntrySelector.BREAK;
          });
      return files;
    } catch (SftpException failed) {
      throw lost(failed);
    }
  }

  private static void add(LsEntry entry, List<RemoteFile> files) {
    if (entry.getAttrs().isReg()) {
      files.add(file(entry.getFilename(), entry.getAttrs()));
    }
  }

  @Override
  public Optional<RemoteFile> look(String name) throws IOException {
    try {
      SftpATTRS attributes = channel.lstat(literal(path(name)));
      return attributes.isReg() ? Optional.of(file(name, attributes)) : Optional.empty();
    } catch (SftpException failed) {
      if (failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw lost(failed);
    }
  }

  @Override
  public void fetch(RemoteFile file, Path target, long limit) throws IOException {
    try (InputStream in = channel.get(literal(path(file.name())))) {
      Copying.whole(in, target, file.size(), limit);
    } catch (SftpException failed) {
      throw lost(failed);
    }
  }

  private String path(String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** The library takes * and ? in any path for a pattern, and a backslash for what escapes them. */
  private static String literal(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }

  private static RemoteFile file(String name, SftpATTRS attributes) {
    return new RemoteFile(name, attributes.getSize(), attributes.getMTime() * 1000L);
  }

  private static IOException lost(SftpException failed) {
    boolean refused =
        failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE
            || failed.id == ChannelSftp.SSH_FX_PERMISSION_DENIED;
    return refused ? new RefusedThere(failed) : new IOException("the connection is lost", failed);
  }

  private static void disconnect(@org.jspecify.annotations.Nullable Session session) {
    if (session != null) {
      session.disconnect();
    }
  }

  @Override
  public void close() {
    channel.disconnect();
    session.disconnect();
  }
}

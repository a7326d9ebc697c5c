package id.pde.route.door;

import id.pde.run.SourceUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * A folder behind FTP over TLS: commands and files are encrypted, and the server shows its
 * certificate before PDE says who it is.
 */
final class FtpsFolder implements RemoteFolder {

  /** Servers whose tickets Java does not take, as long as this process lives. */
  private static final Set<String> WITHOUT_TICKETS = ConcurrentHashMap.newKeySet();

  private final FolderAddress address;
  private final DoorSecrets secrets;
  private OneSessionFtps client;
  private boolean listsMachines;

  private FtpsFolder(FolderAddress address, DoorSecrets secrets) throws IOException {
    this.address = address;
    this.secrets = secrets;
    this.client = login(address, secrets);
    this.listsMachines = client.hasFeature("MLST");
  }

  static RemoteFolder open(FolderAddress address, DoorSecrets secrets) {
    try {
      return new FtpsFolder(address, secrets);
    } catch (IOException failed) {
      throw DoorFaults.unreachable(address.name(), failed);
    }
  }

  private static OneSessionFtps login(FolderAddress address, DoorSecrets secrets) {
    String door = address.name();
    String word = secrets.word(door, "password", address.login().password());
    PinnedCertificates pins = new PinnedCertificates(address.key());
    try {
      OneSessionFtps client = connected(address, pins);
      try {
        if (!client.login(address.login().user(), word)) {
          throw DoorFaults.login(door, null);
        }
        client.setFileType(FTP.BINARY_FILE_TYPE);
        client.enterLocalPassiveMode();
        if (!client.changeWorkingDirectory(address.folder())) {
          throw DoorFaults.noFolder(door, null);
        }
        return client;
      } catch (IOException | SourceUnreadable failed) {
        leave(client);
        throw failed;
      }
    } catch (SSLException untrusted) {
      throw pins.refused().isPresent()
          ? DoorFaults.key(door, "certificate", pins.refused().get(), untrusted)
          : DoorFaults.certificate(door, untrusted);
    } catch (IOException | GeneralSecurityException failed) {
      throw DoorFaults.unreachable(door, failed);
    }
  }

  /**
   * A session of TLS 1.2 can be gone on with as often as a data connection comes; those of 1.3 once
   * each. So 1.3 is for servers that take nothing else.
   */
  private static OneSessionFtps connected(FolderAddress address, PinnedCertificates pins)
      throws IOException, GeneralSecurityException {
    try {
      return connected(address, pins, "TLSv1.2");
    } catch (SSLHandshakeException refused) {
      if (pins.refused().isPresent() || isOfCertificate(refused)) {
        throw refused;
      }
      return connected(address, pins, "TLSv1.3");
    }
  }

  private static boolean isOfCertificate(SSLException failure) {
    return failure.getCause() instanceof CertificateException;
  }

  private static OneSessionFtps connected(
      FolderAddress address, PinnedCertificates pins, String protocol)
      throws IOException, GeneralSecurityException {
    boolean tickets = !WITHOUT_TICKETS.contains(server(address));
    OneSessionFtps client =
        new OneSessionFtps(address, tickets ? pins.context() : pins.contextWithoutTickets());
    try {
      connect(client, address, protocol);
      return client;
    } catch (IOException failed) {
      leave(client);
      throw failed;
    }
  }

  private static void connect(OneSessionFtps client, FolderAddress address, String protocol)
      throws IOException {
    Duration patience = address.patience();
    // Without it any valid certificate of any other name would do.
    client.setEndpointCheckingEnabled(address.key().isEmpty());
    client.setEnabledProtocols(new String[] {protocol});
    client.setConnectTimeout(Math.toIntExact(patience.toMillis()));
    client.setDefaultTimeout(Math.toIntExact(patience.toMillis()));
    client.setDataTimeout(patience);
    client.setCharset(StandardCharsets.UTF_8);
    client.setControlEncoding("UTF-8");
    client.connect(address.host(), address.port());
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new IOException("the server does not welcome");
    }
    client.protectData();
  }

  private static String server(FolderAddress address) {
    return address.host() + ":" + address.port();
  }

  @Override
  public List<RemoteFile> list() throws IOException {
    try {
      return listed();
    } catch (IOException refused) {
      if (client.wentOn() || !WITHOUT_TICKETS.add(server(address))) {
        throw refused;
      }
    }
    // It may have been refused because its session was a new one; without tickets it may be known.
    leave(client);
    client = login(address, secrets);
    listsMachines = client.hasFeature("MLST");
    return listed();
  }

  private List<RemoteFile> listed() throws IOException {
    List<RemoteFile> files = new ArrayList<>();
    for (FTPFile found : listsMachines ? client.mlistDir() : client.listFiles()) {
      if (found != null && found.isFile()) {
        // The time of a plain listing has no seconds, and after half a year no hour either.
        Calendar time = listsMachines ? found.getTimestamp() : client.mdtmCalendar(found.getName());
        files.add(file(found.getName(), size(found.getName(), found.getSize()), time));
      }
    }
    // An empty answer may also be a refused one.
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new RefusedThere("the server does not list the folder");
    }
    return files;
  }

  @Override
  public Optional<RemoteFile> look(String name) throws IOException {
    if (!listsMachines) {
      return list().stream().filter(file -> file.name().equals(name)).findFirst();
    }
    FTPFile found = client.mlistFile(name);
    return found == null || !found.isFile()
        ? Optional.empty()
        : Optional.of(file(name, size(name, found.getSize()), found.getTimestamp()));
  }

  @Override
  public void fetch(RemoteFile file, Path target, long limit) throws IOException {
    InputStream in = client.retrieveFileStream(file.name());
    if (in == null) {
      throw new RefusedThere("the server does not give the file");
    }
    try (in) {
      Copying.whole(in, target, file.size(), limit);
    }
    if (!client.completePendingCommand()) {
      throw new IOException("the server takes the file back");
    }
  }

  /** Some servers leave the size out of their listings; without it no one knows what is whole. */
  private long size(String name, long listed) throws IOException {
    if (listed >= 0) {
      return listed;
    }
    String told = client.getSize(name);
    if (told == null || !told.strip().matches("\\d{1,18}")) {
      throw new IOException("the server tells no sizes");
    }
    return Long.parseLong(told.strip());
  }

  private static RemoteFile file(String name, long size, @Nullable Calendar time) {
    return new RemoteFile(name, size, time == null ? 0 : time.getTimeInMillis());
  }

  private static void leave(FTPSClient client) {
    try {
      client.disconnect();
    } catch (IOException gone) {
      // It is what was wanted.
      return;
    }
  }

  @Override
  public void close() {
    leave(client);
  }
}

package id.pde.route.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * FTP over TLS whose data connections go on in the TLS session of the command connection. Servers
 * ask for that (vsftpd {@code require_ssl_reuse}, FileZilla, ProFTPD) to know that both come from
 * one client. Java looks for a session to go on with under the host and port that a socket names:
 * so a data socket names the command port.
 */
final class OneSessionFtps extends FTPSClient {

  private final SSLContext context;
  private final FolderAddress address;
  private boolean wentOn;

  OneSessionFtps(FolderAddress address, SSLContext context) {
    super(address.implicit(), context);
    this.context = context;
    this.address = address;
  }

  /** Encrypts data as well; before it nothing is listed or fetched. */
  void protectData() throws IOException {
    execPBSZ(0);
    execPROT("P");
    // The client would make sockets of its own, each with a session of its own.
    setSocketFactory(new DataSockets(address.port()));
  }

  /** Whether the last data connection went on in the session of the commands. */
  boolean wentOn() {
    return wentOn;
  }

  @Override
  protected @Nullable Socket _openDataConnection_(String command, String argument)
      throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    if (plain == null) {
      return null;
    }
    try {
      return encrypted(plain);
    } catch (IOException failed) {
      plain.close();
      throw failed;
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocket commands = (SSLSocket) _socket_;
    SSLSocket data =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, address.host(), address.port(), true);
    data.setEnabledProtocols(commands.getEnabledProtocols());
    wentOn = false;
    data.startHandshake();
    wentOn =
        Arrays.equals(data.getSession().getId(), commands.getSession().getId())
            || data.getSession().getCreationTime() == commands.getSession().getCreationTime();
    // A server that begins a session anew must at least be the one that was looked at.
    if (!data.getSession()
        .getPeerCertificates()[0]
        .equals(commands.getSession().getPeerCertificates()[0])) {
      throw new SSLPeerUnverifiedException("another server answers for the data");
    }
    return data;
  }

  /** Plain sockets that lead to any port and name one. */
  private static final class DataSockets extends SocketFactory {
    private final int named;

    DataSockets(int named) {
      this.named = named;
    }

    @Override
    public Socket createSocket() {
      return new Naming(named);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("data sockets are connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return createSocket(host, port);
    }
  }

  private static final class Naming extends Socket {
    private final int named;

    Naming(int named) {
      this.named = named;
    }

    @Override
    public int getPort() {
      return named;
    }
  }
}

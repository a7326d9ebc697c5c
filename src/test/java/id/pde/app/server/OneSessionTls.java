package id.pde.app.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;

/**
 * TLS of data connections of a server that takes only those which go on in a session that it knows:
 * as vsftpd does with {@code require_ssl_reuse}.
 */
record OneSessionTls(SslConfiguration of) implements SslConfiguration {

  @Override
  public SSLSocketFactory getSocketFactory() throws GeneralSecurityException {
    return new Demanding(of.getSocketFactory());
  }

  @Override
  public SSLContext getSSLContext() throws GeneralSecurityException {
    return of.getSSLContext();
  }

  @Override
  public SSLContext getSSLContext(String protocol) throws GeneralSecurityException {
    return of.getSSLContext(protocol);
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return of.getEnabledCipherSuites();
  }

  @Override
  public String[] getEnabledProtocols() {
    return of.getEnabledProtocols();
  }

  @Override
  public String getEnabledProtocol() {
    return of.getEnabledProtocol();
  }

  @Override
  public ClientAuth getClientAuth() {
    return of.getClientAuth();
  }

  private static final class Demanding extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    Demanding(SSLSocketFactory sockets) {
      this.sockets = sockets;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closes)
        throws IOException {
      SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, closes);
      socket.setEnableSessionCreation(false);
      return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException("clients connect here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return createSocket(host, port);
    }
  }
}

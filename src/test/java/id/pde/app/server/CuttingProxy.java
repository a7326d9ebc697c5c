package id.pde.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server that breaks off once so many bytes have come from it. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int port;
  private volatile long bytes;

  CuttingProxy(int port) throws IOException {
    this.port = port;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::welcome);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What a connection that is made from now on may bring. */
  void cutAfter(long limit) {
    bytes = limit;
  }

  private void welcome() throws IOException {
    while (true) {
      Socket inside = door.accept();
      Socket outside = new Socket(InetAddress.getLoopbackAddress(), port);
      long limit = bytes;
      start(() -> carry(inside, outside, Long.MAX_VALUE));
      start(() -> carry(outside, inside, limit));
    }
  }

  private static void carry(Socket from, Socket to, long limit) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[8192];
      long carried = 0;
      for (int read = in.read(block); read >= 0 && carried < limit; read = in.read(block)) {
        out.write(block, 0, read);
        carried += read;
      }
    }
  }

  private interface Carrying {
    void run() throws IOException;
  }

  private static void start(Carrying carrying) {
    Thread thread =
        new Thread(
            () -> {
              try {
                carrying.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            },
            "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

package id.pde.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server that can be shut: what goes through it is cut, and nothing comes in again. */
final class Gate implements AutoCloseable {

  private final URI server;
  private final ServerSocket door;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();

  /**
   * @param url of the driver: jdbc:postgresql://host:port/database
   */
  Gate(String url) throws IOException {
    this.server = URI.create(url.substring("jdbc:".length()));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::welcome);
  }

  /** The same database, through this gate. */
  String url() {
    String way = "127.0.0.1:" + door.getLocalPort();
    String address = server.getHost() + ":" + server.getPort();
    return "jdbc:" + server.toString().replace(address, way);
  }

  /** Cuts all that goes through, for good. */
  void shut() throws IOException {
    door.close();
    for (Closeable one : open) {
      one.close();
    }
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  private void welcome() throws IOException {
    while (!door.isClosed()) {
      Socket inside = door.accept();
      open.add(inside);
      Socket outside = new Socket(server.getHost(), server.getPort());
      open.add(outside);
      start(() -> pump(inside, outside));
      start(() -> pump(outside, inside));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to;
        InputStream bytes = from.getInputStream()) {
      bytes.transferTo(to.getOutputStream());
    }
  }

  /** What a thread carries until it is cut. */
  private interface Carrying {
    void run() throws IOException;
  }

  private static void start(Carrying carrying) {
    Thread thread =
        new Thread(
            () -> {
              try {
                carrying.run();
              } catch (IOException cut) {
                Thread.currentThread().interrupt();
              }
            },
            "gate");
    thread.setDaemon(true);
    thread.start();
  }
}

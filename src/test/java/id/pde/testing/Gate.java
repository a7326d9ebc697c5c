package id.pde.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can be shut, so that what goes through it is cut and nothing comes in, and
 * opened again.
 */
public final class Gate implements AutoCloseable {

  private final URI server;
  private final int port;
  private volatile ServerSocket door;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();

  /**
   * @param url of the driver: jdbc:postgresql://host:port/database
   */
  public Gate(String url) throws IOException {
    this.server = URI.create(url.substring("jdbc:".length()));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = door.getLocalPort();
    listen();
  }

  private void listen() {
    ServerSocket own = door;
    start(() -> welcome(own));
  }

  /** The same database, through this gate. */
  public String url() {
    String way = "127.0.0.1:" + port;
    String address = server.getHost() + ":" + server.getPort();
    return "jdbc:" + server.toString().replace(address, way);
  }

  /** Cuts all that goes through. */
  public void shut() throws IOException {
    door.close();
    for (Closeable one : open) {
      one.close();
    }
    open.clear();
  }

  /** Lets through again, at the same address. */
  public void open() throws IOException {
    ServerSocket again = new ServerSocket();
    again.setReuseAddress(true);
    again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    door = again;
    listen();
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  private void welcome(ServerSocket at) throws IOException {
    while (!at.isClosed()) {
      Socket inside = at.accept();
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

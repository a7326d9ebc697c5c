package id.pde.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.OptionalInt;

/** The port of the server: chosen once, so that saved connections of analysts stay right. */
final class ServerPort {

  /** Below the ports that Linux lends to outgoing connections (from 32768). */
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 29_999;
  private static final int ATTEMPTS = 100;

  private ServerPort() {}

  /** The remembered port, or a new one where there is none or another program sits on it. */
  static int choose(Path file) throws IOException {
    OptionalInt remembered = read(file);
    if (remembered.isPresent() && isFree(remembered.getAsInt())) {
      return remembered.getAsInt();
    }
    int port = search();
    OwnerOnly.write(file, port + "\n");
    return port;
  }

  static OptionalInt read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    String text = Files.readString(file).strip();
    return text.matches("\\d{4,5}") && Integer.parseInt(text) <= 65_535
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static int search() throws IOException {
    SecureRandom random = new SecureRandom();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = LOWEST + random.nextInt(HIGHEST - LOWEST + 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}

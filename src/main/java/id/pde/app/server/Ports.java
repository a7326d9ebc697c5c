package id.pde.app.server;

import id.pde.model.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a server is to listen; what is in the way is told before anything starts. */
final class Ports {

  private static final int HIGHEST = 65_535;
  private static final int INVALID = 2;
  private static final int BUSY = 7;

  private Ports() {}

  /**
   * Why a server cannot listen there.
   *
   * @param code to exit with
   */
  record Refusal(Text text, int code) {}

  /**
   * Looks whether both ports are free.
   *
   * @param web of the console; 0: any
   */
  static Optional<Refusal> refusal(int web, Map<String, String> environment) {
    if (!isPort(web)) {
      return invalid(
          new Text(
              "Porta " + web + " tidak ada; pakai 0 sampai 65535 pada --port",
              "There is no port " + web + "; use 0 to 65535 for --port"));
    }
    String given = environment.get("PDE_MANAGEMENT_PORT");
    int management = given == null ? (web == 0 ? 0 : web + 1) : number(given);
    if (!isPort(management)) {
      return invalid(
          new Text(
              "PDE_MANAGEMENT_PORT harus nomor porta, 0 sampai 65535",
              "PDE_MANAGEMENT_PORT must be the number of a port, 0 to 65535"));
    }
    if (management == web && web != 0) {
      return invalid(
          new Text(
              "PDE_MANAGEMENT_PORT sama dengan --port (" + web + "); pilih dua porta",
              "PDE_MANAGEMENT_PORT is that of --port (" + web + "); choose two ports"));
    }
    InetAddress address = address(environment.getOrDefault("PDE_BIND", "127.0.0.1"));
    if (address == null || !isOfThisMachine(address)) {
      return invalid(
          new Text("PDE_BIND bukan alamat mesin ini", "PDE_BIND is no address of this machine"));
    }
    if (!isFree(address, web)) {
      return Optional.of(taken(web));
    }
    return isFree(InetAddress.getLoopbackAddress(), management)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                new Text(
                    "Porta "
                        + management
                        + " (kesehatan dan metrik) sudah dipakai; pilih yang lain dengan"
                        + " PDE_MANAGEMENT_PORT",
                    "Port "
                        + management
                        + " (health and metrics) is taken; choose another with"
                        + " PDE_MANAGEMENT_PORT"),
                BUSY));
  }

  /** Somebody else listens there. */
  static Refusal taken(int port) {
    return new Refusal(
        new Text(
            "Porta " + port + " sudah dipakai; pilih yang lain dengan --port",
            "Port " + port + " is taken; choose another with --port"),
        BUSY);
  }

  private static Optional<Refusal> invalid(Text text) {
    return Optional.of(new Refusal(text, INVALID));
  }

  private static boolean isPort(int port) {
    return port >= 0 && port <= HIGHEST;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  private static @Nullable InetAddress address(String name) {
    try {
      return InetAddress.getByName(name.strip());
    } catch (UnknownHostException unknown) {
      return null;
    }
  }

  private static boolean isOfThisMachine(InetAddress address) {
    return address.isAnyLocalAddress() || isFree(address, 0);
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException taken) {
      // Not allowed (a port below 1024) is told by what starts.
      return String.valueOf(taken.getMessage()).toLowerCase(Locale.ROOT).contains("permission");
    }
  }
}

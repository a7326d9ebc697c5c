package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More connections than the server has threads, each of which never ends what it sends. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DripIT {

  @TempDir private static Path folder;

  private static AttackedCity city;

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  /** The second is refused by an answer whose page reads the form of a login. */
  @ParameterizedTest
  @ValueSource(strings = {"/upload", "/login"})
  void whoSendsDropByDropKeepsNobodyOut(String path) throws Exception {
    URI address = URI.create(city.address());
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 230; i++) {
        Socket socket = new Socket(address.getHost(), address.getPort());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + path
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\na")
                    .getBytes(StandardCharsets.US_ASCII));
      }

      // Well before the server gives up on the slow ones.
      HttpRequest page =
          HttpRequest.newBuilder(address.resolve("/login"))
              .timeout(Duration.ofSeconds(15))
              .GET()
              .build();
      assertThat(city.stranger().send(page).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}

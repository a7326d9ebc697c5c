package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "70000 |       |             | There is no port 70000; use 0 to 65535 for --port",
        "0     | abc   |             | PDE_MANAGEMENT_PORT must be the number of a port, 0 to 65535",
        "0     | 70000 |             | PDE_MANAGEMENT_PORT must be the number of a port, 0 to 65535",
        "65535 |       |             | PDE_MANAGEMENT_PORT must be the number of a port, 0 to 65535",
        "9191  | 9191  |             | PDE_MANAGEMENT_PORT is that of --port (9191); choose two ports",
        "0     |       | 192.0.2.1   | PDE_BIND is no address of this machine",
        "0     |       | no.such.invalid | PDE_BIND is no address of this machine"
      })
  void saysWhatCannotBe(
      int port, @Nullable String management, @Nullable String bind, String words) {
    Map<String, String> environment = new HashMap<>();
    if (management != null) {
      environment.put("PDE_MANAGEMENT_PORT", management);
    }
    if (bind != null) {
      environment.put("PDE_BIND", bind);
    }

    Ports.Refusal refusal = Ports.refusal(port, environment).orElseThrow();

    assertThat(refusal.text().en()).isEqualTo(words);
    assertThat(refusal.text().id()).isNotEqualTo(words);
    assertThat(refusal.code()).isEqualTo(2);
  }

  @Test
  void namesTheOneThatIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      Ports.Refusal console = Ports.refusal(port, Map.of()).orElseThrow();
      Ports.Refusal side = Ports.refusal(0, Map.of("PDE_MANAGEMENT_PORT", "" + port)).orElseThrow();

      assertThat(console.text().en())
          .isEqualTo("Port " + port + " is taken; choose another with --port");
      assertThat(side.text().en())
          .isEqualTo(
              "Port "
                  + port
                  + " (health and metrics) is taken; choose another with PDE_MANAGEMENT_PORT");
      assertThat(console.code()).isEqualTo(7);
      assertThat(side.code()).isEqualTo(7);
    }
    assertThat(Ports.refusal(0, Map.of("PDE_BIND", "0.0.0.0"))).isEmpty();
  }
}

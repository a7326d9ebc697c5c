package id.pde.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.pde.run.account.Role;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;

class DiscoveryTest {

  private HttpServer server;
  private String issuer = "";
  private String said = "";
  private int asked;
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/.well-known/openid-configuration",
        exchange -> {
          asked++;
          byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    said = document(issuer, issuer + "/token");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String document(String issuer, String token) {
    return "{'issuer':'%1$s','authorization_endpoint':'%1$s/auth','token_endpoint':'%2$s',"
        .concat("'jwks_uri':'%1$s/keys','subject_types_supported':['public'],")
        .concat("'end_session_endpoint':'%1$s/end'}")
        .formatted(issuer, token)
        .replace('\'', '"');
  }

  private Discovery discovery() {
    Provider provider =
        new Provider(
            issuer,
            "pde",
            () -> "rahasia",
            "groups",
            "preferred_username",
            Set.of("email"),
            Map.of("x", new Provider.Grant(Role.OFFICER, List.of())),
            "SSO",
            Optional.empty());
    return new Discovery(provider, Asking.plain(), () -> now);
  }

  @Test
  void isAskedOnceAMinute() {
    Discovery discovery = discovery();
    assertThat(discovery.farewell()).isEmpty();
    assertThat(asked).isZero();

    assertThat(discovery.findByRegistrationId(Discovery.ID).getScopes())
        .containsExactlyInAnyOrder("openid", "profile", "email");
    discovery.findByRegistrationId(Discovery.ID);
    assertThat(asked).isEqualTo(1);
    assertThat(discovery.farewell().orElseThrow().toString()).isEqualTo(issuer + "/end");

    now = now.plus(Duration.ofMinutes(2));
    server.stop(0);
    assertThatThrownBy(() -> discovery.findByRegistrationId(Discovery.ID))
        .isInstanceOf(RestClientException.class);
  }

  @Test
  void anotherOneWhoAnswersIsNotBelieved() {
    said = document("https://evil.example", "https://evil.example/token");

    assertThatThrownBy(() -> discovery().findByRegistrationId(Discovery.ID))
        .hasMessage("the provider calls itself something else than PDE_OIDC_ISSUER");
  }

  @Test
  void theSecretTravelsOnlyBehindTls() {
    said = document(issuer, "http://sso.example/token");

    assertThatThrownBy(() -> discovery().findByRegistrationId(Discovery.ID))
        .hasMessage("the provider's token_endpoint is missing or without TLS");
  }
}

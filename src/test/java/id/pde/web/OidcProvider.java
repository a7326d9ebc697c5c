package id.pde.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A provider of accounts that knows one person at a time and asks them nothing. It checks what a
 * real one checks (secret, code, PKCE) and lies where it is told to.
 */
final class OidcProvider implements AutoCloseable {

  static final String CLIENT = "pde-uji";
  static final String SECRET = "rahasia-klien-uji-0123456789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final SignedToken tokens = new SignedToken();
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private volatile Person person = new Person("1", "siapa", List.of());
  private volatile SignedToken.Lie lie = SignedToken.Lie.NONE;
  private volatile boolean denies;
  private volatile boolean away;

  /** Somebody at the provider. */
  record Person(String subject, String name, List<String> groups) {
    Person {
      groups = List.copyOf(groups);
    }
  }

  OidcProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", exchange -> json(exchange, tokens.keys()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/userinfo", exchange -> json(exchange, claims()));
    server.createContext("/end", this::end);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void knows(String subject, String name, String... groups) {
    person = new Person(subject, name, List.of(groups));
    lie = SignedToken.Lie.NONE;
    denies = false;
  }

  void lies(SignedToken.Lie one) {
    lie = one;
  }

  void denies() {
    denies = true;
  }

  /** Answers nothing of use from now on, or again. */
  void isAway(boolean now) {
    away = now;
  }

  /** The queries with which sessions were ended. */
  List<String> ended() {
    return List.copyOf(ended);
  }

  private void discovery(HttpExchange exchange) throws IOException {
    if (away) {
      send(exchange, 503, "{}");
      return;
    }
    json(
        exchange,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "userinfo_endpoint", issuer() + "/userinfo",
            "jwks_uri", issuer() + "/keys",
            "end_session_endpoint", issuer() + "/end",
            "response_types_supported", List.of("code"),
            "subject_types_supported", List.of("public"),
            "id_token_signing_alg_values_supported", List.of("RS256")));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = pairs(exchange.getRequestURI().getRawQuery());
    String code = "kode-" + asked.size() + "-" + System.nanoTime();
    asked.put(code, query);
    String what = denies ? "error=access_denied&error_description=no" : "code=" + code;
    redirect(exchange, query.get("redirect_uri") + "?" + what + "&state=" + query.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    if (away) {
      send(exchange, 503, "");
      return;
    }
    String login =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    Map<String, String> form =
        pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> request = asked.remove(form.getOrDefault("code", ""));
    boolean known =
        ("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!known || request == null || !isProved(request, form)) {
      send(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    Map<String, Object> claims = new HashMap<>(claims());
    claims.put("iss", issuer());
    claims.put("aud", CLIENT);
    claims.put("nonce", request.get("nonce"));
    json(
        exchange,
        Map.of(
            "access_token",
            "akses-" + System.nanoTime(),
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "scope",
            "openid profile",
            "id_token",
            tokens.of(claims, lie, SECRET)));
  }

  /** RFC 7636, section 4.6. */
  private static boolean isProved(Map<String, String> request, Map<String, String> form) {
    try {
      byte[] verifier = form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier);
      String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return "S256".equals(request.get("code_challenge_method"))
          && challenge.equals(request.get("code_challenge"));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private Map<String, Object> claims() {
    return Map.of(
        "sub", person.subject(),
        "preferred_username", person.name(),
        "name", "Orang " + person.name(),
        "groups", person.groups());
  }

  private void end(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    ended.add(query);
    redirect(exchange, pairs(query).getOrDefault("post_logout_redirect_uri", issuer()));
  }

  private static Map<String, String> pairs(String query) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int at = pair.indexOf('=');
      pairs.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return pairs;
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", URI.create(to).toString());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
    send(exchange, 200, JSON.writeValueAsString(body));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

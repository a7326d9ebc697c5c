package id.pde.app.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An administrator who reads pages. */
final class PagesVisit {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String NAME = "bench";
  private static final int DONE = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();

  private final String address;

  /**
   * Makes the first account and comes in.
   *
   * @param word for its password
   */
  PagesVisit(PagesHouse.Entry entry, String word) throws IOException {
    this.address = entry.address();
    String code = entry.setup().replaceFirst(".*code=", "");
    post(
        "/setup",
        Map.of("code", code, "name", NAME, "shown", NAME, "password", word, "again", word));
    post("/login", Map.of("name", NAME, "password", word));
  }

  /** Reads a page to its end; how many milliseconds that took. */
  double read(String path) throws IOException {
    long begun = System.nanoTime();
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + path)));
    double took = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != DONE || answer.uri().getPath().equals("/login")) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    return took;
  }

  private void post(String path, Map<String, String> fields) throws IOException {
    Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(URI.create(address + path))).body());
    if (!token.find()) {
      throw new IllegalStateException("no form on " + path);
    }
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token.group(1));
    String body =
        all.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(told);
    }
  }
}

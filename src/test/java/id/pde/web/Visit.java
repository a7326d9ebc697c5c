package id.pde.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, forms with their tokens, and nothing that helps. */
final class Visit {

  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"|value=\"([^\"]+)\" name=\"_csrf\"");

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Visit(String address) {
    this.address = address;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.GET().build());
  }

  /** Names and values by turns; the token of the page comes along. */
  HttpResponse<String> post(String page, String path, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("_csrf");
    all.add(token(page));
    return postBare(path, all.toArray(String[]::new));
  }

  /** The same without a token. */
  HttpResponse<String> postBare(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(body.isEmpty() ? "" : "&").append(encoded(fields[i])).append('=');
      body.append(encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Sends a file as a browser does. */
  HttpResponse<String> upload(String agency, String name, byte[] content) {
    return upload(token("/upload"), agency, name, content);
  }

  /** The same with a token that is known. */
  HttpResponse<String> upload(String token, String agency, String name, byte[] content) {
    return uploadTo("/upload", token, List.of("agency", agency), name, content);
  }

  /**
   * Sends a file to a page.
   *
   * @param fields names and values by turns
   */
  HttpResponse<String> uploadTo(
      String path, String token, List<String> fields, String name, byte[] content) {
    String edge = "----pde" + Long.toHexString(System.nanoTime());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, edge, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < fields.size(); i += 2) {
      byte[] value = fields.get(i + 1).getBytes(StandardCharsets.UTF_8);
      part(body, edge, "name=\"" + fields.get(i) + "\"", value);
    }
    String quoted = name.replace("\\", "\\\\").replace("\"", "%22");
    part(body, edge, "name=\"file\"; filename=\"" + quoted + "\"", content);
    body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(
      ByteArrayOutputStream body, String edge, String disposition, byte[] content) {
    body.writeBytes(
        ("--" + edge + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Logs in; the address that it leads to. */
  String login(String name, String password) {
    HttpResponse<String> answer = post("/login", "/login", "name", name, "password", password);
    return location(answer);
  }

  /** As a header says them. */
  String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  String token(String page) {
    String html = get(page).body();
    Matcher token = TOKEN.matcher(html);
    if (!token.find()) {
      throw new IllegalStateException("no token on " + page);
    }
    return token.group(1) == null ? token.group(2) : token.group(1);
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : address + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(told);
    }
  }
}

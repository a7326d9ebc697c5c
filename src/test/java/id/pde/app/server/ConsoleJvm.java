package id.pde.app.server;

import id.pde.web.FirstAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with an empty warehouse in a process of its own, and somebody who is logged in there.
 */
final class ConsoleJvm implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String ROUTE =
      "- from:\n    uri: pde:inbox?agency=bkpsdm\n    steps:\n      - to: pde:bkpsdm/asn\n";

  private final Path folder;
  private final Process server;
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private ConsoleJvm(Path folder, Process server, String address) {
    this.folder = folder;
    this.server = server;
    this.address = address;
  }

  /** Starts it and logs in its first administrator. */
  static ConsoleJvm start(Path folder) throws Exception {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Files.writeString(routes.resolve("city.yaml"), ROUTE);
    Process server = process(folder, "up", "0");
    try {
      ConsoleJvm console = new ConsoleJvm(folder, server, ready(server.errorReader()));
      Thread reader = new Thread(() -> server.errorReader().lines().forEach(line -> {}));
      reader.setDaemon(true);
      reader.start();
      console.enter();
      return console;
    } catch (Exception failed) {
      new ConsoleJvm(folder, server, "").close();
      throw failed;
    }
  }

  /** The code is written while the server starts. */
  private void enter() throws Exception {
    Path file = folder.resolve("home/secrets/setup-code");
    while (!Files.exists(file)) {
      get("/setup");
    }
    String code = Files.readString(file).strip();
    post("/setup", FirstAccount.form(code));
    post("/login", "name", FirstAccount.NAME, "password", FirstAccount.PASSWORD);
  }

  private static String ready(BufferedReader lines) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = Pattern.compile("PDE is ready: (http://[0-9.:]+)").matcher(line);
      if (found.find()) {
        return found.group(1);
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("the server ended:\n" + before);
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
  }

  /** Somebody without a session. */
  HttpResponse<String> strange(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
  }

  /** A form, sent from a page that has its token; the page that follows. */
  HttpResponse<String> post(String path, String... pairs) throws Exception {
    String page = get(path.equals("/setup") || path.equals("/login") ? path : "/me").body();
    Matcher token = TOKEN.matcher(page);
    String body = token.find() ? "_csrf=" + token.group(1) : "";
    return send(path, body, pairs);
  }

  /** A form as another site would send it. */
  HttpResponse<String> forged(String path, String... pairs) throws Exception {
    return send(path, "", pairs);
  }

  private HttpResponse<String> send(String path, String first, String... pairs) throws Exception {
    StringBuilder body = new StringBuilder(first);
    for (int i = 0; i < pairs.length; i += 2) {
      body.append('&').append(pairs[i]).append('=');
      body.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Process process(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(UpJvm.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PDE_DB_URL");
    builder.environment().put("PDE_HOME", folder.resolve("home").toString());
    builder.environment().put("PDE_ROUTES", folder.resolve("routes").toString());
    builder.environment().put("PDE_MAPPINGS", Path.of("mappings").toAbsolutePath().toString());
    builder.environment().put("PDE_LANG", "en");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  @Override
  public void close() throws IOException {
    try {
      server.destroy();
      server.waitFor(1, TimeUnit.MINUTES);
      Process down = process(folder, "down");
      down.waitFor(1, TimeUnit.MINUTES);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}

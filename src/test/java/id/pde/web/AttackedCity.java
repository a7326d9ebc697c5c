package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A city with an administrator, two agencies and an analyst, for those who attack it. */
final class AttackedCity implements AutoCloseable {

  static final String PASSWORD = FirstAccount.PASSWORD;

  /** A link to a run. */
  static final Pattern RUN = Pattern.compile("href=\"/runs/(\\d+)\"");

  static final Pattern CLAIM = Pattern.compile("/upload/([0-9a-f-]{36})");

  private final ConsoleServer console;

  AttackedCity(Path folder) {
    this(ConsoleServer.start(folder));
  }

  /**
   * The same on a server that was just started.
   *
   * @param console it is closed with the city
   */
  AttackedCity(ConsoleServer console) {
    this.console = console;
    Visit first = new Visit(console.address());
    first.post("/setup", "/setup", FirstAccount.form(console.setup()));
    Visit admin = visit(FirstAccount.NAME);
    add(admin, "dinsos1", "agency", "dinsos");
    add(admin, "dkupp1", "agency", "dkupp");
    add(admin, "analis1", "analyst", "");
  }

  String address() {
    return console.address();
  }

  Path home() {
    return console.home();
  }

  Path mappings() {
    return console.mappings();
  }

  Visit stranger() {
    return new Visit(console.address());
  }

  Visit admin() {
    return visit(FirstAccount.NAME);
  }

  Visit visit(String name) {
    Visit visit = new Visit(console.address());
    assertThat(visit.login(name, PASSWORD)).as("login of " + name).endsWith("/");
    return visit;
  }

  void add(Visit admin, String name, String role, String agency) {
    HttpResponse<String> answer =
        admin.post(
            "/accounts",
            "/accounts",
            "name",
            name,
            "roles",
            role,
            "agencies",
            agency,
            "password",
            PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(admin.get("/accounts").body()).contains(">" + name + "<");
  }

  /** Sends a file and waits until its run is there; the number of the run. */
  long sent(Visit visit, String agency, String name, String content) {
    HttpResponse<String> answer =
        visit.upload(agency, name, content.getBytes(StandardCharsets.UTF_8));
    Matcher claim = CLAIM.matcher(Visit.location(answer));
    assertThat(claim.find()).as(answer.statusCode() + " " + answer.body()).isTrue();
    for (int tries = 0; tries < 200; tries++) {
      Matcher run = RUN.matcher(visit.get(Visit.location(answer)).body());
      if (run.find()) {
        return Long.parseLong(run.group(1));
      }
      pause();
    }
    throw new AssertionError("no run of " + name);
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    console.close();
  }
}

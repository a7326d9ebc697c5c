package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How far work is, as events: for whom it may be, bounded, and with a page that asks instead. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkEventsIT {

  private static final String PASSWORD = FirstAccount.PASSWORD;
  private static final int ROWS = 20_000;
  private static final String TABLE = "warehouse.titipan";
  private static final Path PICTURES = Path.of("target/screens");

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Visit officer;
  private static Visit agency;
  private static final List<InputStream> OPEN = new ArrayList<>();

  @BeforeAll
  static void setUp() throws Exception {
    console = ConsoleServer.start(folder.resolve("server"), database.environment());
    officer = ApiPeople.first(console);
    ApiPeople.account(officer, "citra", "agency", "dinsos");
    ApiPeople.account(officer, "budi", "approver", "");
    agency = ApiPeople.visit(console, "citra");
    Path mapping = console.mappings().resolve("dinsos/titipan.yaml");
    Files.writeString(
        mapping, Files.readString(mapping).replaceFirst("(?m)^tolerance:.*$", "").strip() + "\n");
    // A held table has to be there.
    String first = begun("Z", 3);
    for (int tries = 0; tries < 600 && !agency.get(first).body().contains("article"); tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(agency.get(first).body()).contains("/answer/text");
  }

  @AfterAll
  static void stop() throws IOException {
    for (InputStream one : OPEN) {
      one.close();
    }
    if (console != null) {
      console.close();
    }
  }

  private static byte[] rows(String letter, int count) {
    StringBuilder text = new StringBuilder("KODE;NILAI\n");
    for (int i = 0; i < count; i++) {
      text.append(letter).append(i).append(';').append(i).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The address of the work that loads a file. */
  private static String begun(String letter) {
    return begun(letter, ROWS);
  }

  private static String begun(String letter, int rows) {
    HttpResponse<String> answer =
        agency.upload("dinsos", "titipan " + letter + ".csv", rows(letter, rows));
    return Visit.location(answer).replaceFirst("^https?://[^/]+", "");
  }

  private static String events(String place) {
    return place.replace("?work=", "/events?work=");
  }

  private static HttpResponse<InputStream> listen(Visit visit, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(console.address() + path))
            .header("Cookie", visit.cookies())
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    OPEN.add(answer.body());
    return answer;
  }

  /** The load stops before its table, then before the ledger: between the two lies a step. */
  @Test
  @Order(1)
  void theStepsTheRowsAndTheEndAreTold() throws Exception {
    try (HeldTable ledger = HeldTable.hold(database, "pde.run")) {
      String place;
      HttpResponse<InputStream> answer;
      BufferedReader lines;
      try (HeldTable table = HeldTable.hold(database, TABLE)) {
        place = begun("A");
        table.awaitSomebody();
        answer = listen(agency, events(place));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(heard(lines, "event: rows")).isEqualTo("event: rows");
        assertThat(heard(lines, "data: "))
            .contains("\"step\":\"", "\"rows\":" + ROWS, "\"shown\":\"20.000\"");
      }
      ledger.awaitSomebody();
      assertThat(heard(lines, "event: step")).isEqualTo("event: step");
      ledger.release();
      assertThat(heard(lines, "event: over")).isEqualTo("event: over");
      assertThat(lines.readLine()).isEqualTo("data: {}");
      assertThat(lines.lines()).containsExactly("");
    }
  }

  /** The next line that begins so; what it passes over is of no matter. */
  private static String heard(BufferedReader lines, String start) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(start)) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  @Order(2)
  void othersHearNothingAndAnAccountOnlySoMuch() throws Exception {
    try (HeldTable table = HeldTable.hold(database, TABLE)) {
      String place = begun("B");
      table.awaitSomebody();
      onlySoMuchIsHeard(place);
    }
  }

  private static void onlySoMuchIsHeard(String place) throws Exception {
    String work = "/works/" + place.replaceFirst(".*work=", "") + "/events";

    assertThat(listen(ApiPeople.visit(console, "budi"), work).statusCode()).isEqualTo(404);
    assertThat(listen(agency, work).statusCode()).isEqualTo(403);
    assertThat(listen(officer, events(place)).statusCode()).isEqualTo(404);
    assertThat(listen(new Visit(console.address()), work).statusCode()).isIn(302, 401);
    List<HttpResponse<InputStream>> own = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      own.add(listen(agency, events(place)));
    }
    assertThat(own).allMatch(one -> one.statusCode() == 200);
    assertThat(listen(agency, events(place)).statusCode()).isEqualTo(429);
    // Somebody else has their own room.
    assertThat(listen(officer, work).statusCode()).isEqualTo(200);
    for (HttpResponse<InputStream> one : own) {
      one.body().close();
    }
    int status = 429;
    for (int tries = 0; tries < 200 && status == 429; tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
      status = listen(agency, events(place)).statusCode();
    }
    assertThat(status).as("a closed page gives its room back").isEqualTo(200);
  }

  @Test
  @Order(3)
  void aPageIsTold() throws Exception {
    try (Browser browser = new Browser(console.address(), folder.resolve("profile"))) {
      browser.login("citra", PASSWORD);
      for (boolean events : new boolean[] {true, false}) {
        Path file = Files.write(folder.resolve("titipan.csv"), rows("C" + events, ROWS));
        try (HeldTable ledger = HeldTable.hold(database, "pde.run")) {
          try (HeldTable table = HeldTable.hold(database, TABLE)) {
            browser.open("/upload").choose("agency", "dinsos");
            browser
                .driver()
                .findElement(org.openqa.selenium.By.id("file"))
                .sendKeys(file.toString());
            browser.send("/upload").await("[data-events]");
            table.awaitSomebody();
            if (events) {
              browser
                  .driver()
                  .executeScript(
                      "window.heard = 0; for (const kind of ['rows', 'step', 'over'])"
                          + " stream.addEventListener(kind, () => window.heard++)");
              browser.picture(PICTURES.resolve("id-1280-work.png"));
              Inspection.of(browser, "work that goes on");
            } else {
              browser.driver().executeScript("stream.close()");
            }
          }
          ledger.awaitSomebody();
        }
        browser.await("article.card").await("[aria-live=polite]:not([data-events])");
        if (events) {
          assertThat((Long) browser.driver().executeScript("return window.heard")).isPositive();
        }
        assertThat(browser.text()).containsPattern("20\\.000\\s+diterima");
        assertThat(browser.has("[data-events]")).isFalse();
      }
    }
  }

  /**
   * A file of a watched folder is begun by nobody in person; who works for the city may watch it.
   */
  @Test
  @Order(4)
  void whatAWatchedFolderBringsIsWatched() throws Exception {
    Visit approver = ApiPeople.visit(console, "budi");
    try (HeldTable table = HeldTable.hold(database, TABLE)) {
      Files.write(console.home().resolve("inbox/dinsos/titipan d.csv"), rows("D", ROWS));
      table.awaitSomebody();
      String home = officer.get("/").body();
      assertThat(home).contains("Sedang berjalan", "Memuat titipan d.csv", "20.000");
      Matcher work = Pattern.compile("href=\"(/works/[0-9a-f-]{36})\"").matcher(home);
      assertThat(work.find()).isTrue();
      String place = work.group(1);
      assertThat(approver.get("/").body()).contains(place);
      assertThat(agency.get("/").body()).doesNotContain("Sedang berjalan");
      assertThat(agency.get(place).statusCode()).isEqualTo(403);
      assertThat(approver.get(place).body()).contains("data-events=\"" + place + "/events\"");
      assertThat(listen(approver, place + "/events").statusCode()).isEqualTo(200);
    }
    for (int tries = 0;
        tries < 600 && officer.get("/").body().contains("Sedang berjalan");
        tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(officer.get("/").body()).doesNotContain("Sedang berjalan");
  }
}

package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Waiting rows that an officer sets aside: by page, by program and by command. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IgnoredRowsIT {

  private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"(\\d+\\.\\d+)\"");
  private static final Path PICTURES = Path.of("target/screens");
  private static final String REASON = "contoh dari <b>pelatihan</b>";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Visit officer;
  private static Visit agency;
  private static String word = "";

  @BeforeAll
  static void setUp() throws Exception {
    console = ConsoleServer.start(folder.resolve("server"));
    WaitingCity city = WaitingCity.of(console);
    officer = city.officer();
    agency = city.agency();
    word = ApiPeople.token(officer);
    city.sent("titipan satu.csv", "KODE;NILAI\nA;1\nB;belum\nC;nanti\nD;entah\n");
    city.sent("titipan dua.csv", "KODE;NILAI\nE;3\nF;kosong\n");
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  private static List<String> rows(String narrowed) {
    return ROW.matcher(officer.get("/quarantine/rows" + narrowed).body())
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  private static HttpResponse<String> decide(String token, String key, String... fields) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      query.append(i == 0 ? "?" : "&").append(fields[i]).append('=');
      query.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(console.address() + "/api/v1/quarantine/decisions" + query))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.noBody())
            .build();
    return new Visit(console.address()).send(request);
  }

  private static long count(String narrowed) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(console.address() + "/api/v1/quarantine/count" + narrowed))
            .header("Authorization", "Bearer " + word)
            .build();
    return JSON.readTree(new Visit(console.address()).send(request).body()).get("rows").asLong();
  }

  /** Two rows are ticked, ignored and opened again without a mouse, on a desk and on a phone. */
  @Test
  @Order(1)
  void anOfficerDecidesWithTheKeyboardOnly() throws Exception {
    try (Browser browser = new Browser(console.address(), folder.resolve("profile"))) {
      browser.login(FirstAccount.NAME, FirstAccount.PASSWORD);
      for (Dimension size : List.of(Browser.DESK, Browser.PHONE)) {
        browser.size(size);
        browser.open("/quarantine/rows?dataset=dinsos/titipan");
        tick(browser, 0, 1);
        WebElement why = browser.driver().findElement(org.openqa.selenium.By.id("why"));
        why.sendKeys(REASON, Keys.ENTER);
        browser.await(".say.good");
        assertThat(browser.text()).contains("2 baris diabaikan");
        assertThat(browser.all("input[name=row]")).hasSize(2);
        assertThat(count("")).isEqualTo(2);
        browser.open("/quarantine?dataset=dinsos/titipan");
        assertThat(browser.text()).contains("integer.invalid nilai (2)");

        for (String language : List.of("en", "id")) {
          browser.open("/help").click("form[action='/language'] button");
          for (String page :
              List.of(
                  "/quarantine",
                  "/quarantine?state=ignored",
                  "/quarantine/rows",
                  "/quarantine/rows?state=ignored",
                  "/quarantine/decide",
                  "/quarantine/decide?state=ignored")) {
            String name =
                language + "-" + size.getWidth() + page.replaceAll("[^a-z]+", "-") + ".png";
            browser.open(page).picture(PICTURES.resolve(name));
            Inspection.of(browser, language + " " + page + " at " + size.getWidth());
          }
        }

        browser.open("/quarantine/rows?state=ignored");
        assertThat(browser.text()).contains("diabaikan: " + REASON, FirstAccount.NAME);
        tick(browser, 0, 1);
        browser
            .driver()
            .findElement(
                org.openqa.selenium.By.cssSelector(
                    "form[action='/quarantine/decide'] button[type=submit]"))
            .sendKeys(Keys.ENTER);
        browser.await(".say.good");
        assertThat(browser.text()).contains("2 baris dibuka lagi");
        assertThat(count("")).isEqualTo(4);
        assertThat(count("?state=ignored")).isZero();
      }
    }
  }

  private static void tick(Browser browser, int... positions) {
    List<WebElement> boxes = browser.all("input[name=row]");
    for (int position : positions) {
      boxes.get(position).sendKeys(Keys.SPACE);
      assertThat(boxes.get(position).isSelected()).isTrue();
    }
  }

  @Test
  @Order(2)
  void othersSeeAndDoNotDecide() {
    String row = rows("").get(0);
    for (Visit other : List.of(agency, ApiPeople.visit(console, "dewi"))) {
      assertThat(other.get("/quarantine/rows").body())
          .contains("titipan satu.csv")
          .doesNotContain("name=\"row\"");
      assertThat(other.get("/quarantine/decide").statusCode()).isEqualTo(404);
      assertThat(
              other
                  .post("/me", "/quarantine/decide", "act", "ignore", "row", row, "why", "x")
                  .statusCode())
          .isIn(403, 404);
      assertThat(
              decide(ApiPeople.token(other), "r", "act", "ignore", "row", row, "why", "x")
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(
            officer
                .postBare("/quarantine/decide", "act", "ignore", "row", row, "why", "x")
                .statusCode())
        .isEqualTo(403);
    assertThat(rows("")).hasSize(4);
  }

  @Test
  @Order(3)
  void aProgramDecidesOnceForEachKeyAndIsToldWhatIsOtherwise() throws IOException {
    String row = rows("").get(0);
    String[] wanted = {"act", "ignore", "row", row, "why", REASON};

    assertThat(decide(word, "satu", wanted).body()).isEqualTo("{\"act\":\"ignore\",\"rows\":1}");
    assertThat(decide(word, "satu", wanted).body()).isEqualTo("{\"act\":\"ignore\",\"rows\":1}");
    HttpResponse<String> second = decide(word, "dua", wanted);
    assertThat(second.statusCode()).isEqualTo(409);
    JsonNode problem = JSON.readTree(second.body());
    assertThat(problem.get("code").asText()).isEqualTo("quarantine.changed");
    assertThat(problem.get("title").asText()).contains("ignored by " + FirstAccount.NAME, REASON);
    assertThat(decide(word, "tiga", "act", "ignore", "row", row).statusCode()).isEqualTo(422);
    assertThat(decide(word, "empat", "act", "ignore", "why", "x").statusCode()).isEqualTo(400);
    assertThat(decide(word, "lima", "act", "drop", "row", row).statusCode()).isEqualTo(400);
    assertThat(decide(word, "enam", "act", "ignore", "expected", "9", "why", "x").statusCode())
        .isEqualTo(409);
    assertThat(count("")).isEqualTo(3);

    String csv = officer.get("/quarantine/rows/csv?state=ignored").body();
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("ignored," + REASON + "," + FirstAccount.NAME);
    assertThat(officer.get("/quarantine/rows/csv").body().lines()).hasSize(4);
    String audit = officer.get("/audit?action=quarantine.ignore").body();
    assertThat(audit)
        .contains("1 baris, 1 run: contoh dari &lt;b&gt;pelatihan&lt;/b&gt;")
        .doesNotContain("<b>pelatihan");
    assertThat(decide(word, "tujuh", "act", "reopen", "expected", "1").statusCode()).isEqualTo(200);
    assertThat(count("")).isEqualTo(4);
  }

  /** All that match are decided over as they were seen: one more, and nobody is. */
  @Test
  @Order(4)
  void allThatMatchAreWhatWasSeen() throws Exception {
    String page = officer.get("/quarantine/decide?dataset=dinsos/titipan").body();
    assertThat(page).contains("<b>4</b>");
    Matcher upTo = Pattern.compile("name=\"upto\" value=\"(\\d+)\"").matcher(page);
    assertThat(upTo.find()).isTrue();
    String[] all = {
      "act",
      "ignore",
      "dataset",
      "dinsos/titipan",
      "upto",
      upTo.group(1),
      "expected",
      "4",
      "why",
      "semua"
    };
    new WaitingCity(console, officer, agency).sent("titipan tiga.csv", "KODE;NILAI\nG;3\nH;lagi\n");

    assertThat(followed(all)).contains("4 baris diabaikan", "titipan tiga.csv");
    assertThat(count("")).isEqualTo(1);
    assertThat(followed(all)).contains("tidak ada yang diubah", "titipan tiga.csv");
    assertThat(count("?state=ignored")).isEqualTo(4);
  }

  /** What the page says after a decision. */
  private static String followed(String... fields) {
    HttpResponse<String> answer = officer.post("/me", "/quarantine/decide", fields);
    return officer.get(Visit.location(answer).replaceFirst("^https?://[^/]+", "")).body();
  }

  @Test
  @Order(5)
  void aCommandDoesTheSame() throws Exception {
    String run = rows("").get(0).replaceFirst("\\..*", "");
    Path routes = console.home().resolveSibling("routes");

    assertThat(console.command(routes, "ignore", run)).isEqualTo(2);
    assertThat(console.command(routes, "ignore", run, "--row", "9", "--why", "x")).isEqualTo(5);
    assertThat(console.command(routes, "ignore", run, "--why", "latihan")).isZero();
    assertThat(count("")).isZero();
    assertThat(console.command(routes, "ignore", run, "--why", "latihan")).isEqualTo(1);
    assertThat(console.command(routes, "ignore", run, "--reopen")).isZero();
    assertThat(count("")).isEqualTo(1);
  }

  /** A row whose value no list knows leads to the decision about it, which leads back. */
  @Test
  @Order(6)
  void anUnknownValueLeadsToItsDecisionAndBack() throws Exception {
    Path mapping = console.mappings().resolve("dinsos/titipan.yaml");
    String column = "  agama: {from: AGAMA, type: code(agama), class: publik}\n";
    Files.writeString(
        mapping, Files.readString(mapping).replaceFirst("(?m)^tolerance:", column + "tolerance:"));
    TimeUnit.MILLISECONDS.sleep(1500);
    new WaitingCity(console, officer, agency)
        .sent("titipan lima.csv", "KODE;NILAI;AGAMA\nK;1;Islam\nL;2;Islm\nM;3;Krsten\n");

    String rows = officer.get("/quarantine/rows?code=code.unknown").body();
    assertThat(rows).contains("href=\"/codes?value=Islm\"", "href=\"/codes?value=Krsten\"");
    assertThat(agency.get("/quarantine/rows?code=code.unknown").body())
        .contains("Islm")
        .doesNotContain("/codes?value=");
    String run = ROW.matcher(rows).results().findFirst().orElseThrow().group(1);
    String back = "/runs/" + run.replaceFirst("\\..*", "") + "/rejects";
    String decision = officer.get("/codes?value=Islm").body();
    assertThat(decision)
        .contains("name=\"value\" value=\"Islm\"", "href=\"" + back + "\"")
        .doesNotContain("value=\"Krsten\"");
    assertThat(officer.get(back).body()).contains("href=\"/codes?value=Islm\"");
    String number = back.replaceAll("\\D", "");
    assertThat(officer.get("/codes?run=" + number).body()).contains("Islm", "Krsten");
    assertThat(officer.get("/codes?run=1").body()).doesNotContain("Islm", "Krsten");
  }
}

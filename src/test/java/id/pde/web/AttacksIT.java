package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people with bad intentions, or bad luck, do to the console over plain HTTP. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AttacksIT {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs",
        "/runs/1",
        "/datasets",
        "/quarantine",
        "/codes",
        "/schedules",
        "/upload",
        "/accounts",
        "/audit",
        "/health",
        "/me",
        "/submissions",
        "/runs/1/answer/workbook"
      })
  void nobodySeesAnythingWithoutALogin(String page) {
    HttpResponse<String> answer = city.stranger().get(page);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visit.location(answer)).endsWith("/login");
  }

  @Test
  void theSetUpIsClosedOnceThereIsAnAccount() {
    Visit stranger = city.stranger();
    HttpResponse<String> answer =
        stranger.post(
            "/login",
            "/setup",
            "code",
            "",
            "name",
            "eve",
            "shown",
            "",
            "password",
            AttackedCity.PASSWORD,
            "again",
            AttackedCity.PASSWORD);

    assertThat(Visit.location(answer)).endsWith("/login");
    assertThat(stranger.login("eve", AttackedCity.PASSWORD)).endsWith("/login?wrong");
    assertThat(city.home().resolve("secrets/setup-code")).doesNotExist();
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    Visit admin = city.admin();

    HttpResponse<String> answer =
        admin.postBare(
            "/accounts", "name", "eve", "roles", "admin", "password", AttackedCity.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(admin.get("/accounts").body()).doesNotContain(">eve<");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/accounts", "/audit", "/health", "/codes", "/schedules"})
  void anAgencyGetsNowhereElse(String page) {
    assertThat(city.visit("dinsos1").get(page).statusCode()).isEqualTo(403);
  }

  @Test
  void anAgencySeesOnlyItsOwnRuns() {
    Visit owner = city.visit("dinsos1");
    long run = city.sent(owner, "dinsos", "titipan_a.csv", "KODE;NILAI\nA;1\n");

    assertThat(owner.get("/runs/" + run).statusCode()).isEqualTo(200);
    Visit other = city.visit("dkupp1");
    for (String path : new String[] {"", "/rejects", "/answer/workbook", "/answer/text", "/undo"}) {
      assertThat(other.get("/runs/" + run + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(other.get("/runs").body()).doesNotContain("titipan_a.csv");
    assertThat(other.get("/runs?agency=dinsos").body()).doesNotContain("titipan_a.csv");
    assertThat(other.get("/runs?dataset=dinsos/titipan").body()).doesNotContain("titipan_a.csv");
    assertThat(other.get("/").body()).doesNotContain("titipan_a.csv");
    assertThat(other.get("/datasets/dinsos/titipan").statusCode()).isEqualTo(404);
  }

  @Test
  void anAgencyCannotSendForAnotherOne() {
    HttpResponse<String> answer =
        city.visit("dkupp1")
            .upload(
                "dinsos", "titipan_b.csv", "KODE;NILAI\nB;1\n".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "decline", "undo", "replay", "rejects"})
  void anAnalystChangesNothing(String act) {
    assertThat(city.visit("analis1").post("/me", "/runs/1/" + act).statusCode()).isEqualTo(403);
  }

  @Test
  void whatWasSentIsNotForAnalysts() {
    Visit owner = city.visit("dinsos1");
    long run = city.sent(owner, "dinsos", "titipan_p.csv", "KODE;NILAI\nP;bukan\nQ;1\n");

    assertThat(owner.get("/runs/" + run + "/answer/workbook").statusCode()).isEqualTo(200);
    Visit analyst = city.visit("analis1");
    assertThat(analyst.get("/runs/" + run).body()).doesNotContain("/answer/");
    for (String kind : new String[] {"workbook", "text", "json"}) {
      assertThat(analyst.get("/runs/" + run + "/answer/" + kind).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whoAskedCannotApprove() {
    Visit admin = city.admin();
    long run = city.sent(admin, "dinsos", "titipan_c.csv", "KODE;NILAI\nC1;1\nC2;2\nC3;3\nC4;4\n");

    assertThat(admin.get("/runs/" + run).body()).doesNotContain("/runs/" + run + "/approve");
    admin.post("/me", "/runs/" + run + "/approve");
    assertThat(admin.get("/runs/" + run).body()).contains("/runs/" + run + "/decline");
  }

  @Test
  void aNameOfAFileIsNeverMarkup() {
    Visit owner = city.visit("dinsos1");
    String name = "titipan_<img src=x onerror=alert(1)>'.csv";
    long run = city.sent(owner, "dinsos", name, "KODE;NILAI\nX<script>;7\n");

    for (String page : new String[] {"/runs/" + run, "/runs", "/", "/upload"}) {
      assertThat(owner.get(page).body())
          .as(page)
          .doesNotContain("<img src=x")
          .contains("&lt;img src=x");
    }
  }

  @Test
  void whatAColumnIsCalledIsNeverMarkup() {
    Visit owner = city.visit("dinsos1");
    long run =
        city.sent(
            owner, "dinsos", "titipan_d.csv", "KODE;NILAI\n<b id=evil>;bukan<script>x</script>\n");

    assertThat(owner.get("/runs/" + run).body())
        .doesNotContain("<script>x")
        .contains("&lt;script&gt;x");
    assertThat(owner.get("/runs/" + run + "/rejects").body())
        .doesNotContain("<script>x")
        .doesNotContain("<b id=evil>");
  }

  @Test
  void aPathInTheNameLeadsNowhere() throws Exception {
    Visit owner = city.visit("dinsos1");
    city.sent(owner, "dinsos", "../../../titipan_e.csv", "KODE;NILAI\nE;1\n");
    city.sent(owner, "dinsos", "..\\..\\titipan_f.csv", "KODE;NILAI\nF;1\n");

    try (Stream<Path> all = Files.walk(city.home())) {
      assertThat(all.filter(path -> path.toString().contains("titipan_e.csv")).map(Path::toString))
          .allMatch(path -> path.contains("/outbox/dinsos/"));
    }
    assertThat(owner.get("/runs").body()).contains(">titipan_e.csv<").contains(">titipan_f.csv<");
  }

  @Test
  void fiftyFilesAtOnceAllComeToTheirEnd() throws Exception {
    Visit owner = city.visit("dinsos1");
    String token = owner.token("/upload");
    ExecutorService senders = Executors.newFixedThreadPool(50);
    try {
      List<Future<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String name = "titipan_n" + i + ".csv";
        byte[] content = ("KODE;NILAI\nN" + i + ";" + i + "\n").getBytes(StandardCharsets.UTF_8);
        sent.add(senders.submit(() -> owner.upload(token, "dinsos", name, content)));
      }
      for (Future<HttpResponse<String>> one : sent) {
        HttpResponse<String> answer = one.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        for (int tries = 0; tries < 300; tries++) {
          if (AttackedCity.RUN.matcher(owner.get(Visit.location(answer)).body()).find()) {
            break;
          }
          AttackedCity.pause();
        }
        assertThat(owner.get(Visit.location(answer)).body()).contains(">dimuat<");
      }
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    Visit owner = city.visit("dinsos1");
    String token = owner.token("/upload");
    URI address = URI.create(city.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(60_000);
      String head =
          "POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
              + owner.cookies()
              + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000000\r\n\r\n"
              + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
              + token
              + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      String status =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();

      assertThat(status).matches("HTTP/1.1 4(13|03).*");
    }
    assertThat(owner.get("/upload").statusCode()).isEqualTo(200);
  }

  @Test
  void fiveWrongPasswordsLockTheAccount() {
    city.add(city.admin(), "lupa", "analyst", "");
    for (int tries = 0; tries < 5; tries++) {
      assertThat(city.stranger().login("lupa", "salah-sekali-" + tries)).endsWith("/login?wrong");
    }

    assertThat(city.stranger().login("lupa", AttackedCity.PASSWORD)).endsWith("/login?locked");
  }

  @Test
  void aSessionEndsWhenTheRightsDo() throws Exception {
    Visit admin = city.admin();
    city.add(admin, "pergi", "officer", "");
    Visit leaving = city.visit("pergi");
    assertThat(leaving.get("/codes").statusCode()).isEqualTo(200);

    admin.post("/accounts", "/accounts/pergi", "roles", "analyst");

    TimeUnit.MILLISECONDS.sleep(2100);
    HttpResponse<String> answer = leaving.get("/codes");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visit.location(answer)).endsWith("/login?ended");
  }

  @Test
  void theLastAdministratorStays() {
    Visit admin = city.admin();
    admin.post("/accounts", "/accounts/ana", "roles", "officer");

    assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)"
      })
  void theLanguageLeadsNowhereElse(String back) {
    Visit stranger = city.stranger();
    HttpResponse<String> answer = stranger.post("/login", "/language", "to", "en", "back", back);

    assertThat(Visit.location(answer)).matches("(http://127\\.0\\.0\\.1:\\d+)?/");
  }

  @Test
  void noHeaderFromOutsideSteersARoute() {
    HttpResponse<String> answer =
        city.admin()
            .get("/runs", "CamelFileName", "../../x", "CamelSqlQuery", "DROP TABLE pde.run");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void thePagesSayWhatBrowsersMayDo() {
    HttpResponse<String> answer = city.admin().get("/");

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite"));
    assertThat(answer.body()).doesNotContain("style=\"").doesNotContain("onclick");
  }

  @Test
  void actsAreKept() {
    Visit admin = city.admin();
    city.add(admin, "dicatat", "analyst", "");

    assertThat(admin.get("/audit?action=account.add").body())
        .contains("account.add</span>", "dicatat")
        .doesNotContain(AttackedCity.PASSWORD);
  }
}

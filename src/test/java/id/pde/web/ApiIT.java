package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API as programs use it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApiIT {

  private static final String PASSWORD = ApiPeople.PASSWORD;

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Api api = new Api("");
  private static Visit admin = new Visit("");
  private static String officer;
  private static String agency;
  private static String analyst;

  @BeforeAll
  static void setUp() {
    console = ConsoleServer.start(folder);
    api = new Api(console.address());
    ApiPeople people = ApiPeople.of(console);
    admin = people.admin();
    officer = people.officer();
    agency = people.agency();
    analyst = people.analyst();
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  private static ApiSender sender() {
    return new ApiSender(api, agency);
  }

  @Test
  void withoutATokenThereIsNothing() {
    for (String token : new String[] {"", "pde_wrong"}) {
      HttpResponse<String> answer = api.get("/runs", token, "application/json");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(Api.json(answer).get("code").asText()).isEqualTo("api.token");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aRevokedTokenOpensNothingAndAPasswordThatChangesIsTold() {
    Visit visit = new Visit(console.address());
    visit.login("analis1", PASSWORD);
    visit.post("/me", "/me/tokens", "label", "cabut", "days", "1");
    Matcher made = ApiPeople.TOKEN.matcher(visit.get("/me").body());
    assertThat(made.find()).isTrue();
    String word = made.group(1);
    assertThat(api.get("/runs", word, "application/json").statusCode()).isEqualTo(200);

    visit.post("/me", "/me/tokens/revoke", "label", "cabut");

    assertThat(api.get("/runs", word, "application/json").statusCode()).isEqualTo(401);
    HttpResponse<String> wrong =
        visit.post(
            "/me",
            "/me/password",
            "old",
            "salah",
            "password",
            "kapal-pagi-baru",
            "again",
            "kapal-pagi-baru");
    assertThat(Visit.location(wrong)).endsWith("/me");
    HttpResponse<String> changed =
        visit.post(
            "/me",
            "/me/password",
            "old",
            PASSWORD,
            "password",
            "kapal-pagi-baru",
            "again",
            "kapal-pagi-baru");
    assertThat(Visit.location(changed)).endsWith("/login?changed");
    assertThat(visit.get("/login?changed").body()).contains("Kata sandi diganti");
    assertThat(visit.get("/me").statusCode()).isEqualTo(302);
    assertThat(visit.login("analis1", "kapal-pagi-baru")).doesNotContain("/login");
  }

  @Test
  void aCookieOfTheConsoleOpensNothing() {
    Visit visit = new Visit(console.address());
    visit.login("ana", PASSWORD);

    assertThat(visit.get("/api/v1/runs").statusCode()).isEqualTo(401);
  }

  @Test
  void aProgramSendsAFileOnceAndReadsWhatCameOfIt() throws Exception {
    String name = String.valueOf(ApiSender.sample().getFileName());
    long run = sender().delivered(name, "kiriman-1");

    HttpResponse<String> again =
        sender().send("bps", name, Files.readAllBytes(ApiSender.sample()), "kiriman-1");
    assertThat(again.statusCode()).isEqualTo(202);
    String place = again.headers().firstValue("Location").orElseThrow();
    JsonNode sent = Api.json(api.get(place.replaceFirst("^/api/v1", ""), agency, "*/*"));
    assertThat(sent.get("runs")).hasSize(1);
    assertThat(sent.get("runs").get(0).get("run").asLong()).isEqualTo(run);
    JsonNode runs = Api.json(api.get("/runs?agency=bps", agency, "application/json"));
    assertThat(runs.get("items").findValuesAsText("run")).contains(Long.toString(run));
    assertThat(
            Api.json(api.get("/runs/" + run, agency, "application/json")).get("outcome").asText())
        .matches("loaded|duplicate");
    assertThat(api.get("/runs", agency, "text/csv").body())
        .startsWith("run,outcome,mapping,")
        .contains("\n" + run + ",");
    assertThat(api.get("/runs", agency, "application/x-ndjson").body().lines())
        .hasSize(runs.get("items").size());
    HttpResponse<String> other = sender().send("bps", "lain.csv", new byte[] {65}, "kiriman-1");
    assertThat(other.statusCode()).isEqualTo(422);
  }

  @Test
  void anOfficerUndoesByTheApi() throws Exception {
    long run = sender().delivered("kemiskinan-lagi.csv", "kiriman-2");

    HttpResponse<String> refused =
        api.ask(api.to("/runs/" + run + "/undo").POST(BodyPublishers.noBody()), analyst);
    assertThat(refused.statusCode()).isEqualTo(403);
    HttpResponse<String> begun =
        api.ask(api.to("/runs/" + run + "/undo").POST(BodyPublishers.noBody()), officer);

    assertThat(begun.statusCode()).isEqualTo(202);
    String place =
        begun.headers().firstValue("Location").orElseThrow().replaceFirst("^/api/v1", "");
    JsonNode work = Api.json(api.get(place, officer, "application/json"));
    for (int tries = 0; tries < 300 && work.get("state").asText().equals("going"); tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
      work = Api.json(api.get(place, officer, "application/json"));
    }
    assertThat(work.get("state").asText()).isIn("done", "stopped");
  }

  @Test
  void whatBelongsToOthersIsNotThere() {
    assertThat(api.get("/runs/999999", agency, "application/json").statusCode()).isEqualTo(404);
    HttpResponse<String> answer =
        api.ask(
            api.to("/deliveries?agency=dinsos&name=x.csv").POST(BodyPublishers.ofString("A;B\n")),
            agency);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(api.get("/runs/x", agency, "application/json").statusCode()).isEqualTo(400);
  }

  /** Also where no method is reached, a program gets a problem and no page. */
  @Test
  void whereThereIsNothingAProgramIsToldSo() {
    for (String accept : List.of("application/json", "*/*", "text/html")) {
      assertThat(Api.code(api.get("/tiada", officer, accept))).isEqualTo("404 api.missing");
      assertThat(Api.code(api.get("/runs/1/undo", officer, accept))).isEqualTo("405 api.verb");
    }
    HttpResponse<String> post = api.post("/runs", officer);
    assertThat(Api.code(post)).isEqualTo("405 api.verb");
    assertThat(post.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void schedulesAreReadAndChanged() {
    String one = "/schedules/simpasar";
    assertThat(Api.json(api.get("/schedules", analyst, "*/*")).findValuesAsText("name"))
        .contains("simpasar");

    HttpResponse<String> set = api.post(one + "/set?at=02:30&nth-working=5&why=tutup", officer);
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(Api.json(set).get("rule").asText()).contains("nth-working=5");
    assertThat(Api.json(set).get("next")).hasSize(20);
    assertThat(Api.json(set).get("next").get(0).asText()).endsWith("T02:30:00+07:00");
    assertThat(Api.json(set).get("by_officer").asBoolean()).isTrue();
    assertThat(Api.code(api.post(one + "/set?nth-working=99", officer)))
        .isEqualTo("422 schedule.rule");
    assertThat(Api.code(api.post(one + "/set", officer))).isEqualTo("422 schedule.nothing");
    assertThat(Api.json(api.post(one + "/pause", officer)).get("state").asText())
        .isEqualTo("paused");
    assertThat(Api.json(api.post(one + "/resume", officer)).get("state").asText()).isEqualTo("on");
    assertThat(Api.json(api.post(one + "/reset", officer)).get("by_officer").asBoolean()).isFalse();

    assertThat(Api.code(api.get(one, agency, "*/*"))).isEqualTo("403 api.denied");
    assertThat(Api.code(api.post(one + "/pause", analyst))).isEqualTo("403 api.denied");
    assertThat(Api.code(api.post("/schedules/tiada/pause", officer))).isEqualTo("404 api.missing");
    assertThat(acts())
        .contains("schedule.set", "schedule.pause", "schedule.resume", "schedule.reset");
  }

  /** What the audit says of schedules. */
  private static List<String> acts() {
    String audit = admin.get("/audit").body();
    return Pattern.compile("schedule\\.[a-z]+(?=</span>)")
        .matcher(audit)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void aScheduleWithoutARouteIsNotRun() throws Exception {
    Path routes = Files.createDirectories(folder.resolve("others"));
    Files.writeString(
        routes.resolve("lama.yaml"),
        """
        - from:
            uri: pde:schedule/lama?at=02:30
            steps:
              - setBody:
                  constant: "KODE;NILAI"
              - to: pde:dinsos/titipan
        """);
    assertThat(console.command(routes, "schedule", "pause", "lama", "--why", "uji")).isZero();

    String one = "/schedules/lama";
    assertThat(Api.json(api.get(one, officer, "*/*")).get("state").asText()).isEqualTo("no_route");
    assertThat(Api.code(api.post(one + "/run", officer))).isEqualTo("409 schedule.no-route");
    admin.post(one, one + "/run");
    admin.post("/schedules/simpasar", "/schedules/simpasar/resume");
    assertThat(admin.get("/audit").body())
        .contains("jadwal simpasar")
        .doesNotContain("jadwal lama");
  }

  @Test
  void aScheduleIsRunOnceForAKey() {
    String run = "/schedules/simpasar/run?why=coba";
    HttpResponse<String> first = api.post(run, officer, "Idempotency-Key", "s-1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(api.post(run, officer, "Idempotency-Key", "s-1").body()).isEqualTo(first.body());
    assertThat(Api.code(api.post("/schedules/simpasar/pause", agency))).isEqualTo("403 api.denied");
    assertThat(acts()).contains("schedule.run");
  }

  @Test
  void aCodeIsDecided() throws Exception {
    Path sent = Path.of("src/main/demo/dinsos/usulan_bantuan_2025_tw1.csv");
    HttpResponse<String> begun =
        api.ask(
            api.to("/deliveries?agency=dinsos&name=usulan_bantuan.csv")
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(sent))),
            officer);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    JsonNode queue = Api.json(api.get("/codes?list=agama", officer, "*/*"));
    for (int tries = 0; tries < 300 && queue.isEmpty(); tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
      queue = Api.json(api.get("/codes?list=agama", officer, "*/*"));
    }
    String place = begun.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
    assertThat(queue.findValuesAsText("value"))
        .as(api.get(place, officer, "*/*").body())
        .containsExactly("Islm");
    assertThat(queue.get(0).get("suggestions").get(0).get("name").asText()).isEqualTo("ISLAM");

    String decide = "/codes/decide?list=agama&value=Islm&code=";
    assertThat(Api.code(api.post(decide + "1", agency))).isEqualTo("403 api.denied");
    assertThat(Api.code(api.post(decide + "tiada", officer))).endsWith(" code.refused");
    JsonNode kept = Api.json(api.post(decide + "ISLAM&why=salah", officer));
    assertThat(kept.get("code").get("code").asText()).isEqualTo("1");
    assertThat(kept.get("runs")).hasSize(1);
  }

  @Test
  void datasetsAndSubmissionsAreListed() {
    assertThat(Api.json(api.get("/datasets", officer, "application/json"))).hasSizeGreaterThan(20);
    assertThat(
            Api.json(api.get("/datasets", agency, "application/json")).findValuesAsText("agency"))
        .containsOnly("bps");
    assertThat(Api.json(api.get("/submissions", officer, "application/json"))).isNotEmpty();
  }
}

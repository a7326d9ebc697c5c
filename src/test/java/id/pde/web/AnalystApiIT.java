package id.pde.web;

import static id.pde.web.Api.code;
import static id.pde.web.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What analysts and officers read in the console, by the API: SQL, catalogue, audit, answers. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AnalystApiIT {

  private static final String CSV = "KODE,NILAI\n%s,1\nx,satu\n";

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static Program officer;
  private static Program analyst;
  private static Program agency;
  private static Program stranger;

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
    city.add(city.admin(), "petugas1", "officer", "");
    city.add(city.admin(), "analis2", "analyst", "");
    officer = Program.of(city.address(), city.visit("petugas1"));
    analyst = Program.of(city.address(), city.visit("analis1"));
    agency = Program.of(city.address(), city.visit("dinsos1"));
    stranger = Program.of(city.address(), city.visit("dkupp1"));
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  private static HttpResponse<String> ask(Program who, String statement) {
    return who.postJson("/sql", "{'statement':'" + statement + "'}");
  }

  @Test
  void anAnalystAsksReadsAllRowsAndSeesOnlyTheOwnStatements() {
    HttpResponse<String> answer =
        ask(analyst, "SELECT n, n * 2 AS dua FROM generate_series(1, 700) n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = json(answer);
    assertThat(told.get("count").asLong()).isEqualTo(700);
    assertThat(told.get("rows")).hasSize(500);
    assertThat(told.get("whole").asBoolean()).isFalse();
    assertThat(told.get("columns").findValuesAsText("kind")).containsExactly("number", "number");

    String place = answer.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
    HttpResponse<String> all = analyst.get(place + "/rows", "Accept", "text/csv");
    assertThat(all.body().lines()).hasSize(701).contains("n,dua", "700,1400");
    assertThat(code(officer.get(place))).isEqualTo("404 api.missing");
    assertThat(code(officer.get(place + "/rows"))).isEqualTo("404 api.missing");
    assertThat(code(officer.post(place + "/stop"))).isEqualTo("404 api.missing");
    assertThat(code(ask(agency, "SELECT 1"))).isEqualTo("403 api.denied");
    assertThat(code(ask(new Program(city.address(), ""), "SELECT 1"))).isEqualTo("401 api.token");
  }

  @Test
  void whatDoesNotReadIsRefusedWithItsPlace() {
    for (String evil :
        List.of(
            "DROP TABLE pde.run",
            "SELECT 1; SELECT 2",
            "COPY pde.run TO PROGRAM $$id$$",
            "SELECT pg_read_file($$/etc/passwd$$)",
            "SELECT * FROM pde.account",
            "SET ROLE postgres",
            "")) {
      HttpResponse<String> answer = ask(analyst, evil);
      assertThat(answer.statusCode()).as(evil + ": " + answer.body()).isEqualTo(422);
      assertThat(json(answer).get("code").asText()).as(evil).startsWith("sql.");
    }
    assertThat(json(ask(analyst, "SELECT tiada")).get("position").asInt()).isEqualTo(8);
    assertThat(ask(analyst, "SELECT 1").statusCode()).isEqualTo(200);
  }

  @Test
  void aStatementThatRunsOnIsStoppedAndMoreThanTwoAreTooMany() {
    String endless =
        "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";
    Program busy = Program.of(city.address(), city.visit("analis2"));
    HttpResponse<String> first = ask(busy, endless);
    HttpResponse<String> second = ask(busy, endless);
    assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(202, 202);
    assertThat(json(first).get("running").asBoolean()).isTrue();

    assertThat(code(ask(busy, "SELECT 1"))).isEqualTo("422 sql.busy");

    for (HttpResponse<String> one : List.of(first, second)) {
      String place = one.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
      assertThat(busy.post(place + "/stop").statusCode()).isEqualTo(204);
    }
    for (int tries = 0; tries < 100 && ask(busy, "SELECT 1").statusCode() != 200; tries++) {
      AttackedCity.pause();
    }
    assertThat(ask(busy, "SELECT 1").statusCode()).isEqualTo(200);
  }

  @Test
  void keptStatementsAreSharedOrNot() {
    String shared = "{'name':'Bersama','statement':'SELECT 1','shared':true}";
    assertThat(analyst.postJson("/queries", shared).statusCode()).isEqualTo(200);
    analyst.postJson("/queries", shared.replace("Bersama", "Sendiri").replace("true", "false"));
    assertThat(analyst.postJson("/queries", shared).statusCode()).isEqualTo(200);

    JsonNode own = json(analyst.get("/queries"));
    assertThat(own.findValuesAsText("name")).containsExactly("Bersama", "Sendiri");
    assertThat(json(officer.get("/queries")).findValuesAsText("name")).containsExactly("Bersama");
    String number = own.get(0).get("number").asText();
    assertThat(code(officer.post("/queries/" + number + "/remove"))).isEqualTo("404 api.missing");
    assertThat(json(analyst.post("/queries/" + number + "/remove")).findValuesAsText("name"))
        .containsExactly("Sendiri");
    assertThat(code(analyst.postJson("/queries", "{'name':' ','statement':'SELECT 1'}")))
        .isEqualTo("422 sql.name");
    assertThat(code(agency.get("/queries"))).isEqualTo("403 api.denied");
  }

  @Test
  void theCatalogueIsSearchedAndATableToldByItsColumns() {
    assertThat(json(analyst.get("/catalogue?q=pasar")).findValuesAsText("dataset"))
        .contains("dkupp/pasar");
    JsonNode table = json(analyst.get("/catalogue/pasar")).get(0);
    assertThat(table.get("dataset").asText()).isEqualTo("dkupp/pasar");
    assertThat(table.get("columns").findValuesAsText("place"))
        .isNotEmpty()
        .allMatch(place -> place.startsWith("mappings/dkupp/pasar.yaml:"));
    assertThat(table.get("columns").findValuesAsText("class")).contains("publik");
    assertThat(code(analyst.get("/catalogue/tiada"))).isEqualTo("404 api.missing");
    assertThat(code(agency.get("/catalogue"))).isEqualTo("403 api.denied");
    assertThat(code(agency.get("/catalogue/pasar"))).isEqualTo("403 api.denied");
  }

  @Test
  void theAuditAndTheHealthAreForThoseWhoWork() {
    ask(analyst, "SELECT 1");
    JsonNode acts = json(officer.get("/audit?action=sql.ask&who=analis1&limit=1"));
    assertThat(acts.get("items").findValuesAsText("who")).containsExactly("analis1");
    assertThat(json(officer.get("/audit?limit=1")).get("next").asLong()).isPositive();
    assertThat(json(officer.get("/health")).findValuesAsText("state"))
        .isNotEmpty()
        .allMatch(state -> List.of("good", "note", "bad").contains(state));
    for (Program other : List.of(analyst, agency)) {
      assertThat(code(other.get("/audit"))).isEqualTo("403 api.denied");
      assertThat(code(other.get("/health"))).isEqualTo("403 api.denied");
    }
  }

  @Test
  void anAnswerIsForItsSenderAndTheOffice() {
    long run = city.sent(city.visit("dinsos1"), "dinsos", "titipan.csv", CSV.formatted("t9"));
    String place = "/runs/" + run + "/answer/";

    HttpResponse<String> text = agency.get(place + "text");

    assertThat(text.statusCode()).as(text.body()).isEqualTo(200);
    assertThat(text.headers().firstValue("Content-Disposition").orElse("")).contains("titipan.csv");
    assertThat(text.body()).contains("titipan.csv");
    assertThat(json(officer.get(place + "json")).get("run").asLong()).isEqualTo(run);
    assertThat(code(stranger.get(place + "text"))).isEqualTo("404 api.missing");
    assertThat(code(analyst.get(place + "text"))).isEqualTo("404 api.missing");
    assertThat(code(agency.get(place + "lain"))).isEqualTo("404 api.missing");
  }

  @Test
  void aSampleIsGuessedAndPlannedAndLeavesNothing() {
    String csv = "KODE,NILAI\na,1\nb,2\n";
    HttpResponse<String> guessed =
        officer.send("POST", "/mappings/dinsos/baru/guess?name=baru.csv", csv);
    assertThat(guessed.statusCode()).as(guessed.body()).isEqualTo(200);
    assertThat(guessed.body()).contains("columns:", "KODE");

    HttpResponse<String> planned =
        officer.send("POST", "/mappings/dinsos/titipan/plan?name=titipan.csv", csv);
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
    assertThat(json(planned).get(0).get("counts").get("read").asLong())
        .as(planned.body())
        .isEqualTo(2);
    assertThat(json(planned).get(0).has("changes")).isTrue();
    assertThat(city.visit("petugas1").get("/studio").body()).doesNotContain("titipan.csv");

    assertThat(code(officer.send("POST", "/mappings/dinsos/tiada/plan?name=x.csv", csv)))
        .isEqualTo("404 api.missing");
    assertThat(code(officer.send("POST", "/mappings/hantu/x/guess?name=x.csv", csv)))
        .isEqualTo("404 api.missing");
    assertThat(code(analyst.send("POST", "/mappings/dinsos/titipan/plan?name=x.csv", csv)))
        .isEqualTo("403 api.denied");
    assertThat(code(agency.send("POST", "/mappings/dinsos/titipan/guess?name=x.csv", csv)))
        .isEqualTo("403 api.denied");
  }
}

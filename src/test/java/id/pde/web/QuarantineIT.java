package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/** Rows that wait: seen by whom they belong to, given as a file, read again many at once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarantineIT {

  private static final Pattern UP_TO = Pattern.compile("name=\"upto\" value=\"(\\d+)\"");
  private static final String CODE = "integer.invalid";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Visit officer;
  private static Visit agency;
  private static Visit stranger;
  private static Visit analyst;

  @BeforeAll
  static void setUp() throws Exception {
    console = ConsoleServer.start(folder);
    WaitingCity city = WaitingCity.of(console);
    officer = city.officer();
    agency = city.agency();
    ApiPeople.account(officer, "bps1", "agency", "bps");
    stranger = ApiPeople.visit(console, "bps1");
    analyst = ApiPeople.visit(console, "dewi");
    city.sent("titipan satu.csv", "KODE;NILAI\nA;1\nB;=1+1\n");
    city.sent("titipan dua.csv", "KODE;NILAI\nC;3\nD;belum\nE;nanti\n");
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request, String token) {
    request.header("Authorization", "Bearer " + token).header("Accept-Language", "en");
    return new Visit(console.address()).send(request.build());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(console.address() + "/api/v1/quarantine" + path));
  }

  private static JsonNode json(HttpRequest.Builder request, String token) throws IOException {
    return JSON.readTree(ask(request, token).body());
  }

  @Test
  @Order(1)
  void whatWaitsIsSeenByWhomItBelongsTo() {
    String all = officer.get("/quarantine").body();
    assertThat(all).contains("titipan satu.csv", "titipan dua.csv", CODE, "/quarantine/load");
    assertThat(agency.get("/quarantine").body())
        .contains("titipan satu.csv")
        .doesNotContain("action=\"/quarantine/load\"><button")
        .doesNotContain("name=\"all\"");
    assertThat(stranger.get("/quarantine").body()).doesNotContain("titipan");
    assertThat(stranger.get("/quarantine?agency=dinsos").body()).doesNotContain("titipan satu");
    assertThat(officer.get("/quarantine?code=nik.shape").body()).doesNotContain("titipan satu");
  }

  @Test
  @Order(2)
  void theFileHasAllRowsAndNoFormula() {
    String csv = officer.get("/quarantine/rows/csv?dataset=dinsos/titipan").body();
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("_run,_perangkat_daerah,_dataset").endsWith("KODE,NILAI");
    assertThat(csv).contains("'=1+1").contains(CODE).doesNotContain(",=1+1");
    assertThat(officer.get("/quarantine/rows/csv").body()).contains("KODE: D | NILAI: belum");
    assertThat(officer.get("/quarantine/rows/csv?column=kode").body().lines()).hasSize(1);
    assertThat(stranger.get("/quarantine/rows/csv").body().lines()).hasSize(1);
    assertThat(stranger.get("/quarantine/rows/csv?agency=dinsos").body().lines()).hasSize(1);
    assertThat(officer.get("/quarantine/rows/xlsx").body()).startsWith("PK");
    assertThat(officer.get("/audit").body())
        .contains(
            "quarantine.export</span>",
            "quarantine.exported</span>",
            "csv, 3 baris",
            "pde.quarantine");
  }

  @Test
  @Order(3)
  void programsReadTheSame() throws IOException {
    String word = ApiPeople.token(officer);
    JsonNode groups = json(to("?dataset=dinsos/titipan&limit=1").GET(), word);
    assertThat(groups.get("items")).hasSize(1);
    long next = groups.get("next").asLong();
    assertThat(next).isPositive();
    JsonNode older = json(to("?dataset=dinsos/titipan&before=" + next).GET(), word);
    assertThat(older.get("items").findValuesAsText("file")).containsExactly("titipan satu.csv");
    assertThat(json(to("/count").GET(), word).get("rows").asLong()).isEqualTo(3);
    String lines = ask(to("/rows").header("Accept", "application/x-ndjson").GET(), word).body();
    assertThat(lines.lines()).hasSize(3);
    assertThat(JSON.readTree(lines.lines().findFirst().orElseThrow()).get("_values").asText())
        .isEqualTo("KODE: B | NILAI: =1+1");
    assertThat(
            ask(to("/rows?dataset=dinsos/titipan").header("Accept", "text/csv").GET(), word).body())
        .contains("'=1+1");
    assertThat(json(to("").GET(), ApiPeople.token(stranger)).get("items")).isEmpty();
    HttpResponse<String> refused =
        ask(to("/load").POST(BodyPublishers.noBody()), ApiPeople.token(analyst));
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  @Order(4)
  void onlyOfficersLoadAndOnlyWithTheToken() {
    assertThat(analyst.get("/quarantine/load?all=1").statusCode()).isEqualTo(404);
    assertThat(agency.get("/quarantine/load?all=1").statusCode()).isEqualTo(404);
    for (Visit other : List.of(agency, analyst)) {
      assertThat(other.post("/me", "/quarantine/load", "upto", "99").statusCode()).isEqualTo(403);
    }
    assertThat(officer.postBare("/quarantine/load", "upto", "99").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(5)
  void whatWasMendedIsLoadedOnceForAllRuns() throws Exception {
    Path mapping = console.mappings().resolve("dinsos/titipan.yaml");
    String text = Files.readString(mapping);
    Files.writeString(mapping, text.replace("type: integer}", "type: integer, invalid: empty}"));
    TimeUnit.MILLISECONDS.sleep(1500);
    String narrowed = "/quarantine/load?dataset=dinsos/titipan&code=" + CODE + "&all=1";
    String page = officer.get(narrowed).body();
    assertThat(page).contains("<b>3</b>", "<b>2</b>", "dinsos/titipan");
    Matcher upTo = UP_TO.matcher(page);
    assertThat(upTo.find()).isTrue();

    String[] fields = {"dataset", "dinsos/titipan", "code", CODE, "upto", upTo.group(1)};
    HttpResponse<String> begun = officer.post(narrowed, "/quarantine/load", fields);
    String work = Visit.location(begun).replaceFirst("^https?://[^/]+", "");
    assertThat(work).startsWith("/works/");
    String state = officer.get(work).body();
    for (int tries = 0; tries < 300 && state.contains("hx-get"); tries++) {
      TimeUnit.MILLISECONDS.sleep(100);
      state = officer.get(work).body();
    }
    assertThat(state).contains("Selesai.").doesNotContain("tidak dapat dimuat");
    assertThat(officer.get("/quarantine?dataset=dinsos/titipan").body())
        .doesNotContain("titipan satu.csv", "titipan dua.csv");
    assertThat(officer.get("/quarantine/rows/csv?dataset=dinsos/titipan").body().lines())
        .hasSize(1);

    HttpResponse<String> again = officer.post("/me", "/quarantine/load", fields);
    assertThat(Visit.location(again)).endsWith("/quarantine");
    assertThat(officer.get("/quarantine").body()).contains("tidak ada yang dimuat");
    String acts = officer.get("/audit?action=quarantine.load").body();
    assertThat(acts).contains("3 baris, 2 run, dinsos; dinsos/titipan " + CODE);
    assertThat(acts.split("3 baris, 2 run", -1)).hasSize(2);
  }
}

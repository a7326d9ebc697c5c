package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.docs.Manual;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What everybody may read, how the API describes itself, and the calls that the manual shows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpenTablesIT {

  private static final Path DESCRIPTION = Path.of("src/docs/openapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Api api = new Api("");
  private static String officer;
  private static String agency;

  @BeforeAll
  static void setUp() {
    console = ConsoleServer.start(folder);
    api = new Api(console.address());
    ApiPeople people = ApiPeople.of(console);
    officer = people.officer();
    agency = people.agency();
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
  void everybodyReadsWhatIsPublicAndNothingElse() throws Exception {
    JsonNode open = Api.json(api.get("/public/datasets", "", "application/json"));
    assertThat(open).isNotEmpty();
    assertThat(open.findValuesAsText("id")).doesNotContain("disdukcapil/penduduk", "bkpsdm/asn");
    HttpResponse<String> hidden =
        api.get("/public/datasets/disdukcapil/penduduk/rows", "", "text/csv");
    assertThat(hidden.statusCode()).isEqualTo(404);
  }

  /** An answer without a row, or without its headings, would be one that lies. */
  @Test
  void whatIsPublicAndWasNeverLoadedIsNotThere() {
    JsonNode open = Api.json(api.get("/public/datasets", "", "application/json"));
    List<String> never =
        open.findValuesAsText("id").stream().filter(id -> !id.equals("bps/kemiskinan")).toList();
    assertThat(never).isNotEmpty();
    for (String id : never) {
      for (String form : List.of("text/csv", "application/x-ndjson")) {
        assertThat(Api.code(api.get("/public/datasets/" + id + "/rows", "", form)))
            .as(id + " " + form)
            .isEqualTo("404 api.missing");
      }
    }
  }

  @Test
  void whatIsPublicComesAsCsvAndAsLines() throws Exception {
    sender().delivered(String.valueOf(ApiSender.sample().getFileName()), "kiriman-3");
    JsonNode open = Api.json(api.get("/public/datasets", "", "application/json"));
    assertThat(open.findValuesAsText("id")).contains("bps/kemiskinan");

    String csv = api.get("/public/datasets/bps/kemiskinan/rows", "", "text/csv").body();
    String lines =
        api.get("/public/datasets/bps/kemiskinan/rows", "", "application/x-ndjson").body();

    assertThat(csv.lines().count() - 1).isPositive().isEqualTo(lines.lines().count());
    assertThat(JSON.readTree(lines.lines().findFirst().orElseThrow()).fieldNames())
        .toIterable()
        .contains("_period");
  }

  @Test
  void everyCallOfTheManualWorks() throws Exception {
    // What the open dataset has was sent before.
    sender().delivered(String.valueOf(ApiSender.sample().getFileName()), "kiriman-3");
    byte[] file = Files.readAllBytes(ApiSender.sample());
    for (String line : Manual.calls()) {
      HttpResponse<String> answer =
          new Visit(console.address()).send(CurlCall.of(line).to(console.address(), officer, file));
      assertThat(answer.statusCode()).as(line + "\n" + answer.body()).isBetween(200, 202);
      if (answer.statusCode() == 200) {
        assertThat(answer.body()).as(line).isNotBlank();
      }
    }
  }

  /** Renewed with -Dgolden.update=true; a difference is a change that programs notice. */
  @Test
  void theDescriptionIsTheOneThatIsCheckedIn() throws IOException {
    String now =
        JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(Api.json(api.get("/openapi.json", "", "application/json")))
            + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DESCRIPTION, now);
    }

    assertThat(DESCRIPTION).hasContent(now);
  }
}

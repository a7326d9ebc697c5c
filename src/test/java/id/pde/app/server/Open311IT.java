package id.pde.app.server;

import static id.pde.app.server.WebServer.json;
import static id.pde.app.server.WebServer.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import id.pde.run.SourceUnreadable;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Citizen reports of a GeoReport v2 server, through the mapping that PDE ships. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class Open311IT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path root;
  private WebServer web;
  private DoorCity city;
  private final List<Report> reports = new ArrayList<>();
  private int pageSize = 50;
  private boolean pages = true;

  private record Report(int id, Instant requested, String status) {
    String json() {
      return "{\"service_request_id\":\"%d\",\"status\":\"%s\",\"service_name\":\"Jalan\",\"service_code\":\"001\",\"description\":\"lubang\",\"requested_datetime\":\"%s\",\"updated_datetime\":\"%s\",\"lat\":-7.4700,\"long\":112.4300}"
          .formatted(id, status, requested, requested);
    }
  }

  @BeforeEach
  void begin() throws Exception {
    web = new WebServer();
    web.answers(this::answer);
    city = new DoorCity(root, database);
    city.wiring().connections();
    city.empty("open311");
    Files.createDirectories(root.resolve("mappings/codes"));
    Files.copy(
        Path.of("mappings/codes/perangkat_daerah.csv"),
        root.resolve("mappings/codes/perangkat_daerah.csv"));
    String shipped = Files.readString(Path.of("mappings/diskominfo/open311.yaml"));
    city.mapping("open311", shipped.replace("agency: diskominfo", "agency: dkupp"));
  }

  @AfterEach
  void end() {
    city.close();
    web.close();
  }

  private void start(String since) throws Exception {
    city.start(
        """
        - from:
            uri: direct:tarik
            steps:
              - to:
                  uri: pde:open311
                  parameters:
                    url: %s/open311/v2
                    jurisdiction: kota
                    since: "%s"
              - to: pde:dkupp/open311
        """
            .formatted(web.address(), since));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Instant start = Instant.parse(parameter(exchange, "start_date"));
    Instant end = Instant.parse(parameter(exchange, "end_date"));
    assertThat(Duration.between(start, end)).isLessThanOrEqualTo(Duration.ofDays(90));
    int page = pages ? Integer.parseInt(parameter(exchange, "page")) : 1;
    json(
        exchange,
        reports.stream()
            .filter(one -> !one.requested().isBefore(start) && !one.requested().isAfter(end))
            .skip((page - 1) * (long) pageSize)
            .limit(pageSize)
            .map(Report::json)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static Instant daysAgo(long days) {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)
        .minusDays(days)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static String since(long days) {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(days).toString();
  }

  private String code() {
    return city.pull()
        .map(failed -> failed instanceof SourceUnreadable told ? told.issue().code() : "" + failed)
        .orElse("");
  }

  @Test
  void spansAndPagesComeAsOneDeliveryAndChangesAreSeen() throws Exception {
    for (int id = 0; id < 300; id++) {
      reports.add(new Report(id, daysAgo(300 - id), "open"));
    }
    start(since(300));

    assertThat(code()).isEmpty();
    assertThat(city.runs()).hasSize(1);
    assertThat(city.ask("SELECT count(*) FROM warehouse.open311")).containsExactly("300");
    assertThat(web.asked()).allMatch(path -> path.startsWith("/open311/v2/requests.json?"));
    assertThat(web.asked()).allMatch(path -> path.contains("jurisdiction_id=kota"));

    int before = web.asked().size();
    reports.set(299, new Report(299, daysAgo(1), "closed"));
    reports.add(new Report(300, Instant.now().minusSeconds(60), "open"));
    assertThat(code()).isEmpty();
    assertThat(city.runs().get(1).counts().inserted()).isEqualTo(1);
    assertThat(city.runs().get(1).counts().updated()).isEqualTo(1);
    assertThat(city.runs().get(1).counts().read()).isLessThan(40);
    assertThat(web.asked().size() - before).isLessThanOrEqualTo(2);
  }

  @Test
  void aServerWithoutPagesIsAskedInShorterSpans() throws Exception {
    pages = false;
    pageSize = 1000;
    for (int id = 0; id < 2500; id++) {
      reports.add(new Report(id, daysAgo(60).plusSeconds(id * 2000L), "open"));
    }
    start(since(80));

    assertThat(code()).isEmpty();
    assertThat(city.ask("SELECT count(*) FROM warehouse.open311")).containsExactly("2500");
  }

  @Test
  void moreReportsInAnHourThanTheServerTellsAreToldAndNotLoaded() throws Exception {
    pages = false;
    pageSize = 1000;
    for (int id = 0; id < 1500; id++) {
      reports.add(new Report(id, daysAgo(3).plusMillis(id), "open"));
    }
    start(since(5));

    assertThat(code()).isEqualTo("web.capped");
    assertThat(city.runs()).isEmpty();
  }

  @Test
  void noReportsAreNoFault() throws Exception {
    start(since(5));

    assertThat(code()).isEmpty();
    assertThat(city.runs()).isEmpty();
  }

  @Test
  void aServerThatFailsMidwayLoadsNothingAndKeepsItsPlace() throws Exception {
    for (int id = 0; id < 200; id++) {
      reports.add(new Report(id, daysAgo(200 - id), "open"));
    }
    web.answers(
        exchange -> {
          if (web.asked().size() > 3) {
            WebServer.send(exchange, 404, "application/json", "{}");
          } else {
            answer(exchange);
          }
        });
    start(since(200));

    assertThat(code()).isEqualTo("web.status");
    assertThat(city.runs()).isEmpty();
    web.answers(this::answer);
    assertThat(code()).isEmpty();
    assertThat(city.ask("SELECT count(*) FROM warehouse.open311")).containsExactly("200");
  }
}

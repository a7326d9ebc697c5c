package id.pde.app.server;

import static id.pde.app.server.WebServer.json;
import static id.pde.app.server.WebServer.parameter;
import static id.pde.app.server.WebServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import id.pde.model.RunOutcome;
import id.pde.run.SourceUnreadable;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a real HTTP server, with everything that goes wrong there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FetchIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String JSON =
      """
      title: Harga
      source: {format: json, records: $.data, decimal: "."}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: $.id, type: integer, class: publik}
        harga: {from: $.harga, type: "decimal(14,2)", class: publik}
      """;

  private static final String CSV =
      """
      title: Harga
      source: {format: csv}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: "decimal(14,2)", class: publik}
      """;

  private static final String ONE = "{\"data\": [{\"id\": 1, \"harga\": 10.10}]}";

  @TempDir Path root;
  private WebServer web;
  private DoorCity city;

  @BeforeEach
  void begin() throws Exception {
    web = new WebServer();
    city = new DoorCity(root, database);
    city.wiring().connections();
    city.empty("harga");
    city.mapping("harga", JSON);
  }

  @AfterEach
  void end() {
    city.close();
    web.close();
  }

  private String route(String... parameters) {
    StringBuilder route =
        new StringBuilder(
            """
            - from:
                uri: direct:tarik
                steps:
                  - to:
                      uri: pde:fetch
                      parameters:
                        tries: 2
                        timeout: 5s
            """);
    for (String parameter : parameters) {
      route.append("            ").append(parameter).append('\n');
    }
    return route.append("      - to: pde:dkupp/harga\n").toString();
  }

  private void start(String... parameters) throws Exception {
    city.start(route(parameters));
  }

  private String url(String path) {
    return "url: \"" + web.address() + path + "\"";
  }

  private String code() {
    return city.pull()
        .map(failed -> failed instanceof SourceUnreadable told ? told.issue().code() : "" + failed)
        .orElse("");
  }

  private List<String> ids() throws Exception {
    return city.ask("SELECT id FROM warehouse.harga ORDER BY id");
  }

  private void nothingWasLoaded() throws IOException {
    assertThat(city.runs()).isEmpty();
    try (var drafts = Files.walk(city.home().resolve("work/fetched"))) {
      assertThat(drafts.filter(Files::isRegularFile))
          .allMatch(file -> file.getFileName().toString().equals(".turn"));
    }
  }

  @Test
  void jsonIsLoadedAsItCame() throws Exception {
    web.answers(exchange -> json(exchange, ONE));
    start(url("/api/harga?tahun=2025&wilayah=Kota+A%26B"));

    assertThat(code()).isEmpty();
    assertThat(web.asked()).containsExactly("/api/harga?tahun=2025&wilayah=Kota+A%26B");
    assertThat(city.runs().get(0).source().name()).isEqualTo("harga.json");
    assertThat(city.runs().get(0).source().bytes()).isEqualTo(ONE.length());
    assertThat(city.ask("SELECT harga FROM warehouse.harga")).containsExactly("10.10");
  }

  @Test
  void whatDidNotChangeIsNotFetchedAgain() throws Exception {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"satu\"");
          boolean known = "\"satu\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          send(exchange, known ? 304 : 200, "application/json", known ? "" : ONE);
        });
    start(url("/harga"));

    assertThat(code()).isEmpty();
    assertThat(code()).isEmpty();
    assertThat(city.runs()).hasSize(1);
    assertThat(web.asked()).hasSize(2);
  }

  @Test
  void theDateOfChangeIsAMarkToo() throws Exception {
    String date = "Wed, 01 Jan 2025 00:00:00 GMT";
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Last-Modified", date);
          boolean known = date.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
          send(exchange, known ? 304 : 200, "application/json", known ? "" : ONE);
        });
    start(url("/harga"));

    assertThat(code()).isEmpty();
    assertThat(code()).isEmpty();
    assertThat(city.runs()).hasSize(1);
  }

  @Test
  void whatWasRefusedIsFetchedAgain() throws Exception {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"satu\"");
          boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
          send(exchange, known ? 304 : 200, "application/json", known ? "" : "{\"data\": []}");
        });
    start(url("/harga"));

    assertThat(code()).isEmpty();
    assertThat(code()).isEmpty();
    assertThat(city.runs())
        .extracting(run -> run.outcome())
        .containsExactly(RunOutcome.REFUSED, RunOutcome.REFUSED);
  }

  @Test
  void aServerThatIsBusyOnceIsAskedAgain() throws Exception {
    AtomicInteger times = new AtomicInteger();
    web.answers(
        exchange -> {
          if (times.getAndIncrement() == 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            send(exchange, 500, "text/html", "<h1>oops</h1>");
          } else {
            json(exchange, ONE);
          }
        });
    start(url("/harga"));

    assertThat(code()).isEmpty();
    assertThat(city.runs()).hasSize(1);
    assertThat(times).hasValue(2);
  }

  @Test
  void aServerThatStaysBusyIsGivenUp() throws Exception {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "0");
          send(exchange, 429, "text/plain", "");
        });
    start(url("/harga"));

    assertThat(code()).isEqualTo("web.status");
    assertThat(web.asked()).hasSize(2);
    nothingWasLoaded();
  }

  @Test
  void aLoginPageIsNoData() throws Exception {
    web.answers(exchange -> send(exchange, 200, "text/html", "<html>Masuk</html>"));
    start(url("/harga"));
    assertThat(code()).isEqualTo("web.content-type");
    web.answers(exchange -> json(exchange, "\n <!doctype html><html>Masuk</html>"));
    assertThat(code()).isEqualTo("web.content-type");
    nothingWasLoaded();
  }

  @Test
  void aLoginThatIsRefusedIsNotTriedAgain() throws Exception {
    web.answers(exchange -> send(exchange, 401, "application/json", "{}"));
    start(url("/harga"));

    assertThat(code()).isEqualTo("door.login");
    assertThat(web.asked()).hasSize(1);
  }

  @Test
  void anAnswerThatBreaksOffIsNotLoaded() throws Exception {
    web.answers(exchange -> WebServer.cut(exchange, ONE));
    start(url("/harga"));

    assertThat(code()).isEqualTo("web.unreachable");
    nothingWasLoaded();
  }

  @Test
  void anAnswerBeyondTheLimitIsNotLoaded() throws Exception {
    web.answers(exchange -> json(exchange, "[\"" + "x".repeat(1 << 20) + "\"]"));
    start(url("/harga"), "largest: 1");

    assertThat(code()).isEqualTo("web.too-large");
    nothingWasLoaded();
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws Exception {
    web.answers(
        exchange -> {
          try {
            TimeUnit.SECONDS.sleep(20);
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });
    city.start(route(url("/harga")).replace("timeout: 5s", "timeout: 1s"));

    assertThat(code()).isEqualTo("web.unreachable");
    assertThat(web.asked()).hasSize(2);
  }

  private static void page(HttpExchange exchange, int from, int to, String more)
      throws IOException {
    StringBuilder data = new StringBuilder();
    for (int id = from; id < to; id++) {
      data.append(data.isEmpty() ? "" : ",").append("{\"id\":" + id + ",\"harga\":1.50}");
    }
    json(exchange, "{\"meta\":{\"total\":5" + more + "},\"rows\":[" + data + "]}");
  }

  private static final String[] ROWS = {"records: $.rows", "as: $.data", "total: $.meta.total"};

  private void paged(String... more) throws Exception {
    List<String> all = new java.util.ArrayList<>(List.of(url("/harga?x=1")));
    all.addAll(List.of(ROWS));
    all.addAll(List.of(more));
    start(all.toArray(String[]::new));
  }

  @Test
  void numberedPagesEndWithAnEmptyOne() throws Exception {
    web.answers(
        exchange -> {
          int page = Integer.parseInt(parameter(exchange, "page"));
          page(exchange, (page - 1) * 2, Math.min(5, page * 2), "");
        });
    paged("paging: page", "sizeParameter: limit", "size: 100");

    assertThat(code()).isEmpty();
    assertThat(ids()).containsExactly("0", "1", "2", "3", "4");
    assertThat(city.runs()).hasSize(1);
    assertThat(web.asked())
        .containsExactly(
            "/harga?x=1&limit=100&page=1",
            "/harga?x=1&limit=100&page=2",
            "/harga?x=1&limit=100&page=3",
            "/harga?x=1&limit=100&page=4");
  }

  @Test
  void offsetsGoOnByWhatCameNotByWhatWasAskedFor() throws Exception {
    web.answers(
        exchange -> {
          int offset = Integer.parseInt(parameter(exchange, "offset"));
          page(exchange, offset, Math.min(5, offset + 2), "");
        });
    paged("paging: offset", "sizeParameter: limit", "size: 100");

    assertThat(code()).isEmpty();
    assertThat(ids()).hasSize(5);
  }

  @Test
  void theNextAddressMayStandInTheAnswerOrInItsHead() throws Exception {
    web.answers(
        exchange -> {
          int page = Integer.parseInt("0" + parameter(exchange, "p"));
          String next = page < 2 ? ",\"next\":\"/harga?p=" + (page + 1) + "\"" : ",\"next\":null";
          if (page < 2) {
            exchange
                .getResponseHeaders()
                .set(
                    "Link",
                    "</harga?p=0>; rel=\"first\", </harga?p=" + (page + 1) + ">; rel=\"next\"");
          }
          page(exchange, page * 2, Math.min(5, page * 2 + 2), next);
        });
    city.start(
        route(url("/harga"), ROWS[0], ROWS[1], ROWS[2], "paging: next", "next: $.meta.next")
            + route(url("/harga"), ROWS[0], ROWS[1], ROWS[2], "paging: link")
                .replace("direct:tarik", "direct:lain"));

    assertThat(code()).isEmpty();
    assertThat(ids()).hasSize(5);
  }

  @Test
  void aCursorIsSentBack() throws Exception {
    web.answers(
        exchange -> {
          String cursor = parameter(exchange, "cursor");
          boolean first = cursor.isEmpty();
          page(exchange, first ? 0 : 3, first ? 3 : 5, first ? ",\"c\":\"a&b=\"" : "");
        });
    paged("paging: cursor", "next: $.meta.c");

    assertThat(code()).isEmpty();
    assertThat(ids()).hasSize(5);
    assertThat(web.asked()).last().isEqualTo("/harga?x=1&cursor=a%26b%3D");
  }

  @Test
  void pagesThatDoNotEndAreGivenUp() throws Exception {
    AtomicInteger id = new AtomicInteger();
    web.answers(exchange -> page(exchange, id.get(), id.incrementAndGet(), ""));
    paged("paging: page", "pages: 20");

    assertThat(code()).isEqualTo("web.endless");
    assertThat(web.asked()).hasSize(20);
    nothingWasLoaded();
  }

  @Test
  void aServerThatKnowsNoPagesIsToldAtTheSecond() throws Exception {
    web.answers(exchange -> page(exchange, 0, 5, ""));
    paged("paging: page");

    assertThat(code()).isEqualTo("web.same-page");
    nothingWasLoaded();
  }

  @Test
  void fewerRecordsThanTheServerSpeaksOfAreNotLoaded() throws Exception {
    web.answers(exchange -> page(exchange, 0, parameter(exchange, "page").equals("1") ? 3 : 0, ""));
    paged("paging: page");

    assertThat(code()).isEqualTo("web.incomplete");
    nothingWasLoaded();
  }

  @Test
  void aNextAddressElsewhereIsNotOpened() throws Exception {
    web.answers(exchange -> page(exchange, 0, 2, ",\"next\":\"http://169.254.169.254/latest\""));
    paged("paging: next", "next: $.meta.next");

    assertThat(code()).isEqualTo("web.next");
    nothingWasLoaded();
  }

  @Test
  void aRedirectIsFollowedOnItsServerOnly() throws Exception {
    web.answers(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/harga")) {
            exchange.getResponseHeaders().set("Location", "/lain/harga");
            send(exchange, 302, "text/plain", "");
          } else {
            json(exchange, ONE);
          }
        });
    start(url("/harga"));
    assertThat(code()).isEmpty();
    assertThat(city.runs()).hasSize(1);
    for (String next :
        List.of(
            "http://example.org/",
            "https://127.0.0.1:1/",
            "https://[fd00::1]/",
            "file:///etc/passwd",
            "/harga")) {
      web.answers(
          exchange -> {
            exchange.getResponseHeaders().set("Location", next);
            send(exchange, 307, "text/plain", "");
          });
      assertThat(code()).isEqualTo("web.redirect");
    }
  }

  @Test
  void secretsGoToTheServerAndNowhereElse() throws Exception {
    String route =
        route(url("/harga"), "keyName: api_key", "keyIn: query", "key: \"{{file:kunci}}\"");

    assertThat(city.check(route)).containsExactly("route.plain-http");
    assertThat(city.check(route.replace("http:", "https:"))).isEmpty();
    assertThat(city.check(route.replace("http:", "https:").replace("{{file:kunci}}", "abc")))
        .contains("route.secret");
  }

  @Test
  void aPublishedCsvIsLoaded() throws Exception {
    city.mapping("harga", CSV);
    web.answers(
        exchange -> send(exchange, 200, "text/csv; charset=utf-8", "id,harga\n1,10\n2,20\n"));
    start(url("/d/e/2PACX/pub?gid=0&single=true&output=csv"), "format: csv");

    assertThat(code()).isEmpty();
    assertThat(city.runs().get(0).source().name()).isEqualTo("pub.csv");
    assertThat(ids()).containsExactly("1", "2");
  }

  @Test
  void headersFromOutsideReachNoRoute() throws Exception {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("CamelHttpUri", "http://example.org");
          exchange.getResponseHeaders().set("PdePeriod", "1999");
          json(exchange, ONE);
        });
    start(url("/harga"));

    assertThat(code()).isEmpty();
    assertThat(city.runs().get(0).period()).isNull();
  }

  @Test
  void theRouteIsChecked() throws Exception {
    assertThat(city.check(route())).containsExactly("route.option-missing");
    assertThat(city.check(route("url: ftp://x/y"))).containsExactly("route.value");
    assertThat(city.check(route("url: https://user:kata@x/y"))).containsExactly("route.value");
    assertThat(city.check(route(url("/x"), "paging: next")))
        .containsExactly("route.option-missing");
    assertThat(city.check(route(url("/x"), "format: csv", "paging: page")))
        .containsExactly("route.paging");
    assertThat(city.check(route(url("/x"), "follow: true"))).containsExactly("route.not-allowed");
    assertThat(city.check(route(url("/x"), "largest: 0"))).containsExactly("route.value");
    assertThat(city.check(route(url("/x"), "username: a"))).containsExactly("route.login");
  }
}

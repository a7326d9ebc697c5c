package id.pde.app.server;

import static id.pde.app.server.WebServer.json;
import static id.pde.app.server.WebServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.RunOutcome;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fetching from a real HTTP server, with everything that goes wrong there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FetchIT extends FetchCase {

  private static final String CSV =
      """
      title: Harga
      source: {format: csv}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: "decimal(14,2)", class: publik}
      """;

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
  void whatOneRouteHasLoadedIsNewToAnother() throws Exception {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"satu\"");
          boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
          String both = "{\"data\": [{\"id\": 1, \"harga\": 10.10}], \"lain\": [{\"id\": 7}]}";
          send(exchange, known ? 304 : 200, "application/json", known ? "" : both);
        });
    city.empty("lain");
    city.mapping(
        "lain",
        """
        title: Lain
        source: {format: json, records: $.lain}
        target: {table: lain, key: [id], load: merge}
        columns:
          id: {from: $.id, type: integer, class: publik}
        """);
    String other =
        route(url("/harga"), "records: $.lain")
            .replace("direct:tarik", "direct:lain")
            .replace("pde:dkupp/harga", "pde:dkupp/lain");
    city.start(route(url("/harga")) + other);

    assertThat(code()).isEmpty();
    assertThat(city.pull("direct:lain")).isEmpty();
    assertThat(city.pull("direct:lain")).isEmpty();
    assertThat(city.ask("SELECT id FROM warehouse.lain")).containsExactly("7");
    assertThat(city.runs()).hasSize(2);
    assertThat(web.asked()).hasSize(3);
  }

  @Test
  void aStateThatComesBackIsLoadedAgain() throws Exception {
    AtomicInteger price = new AtomicInteger();
    web.answers(
        exchange -> json(exchange, "{\"data\": [{\"id\": 1, \"harga\": " + price.get() + "}]}"));
    start(url("/harga"));

    for (int next : List.of(10, 20, 10, 10)) {
      price.set(next);
      assertThat(code()).isEmpty();
      assertThat(city.ask("SELECT harga::int FROM warehouse.harga"))
          .containsExactly(String.valueOf(next));
    }
    assertThat(city.runs())
        .extracting(run -> run.outcome())
        .containsExactly(
            RunOutcome.LOADED, RunOutcome.LOADED, RunOutcome.LOADED, RunOutcome.DUPLICATE);
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

package id.pde.app.server;

import static id.pde.app.server.WebServer.json;
import static id.pde.app.server.WebServer.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Answers of many pages: one delivery, or none. */
class FetchPagesIT extends FetchCase {

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
  void pagesThatAreNoJsonOrHoldNoListLoadNothing() throws Exception {
    web.answers(exchange -> json(exchange, "{\"rows\": [{\"id\": 1}"));
    paged("paging: page");
    assertThat(code()).isEqualTo("web.not-json");
    web.answers(exchange -> json(exchange, "{\"baris\": []}"));
    assertThat(code()).isEqualTo("web.no-records");
    nothingWasLoaded();
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
}

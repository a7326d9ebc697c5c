package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of answers as servers really send them. */
class FetchBodiesIT extends FetchCase {

  private static final String CSV =
      """
      title: Harga
      source: {format: csv}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: "decimal(14,2)", class: publik}
      """;

  @BeforeEach
  void csv() throws Exception {
    city.mapping("harga", CSV);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private void answers(String packing, byte[] body) {
    web.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/csv");
          exchange.getResponseHeaders().set("Content-Encoding", packing);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  @Test
  void whatAServerPacksUnaskedIsUnpacked() throws Exception {
    answers("gzip", packed("id,harga\n1,2\n2,3\n"));
    start(url("/harga"), "format: csv");

    assertThat(code()).isEmpty();
    assertThat(ids()).containsExactly("1", "2");
    assertThat(city.runs().get(0).source().bytes()).isEqualTo(17);
  }

  @Test
  void whatIsPackedIsBoundedAndWhole() throws Exception {
    answers("gzip", packed("1,2\n".repeat(1 << 20)));
    start(url("/harga"), "format: csv", "largest: 1");
    assertThat(code()).isEqualTo("web.too-large");

    byte[] whole = packed("id,harga\n1,2\n");
    answers("gzip", Arrays.copyOf(whole, whole.length - 9));
    assertThat(code()).isEqualTo("web.unreachable");
    answers("br", whole);
    assertThat(code()).isEqualTo("web.content-type");
    nothingWasLoaded();
  }

  /** Without a length the end of the connection is the end of the answer, whatever ended it. */
  @ParameterizedTest
  @CsvSource({"'id,harga\n1,25\n', ''", "'id,harga\n1,2', web.unreachable"})
  void anAnswerWithoutALengthEndsWithItsLine(String body, String code) throws Exception {
    try (ServerSocket old = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> serve(old, body), "old-server");
      server.start();
      start("url: \"http://127.0.0.1:" + old.getLocalPort() + "/harga\"", "format: csv");

      assertThat(code()).isEqualTo(code);
      assertThat(city.runs()).hasSize(code.isEmpty() ? 1 : 0);
    }
  }

  private static void serve(ServerSocket old, String body) {
    while (!old.isClosed()) {
      try (Socket asked = old.accept()) {
        byte[] question = new byte[4096];
        if (asked.getInputStream().read(question) > 0) {
          String answer = "HTTP/1.0 200 OK\r\nContent-Type: text/csv\r\n\r\n" + body;
          asked.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }
}

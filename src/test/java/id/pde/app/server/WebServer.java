package id.pde.app.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that answers as a test says, and remembers what was asked. */
final class WebServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile Answering answering = exchange -> send(exchange, 404, "text/plain", "");

  /** How it answers. */
  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
              byte[] body = exchange.getRequestBody().readAllBytes();
              told.add(new String(body, StandardCharsets.UTF_8));
            }
            answering.answer(exchange);
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  void answers(Answering given) {
    answering = given;
  }

  /** Paths and parameters, in their order. */
  List<String> asked() {
    return asked;
  }

  /** What was sent here, in its order. */
  List<String> told() {
    return told;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static void send(HttpExchange exchange, int status, String kind, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", kind);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  static void json(HttpExchange exchange, String body) throws IOException {
    send(exchange, 200, "application/json; charset=utf-8", body);
  }

  /** Promises more than it sends. */
  static void cut(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length() + 1000L);
    OutputStream out = exchange.getResponseBody();
    out.write(body.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A parameter of the question; empty: it has none of that name. */
  static String parameter(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

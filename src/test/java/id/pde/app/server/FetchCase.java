package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.SourceUnreadable;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A city that fetches prices from a real HTTP server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class FetchCase {

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

  protected static final String ONE = "{\"data\": [{\"id\": 1, \"harga\": 10.10}]}";

  @TempDir protected Path root;
  protected WebServer web;
  protected DoorCity city;

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

  protected String route(String... parameters) {
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

  protected void start(String... parameters) throws Exception {
    city.start(route(parameters));
  }

  protected String url(String path) {
    return "url: \"" + web.address() + path + "\"";
  }

  protected String code() {
    return city.pull()
        .map(failed -> failed instanceof SourceUnreadable told ? told.issue().code() : "" + failed)
        .orElse("");
  }

  protected List<String> ids() throws Exception {
    return city.ask("SELECT id FROM warehouse.harga ORDER BY id");
  }

  protected void nothingWasLoaded() throws IOException {
    assertThat(city.runs()).isEmpty();
    try (var drafts = Files.walk(city.home().resolve("work/fetched"))) {
      assertThat(drafts.filter(Files::isRegularFile))
          .allMatch(file -> file.getFileName().toString().equals(".turn"));
    }
  }
}

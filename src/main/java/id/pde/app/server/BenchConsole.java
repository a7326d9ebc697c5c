package id.pde.app.server;

import id.pde.app.RouteCheck;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.app.bench.PagesHouse;
import id.pde.app.embedded.EmbeddedServer;
import id.pde.run.MappingFolder;
import id.pde.warehouse.connection.Connections;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The console of a home that is there for a measurement only, with a database of its own. */
public final class BenchConsole implements PagesHouse {

  private static final List<String> LEFT_OUT =
      List.of(
          "PDE_DB_URL",
          "PDE_DB_USER",
          "PDE_BIND",
          "PDE_MANAGEMENT_PORT",
          "PDE_EXCHANGE",
          "PDE_ARCHIVE");

  private final Wiring wiring;
  private @Nullable Server server;

  /**
   * @param like whose settings it has beside the home
   * @param home with {@code mappings/} and {@code routes/}
   */
  public BenchConsole(Settings like, Path home) {
    Map<String, String> environment = new HashMap<>(like.environment());
    LEFT_OUT.forEach(environment::remove);
    environment.put("PDE_HOME", home.toString());
    environment.put("PDE_MAPPINGS", home.resolve("mappings").toString());
    environment.put("PDE_ROUTES", home.resolve("routes").toString());
    this.wiring = new Wiring(Settings.from(environment, home), note -> {});
    // Connections wait for the next question, as in any server.
    wiring.ask(connections -> {});
  }

  @Override
  public Connections connections() {
    return wiring.connections();
  }

  @Override
  public Entry open() throws Exception {
    Settings settings = wiring.settings();
    MappingFolder mappings = wiring.mappings().read();
    RouteCheck checked = RouteCheck.of(settings.routes(), mappings, settings.widened());
    if (!mappings.faults().isEmpty() || !checked.faults().isEmpty()) {
      throw new IllegalStateException(mappings.faults() + " " + checked.faults());
    }
    Server opened = Server.start(wiring, checked, mappings, 0);
    server = opened;
    return new Entry(opened.addresses().web(), opened.setup().orElseThrow());
  }

  @Override
  public void close() {
    Server opened = server;
    if (opened == null) {
      wiring.close();
    } else {
      opened.close();
    }
    wiring.databases().embedded().ifPresent(EmbeddedServer::stop);
  }
}

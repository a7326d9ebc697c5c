package id.pde.app;

import id.pde.app.bench.FilesBench.FilesRoad;
import id.pde.run.Claim;
import id.pde.run.Inbox;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.warehouse.connection.Connections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The road of a server on a home that is there for a measurement only. */
final class BenchRoad implements FilesRoad {

  private static final String AGENCY = "bench";
  private static final String MAPPING = "bench/append";

  private final Wiring wiring;
  private final Inbox inbox;

  BenchRoad(Settings settings, Connections connections, Path home) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("PDE_HOME", home.toString());
    environment.put("PDE_MAPPINGS", home.resolve("mappings").toString());
    environment.remove("PDE_EXCHANGE");
    environment.remove("PDE_ARCHIVE");
    this.wiring = new Wiring(Settings.from(environment, home), note -> {});
    wiring.use(connections);
    this.inbox =
        new Inbox(
            new Inbox.Spot(wiring.settings().home(), AGENCY, MAPPING),
            new Inbox.Next(wiring.claims(), wiring.archive()),
            new Inbox.Settings(1, Duration.ZERO),
            wiring.clock());
  }

  @Override
  public Path folder() {
    return wiring.settings().home().inbox().resolve(AGENCY);
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public RunReport receive(Claim claim) {
    return wiring
        .receiving()
        .receive(claim, wiring.destination(MAPPING, Choices.DEFAULT), RunListener.SILENT)
        .reports()
        .get(0);
  }

  @Override
  public void close() {
    wiring.close();
  }
}

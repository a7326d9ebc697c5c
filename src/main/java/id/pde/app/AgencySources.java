package id.pde.app;

import id.pde.run.pull.Sources;
import java.util.List;

/** The databases that {@code agencies.yaml} names, for {@code pde source}. */
final class AgencySources implements Sources {

  private final Wiring wiring;

  AgencySources(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public List<String> names() {
    return List.copyOf(RouteCheck.databases(wiring.mappings().read()).keySet());
  }

  @Override
  public Probe test(String connection) {
    try (AgencyDatabases all = AgencyDatabases.of(wiring.mappings().read(), wiring.settings())) {
      return all.probe(connection);
    }
  }
}

package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.AgencyDatabases;
import id.pde.app.RouteCheck;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.model.Issue;
import id.pde.route.PdeComponent;
import id.pde.route.PullComponent;
import id.pde.route.RouteLoading;
import id.pde.run.Ledger;
import id.pde.run.MappingFolder;
import id.pde.run.RunReport;
import id.pde.run.node.FolderTurns;
import id.pde.schedule.Schedules;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A city whose routes begin when a test says so; everything else is as in the server. */
final class PulledCity implements AutoCloseable {

  private final Path root;
  private final TestDatabase database;
  private final Wiring wiring;
  private final List<RunReport> ended = new ArrayList<>();
  private final Schedules schedules = new Schedules(InstantSource.system(), 1, (fire, why) -> {});

  PulledCity(Path root, TestDatabase database) throws IOException {
    this.root = root;
    this.database = database;
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PDE_HOME", root.resolve("home").toString());
    Files.createDirectories(root.resolve("mappings/dkupp"));
    Files.createDirectories(root.resolve("routes"));
    this.wiring = new Wiring(Settings.from(environment, root), note -> {});
  }

  Wiring wiring() {
    return wiring;
  }

  /** The databases of the agency dkupp, as agencies.yaml has them. */
  void databases(String yaml) throws IOException {
    Files.writeString(
        root.resolve("mappings/agencies.yaml"),
        "dkupp:\n  name: Dinas\n  databases:\n" + yaml.indent(4));
  }

  void secret(String name, String word) throws IOException {
    Path secrets = Files.createDirectories(root.resolve("home/secrets"));
    Path file = Files.writeString(secrets.resolve(name), word);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  void mapping(String dataset, String yaml) throws IOException {
    Files.writeString(root.resolve("mappings/dkupp/" + dataset + ".yaml"), yaml);
  }

  /** The faults of mappings and routes with this route. */
  List<Issue> check(String steps) throws IOException {
    MappingFolder mappings = wiring.mappings().read();
    List<Issue> faults = new ArrayList<>(mappings.faults());
    faults.addAll(checked(steps, mappings).faults());
    return faults;
  }

  private RouteCheck checked(String steps, MappingFolder mappings) throws IOException {
    Files.writeString(
        root.resolve("routes/dkupp.yaml"),
        "- from:\n    uri: direct:tarik\n    steps:\n" + steps.indent(6));
    return RouteCheck.of(root.resolve("routes"), mappings, wiring.settings().widened());
  }

  /** The mark of the prices. */
  String mark() {
    return Objects.requireNonNull(wiring.pulls().mark("dkupp/harga")).value().text();
  }

  /** Runs these steps once; the runs that they led to. */
  @SuppressWarnings("try") // Camel declares that closing it may be interrupted.
  List<RunReport> pull(String steps) throws Exception {
    MappingFolder mappings = wiring.mappings().read();
    RouteCheck checked = checked(steps, mappings);
    assertThat(mappings.faults()).isEmpty();
    assertThat(checked.faults()).isEmpty();
    ended.clear();
    try (AgencyDatabases agencies = AgencyDatabases.of(mappings, wiring.settings());
        CamelContext camel = new DefaultCamelContext()) {
      CityRoad road =
          new CityRoad(
              wiring,
              new CityRoad.Ways(Map.of(), agencies, FolderTurns.ALONE, Onlookers.NONE),
              ended::add);
      agencies.pools().forEach((name, pool) -> camel.getRegistry().bind(name, pool));
      camel.addComponent("pde", new PdeComponent(road, schedules, new NobodysTime()));
      camel.addComponent("jdbc", new PullComponent(road));
      RouteLoading.add(camel, checked.files());
      camel.start();
      try (var template = camel.createProducerTemplate()) {
        template.sendBody("direct:tarik", "");
      }
    }
    return List.copyOf(ended);
  }

  /** The outcome of the only run of these steps, and its counts or its reason. */
  String outcome(String steps) throws Exception {
    List<RunReport> reports = pull(steps);
    assertThat(reports).hasSize(1);
    RunReport report = reports.get(0);
    return report.outcome().publishes()
        ? "%s %d/%d/%d"
            .formatted(
                report.outcome().code(),
                report.counts().inserted(),
                report.counts().updated(),
                report.counts().deleted())
        : report.outcome().code() + " " + code(report);
  }

  private static String code(RunReport report) {
    return report.details().isEmpty() ? "" : report.details().get(0).code();
  }

  /** All runs, the newest first. */
  List<RunReport> runs() {
    return wiring.ledger().runs(new Ledger.Filter(null, null, 100));
  }

  /** The first column of an answer of the warehouse. */
  List<String> ask(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  /** As if nothing had been loaded. */
  void empty(String table) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE pde.run, pde.quarantine CASCADE");
      statement.execute("DROP TABLE IF EXISTS warehouse." + table + " CASCADE");
      statement.execute("DROP TABLE IF EXISTS history." + table + " CASCADE");
      statement.execute("DELETE FROM pde.owned_table");
    }
  }

  @Override
  public void close() {
    schedules.close();
    wiring.close();
  }
}

package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.AgencyDatabases;
import id.pde.app.RouteCheck;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.model.Issue;
import id.pde.route.FolderComponent;
import id.pde.route.MailboxComponent;
import id.pde.route.PdeComponent;
import id.pde.route.RouteLoading;
import id.pde.route.door.FolderAddress;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A city whose routes begin at machines elsewhere; everything else is as in the server. */
final class DoorCity implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String PRICES =
      """
      title: Harga
      source: {format: csv, file: ["harga*"]}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:    {from: id, type: integer, class: publik}
        harga: {from: harga, type: "decimal(14,2)", class: publik}
      """;

  private final Path root;
  private final TestDatabase database;
  private final Wiring wiring;
  private final Schedules schedules = new Schedules(InstantSource.system(), 2, (fire, why) -> {});
  private final NobodysTime time = new NobodysTime();
  private final SourceWatch sources = new SourceWatch();
  private @Nullable DefaultCamelContext camel;
  private @Nullable CityRoad road;

  DoorCity(Path root, TestDatabase database) throws IOException {
    this.root = root;
    this.database = database;
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PDE_HOME", root.resolve("home").toString());
    Files.createDirectories(root.resolve("mappings/dkupp"));
    Files.createDirectories(root.resolve("routes"));
    this.wiring = new Wiring(Settings.from(environment, root), note -> {});
    Files.writeString(root.resolve("mappings/agencies.yaml"), "dkupp:\n  name: Dinas\n");
  }

  /** One with prices that are recognised by their name, none of them loaded yet. */
  static DoorCity ofPrices(Path root, TestDatabase database) throws Exception {
    DoorCity city = new DoorCity(root, database);
    city.wiring().connections();
    city.empty("harga");
    city.mapping("harga", PRICES);
    return city;
  }

  Wiring wiring() {
    return wiring;
  }

  SourceWatch sources() {
    return sources;
  }

  Path home() {
    return root.resolve("home");
  }

  void secret(String name, String word) throws IOException {
    Path secrets = Files.createDirectories(home().resolve("secrets"));
    Path file = Files.writeString(secrets.resolve(name), word);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  void mapping(String dataset, String yaml) throws IOException {
    Files.writeString(root.resolve("mappings/dkupp/" + dataset + ".yaml"), yaml);
  }

  /** Another agency, with a dataset of its own. */
  void agency(String agency, String dataset, String yaml) throws IOException {
    Path agencies = root.resolve("mappings/agencies.yaml");
    Files.writeString(agencies, Files.readString(agencies) + agency + ":\n  name: Dinas\n");
    Path folder = Files.createDirectories(root.resolve("mappings").resolve(agency));
    Files.writeString(folder.resolve(dataset + ".yaml"), yaml);
  }

  /** The faults of these routes. */
  List<String> check(String routes) throws IOException {
    return checked(routes).faults().stream().map(Issue::code).toList();
  }

  private RouteCheck checked(String routes) throws IOException {
    Files.writeString(root.resolve("routes/dkupp.yaml"), routes);
    MappingFolder mappings = wiring.mappings().read();
    assertThat(mappings.faults()).isEmpty();
    return RouteCheck.of(root.resolve("routes"), mappings, wiring.settings().widened());
  }

  /** Starts routes; schedules fire only when a test says so. */
  void start(String routes) throws Exception {
    RouteCheck checked = checked(routes);
    assertThat(checked.faults()).isEmpty();
    AgencyDatabases none = AgencyDatabases.of(wiring.mappings().read(), wiring.settings());
    CityRoad made =
        new CityRoad(
            wiring,
            new CityRoad.Ways(checked.review().inboxes(), none, FolderTurns.ALONE, Onlookers.NONE),
            sources,
            report -> {});
    DefaultCamelContext context = new DefaultCamelContext();
    context.addComponent("pde", new PdeComponent(made, schedules, time));
    context.addComponent("imaps", new MailboxComponent(made, schedules));
    for (FolderAddress.Kind kind : FolderAddress.Kind.values()) {
      context.addComponent(kind.scheme(), new FolderComponent(kind, made, schedules));
    }
    RouteLoading.add(context, checked.files());
    context.start();
    road = made;
    camel = context;
  }

  /** Sends an empty message to a route that begins with direct:tarik; why it broke off. */
  Optional<Exception> pull() {
    return pull("direct:tarik");
  }

  /** Sends an empty message to a route; why it broke off. */
  Optional<Exception> pull(String beginning) {
    DefaultCamelContext context = java.util.Objects.requireNonNull(camel);
    try (var template = context.createProducerTemplate()) {
      return Optional.ofNullable(template.request(beginning, message -> {}).getException());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** All runs, the oldest first. */
  List<RunReport> runs() {
    List<RunReport> runs =
        new ArrayList<>(wiring.ledger().runs(new Ledger.Filter(null, null, 100)));
    java.util.Collections.reverse(runs);
    return runs;
  }

  static void until(Callable<Boolean> holds) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.call()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Long enough for two looks of a door that looks each second. */
  static void twoLooks() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(2500);
  }

  /** Waits until there are so many runs. */
  List<RunReport> await(int number) {
    return await(this::runs, number);
  }

  /** Waits until there are so many. */
  static <T> List<T> await(Supplier<List<T>> what, int number) {
    Instant end = Instant.now().plus(PATIENCE);
    List<T> found = what.get();
    while (found.size() < number && Instant.now().isBefore(end)) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
      found = what.get();
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(number);
    return found;
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
      statement.execute("TRUNCATE pde.run, pde.quarantine, pde.door_file, pde.door_state CASCADE");
      statement.execute("DROP TABLE IF EXISTS warehouse." + table + " CASCADE");
      statement.execute("DROP TABLE IF EXISTS history." + table + " CASCADE");
      statement.execute("DELETE FROM pde.owned_table");
    }
  }

  @Override
  public void close() {
    if (road != null) {
      road.end();
    }
    schedules.close();
    if (camel != null) {
      camel.stop();
    }
    if (road != null) {
      road.close();
    }
    wiring.close();
  }
}

package id.pde.app.server;

import id.pde.app.AgencyDatabases;
import id.pde.app.OidcSettings;
import id.pde.app.RouteCheck;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.cli.Output;
import id.pde.model.Issue;
import id.pde.run.Home;
import id.pde.run.MappingFolder;
import id.pde.run.RunReport;
import id.pde.run.node.LeasedTurns;
import id.pde.warehouse.node.PostgresFolderLeases;
import id.pde.web.door.Register;
import id.pde.web.door.SetupCode;
import id.pde.web.oidc.ProviderDoor;
import id.pde.web.openapi.Description;
import id.pde.web.work.Works;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The running server: routes, schedules, watched folders, web, health. */
public final class Server implements AutoCloseable {

  private final Wiring wiring;
  private final DatabaseWatch database;
  private final ConfigurableApplicationContext spring;
  private final AgencyDatabases agencies;
  private final CityRoutes routes;
  private final NodeGate gate;
  private final CityMeters figures;

  /** The largest file that the browser sends; larger ones go by the watched folder. */
  private static final String UPLOAD = "1GB";

  private Server(
      Wiring wiring, DatabaseWatch database, ConfigurableApplicationContext spring, Moving moving) {
    this.wiring = wiring;
    this.database = database;
    this.spring = spring;
    this.agencies = moving.agencies();
    this.routes = moving.routes();
    this.gate = moving.gate();
    this.figures = moving.figures();
  }

  private record Moving(
      AgencyDatabases agencies, CityRoutes routes, NodeGate gate, CityMeters figures) {}

  /** Where people and programs reach the server. */
  public record Addresses(String web, String management) {}

  /**
   * Starts everything; a database that is away is no obstacle.
   *
   * @param checked routes without faults
   */
  static Server start(Wiring wiring, RouteCheck checked, MappingFolder mappings, int port)
      throws Exception {
    Settings settings = wiring.settings();
    // Logback reads it before Spring knows its arguments.
    System.setProperty("pde.log", settings.home().log().toString());
    folders(settings.home(), mappings);
    NodeGate gate = new NodeGate(settings.home());
    wiring.ask(gate);
    DatabaseWatch database = new DatabaseWatch(wiring);
    Thread first = new Thread(database::look, "pde-database");
    first.setDaemon(true);
    first.start();
    ConsoleCity city = new ConsoleCity(wiring, checked.review().schedules(), silent(settings));
    SourceWatch sources = new SourceWatch();
    ConfigurableApplicationContext spring =
        spring(settings, new Given(database, sources, city, wiring.clock()), port);
    AgencyDatabases agencies = AgencyDatabases.of(mappings, settings);
    MeterRegistry registry = spring.getBean(MeterRegistry.class);
    CityMeters figures = new CityMeters(registry, city, wiring.clock());
    try {
      figures.start(database);
      Consumer<RunReport> meters = new RunMeters(registry, settings.home()).andThen(figures);
      LeasedTurns turns =
          new LeasedTurns(
              new PostgresFolderLeases(wiring::connections), gate.node().id(), Timetables.LEASE);
      CityRoad road =
          new CityRoad(
              wiring,
              new CityRoad.Ways(checked.review().inboxes(), agencies, turns, onlookers(spring)),
              sources,
              meters);
      CityRoutes routes =
          CityRoutes.start(
              checked.files(),
              new CityRoutes.Needs(
                  settings.home(),
                  road,
                  Timetables.keeper(wiring, checked.review(), gate.node()),
                  turns,
                  database,
                  agencies.pools()));
      return new Server(wiring, database, spring, new Moving(agencies, routes, gate, figures));
    } catch (Exception failed) {
      figures.close();
      agencies.close();
      spring.close();
      gate.close();
      throw failed;
    }
  }

  /** Pages of the console. */
  private static Onlookers onlookers(ConfigurableApplicationContext spring) {
    Works works = spring.getBean(Works.class);
    return (title, agency, load) -> works.watch(title, agency, load::with);
  }

  /** Where the server listens. */
  Addresses addresses() {
    Environment environment = spring.getEnvironment();
    String web = String.valueOf(((WebServerApplicationContext) spring).getWebServer().getPort());
    String management = environment.getProperty("local.management.port", web);
    return new Addresses("http://127.0.0.1:" + web, "http://127.0.0.1:" + management);
  }

  /** Where a browser begins: the console, or its set-up while there is no account. */
  public String entrance() {
    return setup().orElseGet(() -> addresses().web());
  }

  /** Where the first account is made, with the code that it takes; empty: there is one. */
  Optional<String> setup() {
    return spring.getBean(Register.class).isEmpty()
        ? Optional.of(addresses().web() + "/setup?code=" + spring.getBean(SetupCode.class).word())
        : Optional.empty();
  }

  /** Fires a schedule at once; false where there is none of that name. */
  public boolean runNow(String schedule) {
    return routes.runNow(schedule);
  }

  /** Whether the database answered when it was last looked for. */
  public boolean hasDatabase() {
    return database.isUp();
  }

  /** What the process is made of. */
  public Wiring wiring() {
    return wiring;
  }

  /** Why this server may not work beside others on its database. */
  Optional<Issue> misplaced() {
    return Optional.ofNullable(gate.fault());
  }

  DatabaseWatch database() {
    return database;
  }

  /** Claims nothing more, lets runs end within the drain limit, and stops. */
  @Override
  public void close() {
    figures.close();
    routes.close();
    agencies.close();
    ConsoleCity city = spring.getBean(ConsoleCity.class);
    spring.close();
    city.close();
    gate.close();
    wiring.close();
  }

  private static Path uploads(Settings settings) {
    try {
      return Files.createDirectories(settings.home().work().resolve("uploads"));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private static void folders(Home home, MappingFolder mappings) throws IOException {
    Files.createDirectories(home.work());
    for (String agency : mappings.agencies().keySet()) {
      Files.createDirectories(home.inbox().resolve(agency));
      Files.createDirectories(home.outbox().resolve(agency));
    }
  }

  /** What Spring is given. */
  private record Given(
      DatabaseWatch database, SourceWatch sources, ConsoleCity city, InstantSource clock) {
    void register(ConfigurableListableBeanFactory beans, Settings settings) {
      beans.registerSingleton("databaseWatch", database);
      beans.registerSingleton("sourceWatch", sources);
      beans.registerSingleton("city", city);
      beans.registerSingleton("clock", clock);
      beans.registerSingleton("setupCode", new SetupCode(settings.home().secrets()));
    }
  }

  /** Nobody reads on the side what the console does. */
  private static Output silent(Settings settings) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Output(nowhere, nowhere, settings.languageOrDefault(), false);
  }

  private static ConfigurableApplicationContext spring(Settings settings, Given given, int port) {
    Map<String, String> environment = settings.environment();
    String management =
        environment.getOrDefault("PDE_MANAGEMENT_PORT", Integer.toString(port == 0 ? 0 : port + 1));
    SpringApplicationBuilder spring = new SpringApplicationBuilder(ServerContext.class);
    OidcSettings.of(settings)
        .provider()
        .ifPresent(
            provider -> {
              spring.sources(ProviderDoor.class);
              spring.initializers(
                  context -> context.getBeanFactory().registerSingleton("provider", provider));
            });
    return spring
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(context -> given.register(context.getBeanFactory(), settings))
        .run(
            "--server.port=" + port,
            "--server.address=" + environment.getOrDefault("PDE_BIND", "127.0.0.1"),
            "--management.server.port=" + management,
            "--management.server.address=127.0.0.1",
            "--management.endpoints.web.exposure.include=health,prometheus",
            "--management.endpoint.health.probes.enabled=true",
            "--management.endpoint.health.show-details=always",
            "--management.endpoint.health.group.readiness.include=readinessState,database",
            "--spring.main.lazy-initialization=false",
            "--spring.thymeleaf.check-template-location=false",
            "--spring.servlet.multipart.max-file-size=" + UPLOAD,
            "--spring.servlet.multipart.max-request-size=" + UPLOAD,
            "--spring.servlet.multipart.file-size-threshold=256KB",
            "--spring.servlet.multipart.location=" + uploads(settings),
            "--server.tomcat.connection-timeout=30s",
            // Of a proxy on this machine or in the house: the address of the reader, and TLS.
            "--server.forward-headers-strategy=native",
            "--server.tomcat.max-swallow-size=2MB",
            "--server.servlet.session.timeout=8h",
            "--server.servlet.session.cookie.name=pde_session",
            "--server.servlet.session.cookie.same-site=lax",
            "--server.error.whitelabel.enabled=false",
            "--springdoc.api-docs.enabled=true",
            "--springdoc.api-docs.path=" + Description.PATH,
            "--springdoc.packages-to-scan=id.pde.web.api",
            "--springdoc.override-with-generic-response=false",
            "--springdoc.default-flat-param-object=true",
            "--springdoc.writer-with-order-by-keys=true",
            "--logging.config=classpath:id/pde/app/server/logback.xml",
            "--pde.log=" + settings.home().log());
  }
}

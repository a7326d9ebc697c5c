package id.pde.route;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.Claim;
import id.pde.schedule.Schedules;
import id.pde.schedule.Timekeeper.Done;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdeComponentTest {

  private static final RouteScope SCOPE =
      new RouteScope(
          Set.of("dkupp/harga", "bkpsdm/asn"),
          Set.of("dkupp", "bkpsdm"),
          Set.of("simpasar"),
          Set.of());

  @TempDir Path folder;

  private final FakeRoad road = new FakeRoad();
  private final Schedules schedules = new Schedules(InstantSource.system(), 2, (fire, why) -> {});
  private final FakeTimekeeper timekeeper = new FakeTimekeeper();
  private final CamelContext context = new DefaultCamelContext();

  @BeforeEach
  void begin() {
    context.addComponent("pde", new PdeComponent(road, schedules, timekeeper));
  }

  @AfterEach
  void end() throws Exception {
    context.close();
    schedules.close();
  }

  private void start(String routes) throws Exception {
    List<RouteFile> files = List.of(new RouteFile("routes/x.yaml", routes));
    assertThat(RoutePolice.check(files, SCOPE).faults()).isEmpty();
    RouteLoading.add(context, files);
    context.start();
  }

  private Exchange send(@Nullable Object body, Map<String, Object> headers) {
    return context
        .createProducerTemplate()
        .request(
            "direct:a",
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().getHeaders().putAll(headers);
            });
  }

  private Claim claim(String name) {
    return new Claim(new UUID(0, 1), "dkupp", "dkupp/harga", name, folder, Instant.EPOCH);
  }

  private static final String LOAD =
      """
      - from:
          uri: direct:a
          steps:
            - to: pde:dkupp/harga
      """;

  @Test
  void countsComeOutAsHeaders() throws Exception {
    start(LOAD);

    Exchange exchange = send(List.of(Map.of("a", 1), Map.of("a", 2)), Map.of());

    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("PdeRun", 7L)
        .containsEntry("PdeOutcome", "loaded_with_rejects")
        .containsEntry("PdeMapping", "dkupp/harga")
        .containsEntry("PdeMessage", "selesai")
        .containsEntry("PdeRead", 2L)
        .containsEntry("PdeAccepted", 2L)
        .containsEntry("PdeRejected", 0L);
  }

  @Test
  void takesEveryKindOfBody() throws Exception {
    start(LOAD);
    Path file = Files.writeString(folder.resolve("harga.csv"), "a;b");

    send(file, Map.of());
    send(file.toFile(), Map.of("PdeName", "lain.csv"));
    send("teks", Map.of());
    send("teks".getBytes(StandardCharsets.UTF_8), Map.of());
    send(new ByteArrayInputStream(new byte[] {'x'}), Map.of("PdePeriod", "2025-03"));
    send(List.of(List.of("a", "b"), List.of("1", "2")).iterator(), Map.of());
    send(Map.of("a", 1), Map.of());
    send(claim("kirim.csv"), Map.of());

    assertThat(road.loaded)
        .containsExactly(
            "dkupp/harga: file harga.csv a;b",
            "dkupp/harga: file lain.csv a;b",
            "dkupp/harga: bytes harga teks",
            "dkupp/harga: bytes harga teks",
            "dkupp/harga 2025-03: bytes harga x",
            "dkupp/harga: rows harga [[a, b], [1, 2]]",
            "dkupp/harga: rows harga [{a=1}]",
            "dkupp/harga: claim kirim.csv");
  }

  @Test
  void refusesABodyThatIsNothing() throws Exception {
    start(LOAD);

    assertThat(send(null, Map.of()).getException()).isNotNull();
    assertThat(road.loaded).isEmpty();
  }

  @Test
  void removesHeadersThatCamelWouldObey() throws Exception {
    start(LOAD);

    Exchange exchange = send("x", Map.of("CamelSqlQuery", "DROP", "camelFileName", "../x"));

    assertThat(exchange.getMessage().getHeaders().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("camel"));
  }

  @Test
  void aSourceThatBreaksMidwayIsAnException() throws Exception {
    start(LOAD);
    Iterator<Map<String, String>> breaking =
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Map<String, String> next() {
            if (given++ == 2) {
              throw new IllegalStateException("cut");
            }
            return Map.of("a", "1");
          }
        };

    assertThat(send(breaking, Map.of()).getException()).hasMessage("cut");
    assertThat(road.loaded).isEmpty();
  }

  @Test
  void csvComesRowByRowAsMaps() throws Exception {
    start(
        """
        - from:
            uri: direct:a
            steps:
              - unmarshal:
                  csv:
                    delimiter: ";"
              - to: pde:dkupp/harga
        """);

    send(new ByteArrayInputStream("a;b\n1;2\n3;4\n".getBytes(StandardCharsets.UTF_8)), Map.of());

    assertThat(road.loaded).containsExactly("dkupp/harga: rows harga [{a=1, b=2}, {a=3, b=4}]");
  }

  @Test
  void jsonComesAsRows() throws Exception {
    start(
        """
        - from:
            uri: direct:a
            steps:
              - unmarshal:
                  json:
                    useList: true
              - to: pde:dkupp/harga
        """);

    send("[{\"a\": 1}, {\"a\": 2}]", Map.of());

    assertThat(road.loaded).containsExactly("dkupp/harga: rows harga [{a=1}, {a=2}]");
  }

  @Test
  void aWatchedFolderHandsOverWhatItHolds() throws Exception {
    road.waiting.add(claim("kirim.csv"));
    start(
        """
        - from:
            uri: pde:inbox?agency=dkupp&every=1s
            steps:
              - to: pde:dkupp/harga
        """);

    assertThat(road.answers.poll(20, TimeUnit.SECONDS)).isEqualTo("dkupp kirim.csv");
    assertThat(road.loaded).containsExactly("dkupp/harga: claim kirim.csv");
  }

  @Test
  void aFireTellsWhatItsRouteLoadedHoweverItIsSplit() throws Exception {
    start(
        """
        - from:
            uri: pde:schedule/malam?at=02:30
            steps:
              - setBody:
                  constant: x
              - to: direct:a
              - to: pde:bkpsdm/asn
        - from:
            uri: direct:a
            steps:
              - to: pde:dkupp/harga
              - setBody:
                  constant: y
        """);

    Done done = timekeeper.fire("malam", "2025-03");

    assertThat(timekeeper.brought("malam")).contains(LocalTime.of(2, 30));
    assertThat(done).isEqualTo(new Done("loaded_with_rejects", List.of(7L), ""));
    assertThat(road.loaded)
        .containsExactly("dkupp/harga 2025-03: bytes harga x", "bkpsdm/asn 2025-03: bytes asn y");
    context.stop();
    assertThat(timekeeper.names()).isEmpty();
  }

  @Test
  void aFireWhoseRouteBreaksOffHasFailed() throws Exception {
    start(
        """
        - from:
            uri: pde:schedule/malam?at=02:30
            steps:
              - to: pde:dkupp/harga
        """);

    Done done = timekeeper.fire("malam", null);

    assertThat(done.outcome()).isEqualTo("failed");
    assertThat(done.failure()).isNotEmpty();
  }

  @Test
  void rowsOfAnAgencyDatabaseStream() throws Exception {
    Path sample = Path.of("src/main/demo/dkupp/simpasar.sqlite");
    context.getRegistry().bind("simpasar", SqliteSource.of(sample));
    start(
        """
        - from:
            uri: direct:a
            steps:
              - setBody:
                  constant: SELECT id, harga FROM t_harga ORDER BY id LIMIT 2
              - to: jdbc:simpasar
              - to: pde:dkupp/harga
        - from:
            uri: direct:b
            steps:
              - to: sql:SELECT * FROM t_harga?dataSource=#simpasar
              - to: pde:dkupp/harga
        """);

    send("", Map.of());
    context.createProducerTemplate().sendBody("direct:b", "");

    assertThat(road.loaded)
        .containsExactly(
            "dkupp/harga: rows harga [{id=1, harga=14300}, {id=2, harga=15100}]",
            "dkupp/harga: rows harga 388");
  }

  @Test
  void camelTakesWhatThePoliceAllows() throws Exception {
    context.getRegistry().bind("simpasar", SqliteSource.of(folder.resolve("none.sqlite")));

    start(AllowedRoutes.EVERYTHING);

    assertThat(context.getRoutes()).hasSize(5);
  }
}

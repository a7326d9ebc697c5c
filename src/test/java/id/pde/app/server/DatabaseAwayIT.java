package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.Gate;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a sender sees of a running server whose database goes away and comes back. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DatabaseAwayIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String PLACES =
      """
      title: Tempat
      agency: dinsos
      source: {format: csv}
      target: {table: jauh, key: [kode], load: merge}
      columns:
        kode: {from: Kode, type: text}
      """;

  private static final String ROUTE =
      """
      - from:
          uri: pde:inbox?agency=dinsos&every=1s
          steps:
            - to: pde:dinsos/jauh
      """;

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private LivingNode start(Gate gate) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("routes")).resolve("city.yaml"), ROUTE);
    Path mappings = Files.createDirectories(folder.resolve("mappings/dinsos"));
    Files.writeString(mappings.resolveSibling("agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
    Files.writeString(mappings.resolve("jauh.yaml"), PLACES);
    Map<String, String> variables = new HashMap<>(database.environment());
    variables.put("PDE_DB_URL", gate.url());
    variables.put("PDE_ROUTES", folder.resolve("routes").toString());
    variables.put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    return LivingNode.start(home(), new LivingNode.Start(List.of(), variables));
  }

  @Test
  void aDeliveryHasAStateAtOnceAndItsResultAfterwards() throws Exception {
    try (Gate gate = new Gate(database.settings().url());
        LivingNode node = start(gate)) {
      await("it is ready", node, () -> node.said("PDE is ready: "));
      gate.shut();
      drop("satu.csv", "Kode\nA1\n");

      Path state = home().resolve("outbox/dinsos/satu.csv.status.txt");
      await("there is a state", node, () -> Files.exists(state));
      await("it tells why", node, () -> Files.readString(state).contains("basis data"));
      assertThat(state).content().contains("Kiriman: satu.csv", "satu.csv.hasil.txt");
      assertThat(home().resolve("outbox/dinsos/satu.csv.hasil.txt")).doesNotExist();

      gate.open();
      Path result = home().resolve("outbox/dinsos/satu.csv.hasil.txt");
      await("there is a result", node, () -> Files.exists(result));
      await("the state goes", node, () -> !Files.exists(state));
      assertThat(rows()).containsExactly("A1");
      drop("dua.csv", "Kode\nA2\n");
      await(
          "it goes on",
          node,
          () -> Files.exists(home().resolve("outbox/dinsos/dua.csv.hasil.txt")));
      assertThat(rows()).containsExactly("A1", "A2");
    }
  }

  private void drop(String name, String content) throws IOException {
    Path draft = Files.writeString(folder.resolve(name), content);
    Files.move(draft, home().resolve("inbox/dinsos").resolve(name));
  }

  private static List<String> rows() throws Exception {
    try (Connection connection = database.open();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT array_agg(kode ORDER BY kode) FROM warehouse.jauh")) {
      rows.next();
      return List.of((String[]) rows.getArray(1).getArray());
    }
  }

  private static void await(String what, LivingNode node, Callable<Boolean> holds)
      throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in time: " + what + "\n" + node.all());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}

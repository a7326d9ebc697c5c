package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.run.RunListener;
import id.pde.run.RunStep;
import id.pde.testing.Gate;
import id.pde.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Databases, disks and other loads in the way of a load: nothing lost, nothing half-loaded. */
class BadSurroundingsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private PriceTable prices = new PriceTable(Path.of(""), database);

  @BeforeEach
  void startWithGoodData() throws Exception {
    prices = new PriceTable(root, database);
    prices.begin();
  }

  @Test
  void saysThatTheDatabaseIsAway() throws Exception {
    List<String> before = prices.picture();
    Map<String, String> closed = new HashMap<>(database.environment());
    closed.put("PDE_DB_URL", "jdbc:postgresql://127.0.0.1:1/pde");
    Path file = Files.writeString(root.resolve("tunda.csv"), PriceTable.GOOD + "c;teh;3\n");
    Ended ended = new Terminal(root, closed).type("load", file.toString(), "-m", "dkupp/harga");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.firstLine()).contains("127.0.0.1:1/pde tidak dapat dihubungi");
    assertThat(file).hasContent(PriceTable.GOOD + "c;teh;3\n");
    assertThat(prices.picture()).isEqualTo(before);
  }

  @Test
  void loadsTheSameFileOnceWhenItComesTwiceAtTheSameTime() throws Exception {
    Path file = Files.writeString(root.resolve("dua.csv"), PriceTable.GOOD + "c;teh;3\n");
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Ended> load =
        () -> {
          start.await();
          return prices
              .terminal()
              .type("load", file.toString(), "-m", "dkupp/harga", "--wait", "20", "--json");
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<String> outcomes = new ArrayList<>();
    try {
      for (Future<Ended> ended : threads.invokeAll(List.of(load, load))) {
        assertThat(ended.get().code()).as(ended.get().toString()).isZero();
        outcomes.add(ended.get().out().replaceAll("(?s).*\"outcome\":\"(\\w+)\".*", "$1"));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(outcomes).containsExactlyInAnyOrder("loaded", "duplicate");
  }

  @Test
  void namesTheRunThatHoldsTheTable() throws Exception {
    Path first = Files.writeString(root.resolve("satu.csv"), PriceTable.GOOD + "c;teh;3\n");
    Path second = Files.writeString(root.resolve("dua.csv"), PriceTable.GOOD + "d;kopi;4\n");
    List<String> words = List.of("load", second.toString(), "-m", "dkupp/harga");
    List<Ended> meanwhile = new ArrayList<>();
    Ended slow =
        prices
            .terminal()
            .type(
                at(
                    RunStep.COPIED,
                    () -> {
                      meanwhile.add(prices.terminal().type(words.toArray(String[]::new)));
                      meanwhile.add(
                          prices
                              .terminal()
                              .type("load", first.toString(), "-m", "dkupp/harga", "--json"));
                    }),
                "load",
                first.toString(),
                "-m",
                "dkupp/harga");
    assertThat(slow.code()).isZero();
    String holder =
        prices
            .ask("SELECT run FROM pde.run WHERE source_name = 'satu.csv' AND outcome = 'loaded'")
            .get(0);
    assertThat(meanwhile).extracting(Ended::code).containsExactly(7, 7);
    assertThat(meanwhile.get(0).firstLine())
        .isEqualTo(
            "Menunggu run "
                + holder
                + " yang sedang mengisi tabel harga, belum ada yang dimuat; coba lagi nanti atau"
                + " pakai `--wait 60`.");
    assertThat(meanwhile.get(1).out()).contains("\"outcome\":\"waiting\"");
    assertThat(prices.picture()).contains("harga (c,teh,3)").doesNotContain("harga (d,kopi,4)");
  }

  @Test
  void loadsOnceThoughTheConnectionIsCutOnce() throws Exception {
    Path file = Files.writeString(root.resolve("putus.csv"), PriceTable.GOOD + "c;teh;3\n");
    AtomicInteger cuts = new AtomicInteger();
    Ended ended =
        prices
            .terminal()
            .type(
                at(
                    RunStep.COPIED,
                    () -> {
                      cuts.getAndIncrement();
                      cutAllSessions();
                    }),
                "load",
                file.toString(),
                "-m",
                "dkupp/harga");
    assertThat(ended.code()).as(ended.toString()).isZero();
    assertThat(cuts).hasValue(1);
    assertThat(prices.picture())
        .containsExactly("harga (a,beras,1)", "harga (b,gula,2)", "harga (c,teh,3)");
  }

  @Test
  void loadsNothingByHalvesWhenTheDatabaseIsLostForGood() throws Exception {
    Path file = Files.writeString(root.resolve("putus.csv"), PriceTable.GOOD + "c;teh;3\n");
    List<String> before = prices.picture();
    Map<String, String> environment = new HashMap<>(database.environment());
    try (Gate gate = new Gate(database.settings().url())) {
      environment.put("PDE_DB_URL", gate.url());
      Ended ended =
          new Terminal(root, environment)
              .type(at(RunStep.COPIED, gate::shut), "load", file.toString(), "-m", "dkupp/harga");
      assertThat(ended.code()).as(ended.toString()).isEqualTo(6);
      assertThat(ended.firstLine()).contains("tidak dapat dihubungi");
    }
    assertThat(prices.picture()).isEqualTo(before);
    assertThat(prices.terminal().type("load", file.toString(), "-m", "dkupp/harga").code())
        .isZero();
    assertThat(prices.picture()).contains("harga (c,teh,3)");
  }

  @Test
  void namesTheFullDiskAndGoesOnWhenItIsFreed() throws Exception {
    Path file = Files.writeString(root.resolve("penuh.csv"), PriceTable.GOOD + "c;teh;3\n");
    List<String> before = prices.picture();
    Path home = root.resolve("home");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script = "mount -t tmpfs -o size=1m tmpfs \"$1\" && shift && exec \"$@\"";
    ProcessBuilder builder =
        new ProcessBuilder(
            "unshare",
            "-rm",
            "sh",
            "-c",
            script,
            "sh",
            home.toString(),
            java,
            "-cp",
            System.getProperty("java.class.path"),
            "id.pde.app.Main",
            "load",
            file.toString(),
            "-m",
            "dkupp/harga");
    builder.environment().putAll(database.environment());
    builder.environment().put("PDE_HOME", home.toString());
    builder.environment().put("PDE_MAPPINGS", root.resolve("mappings").toString());
    Path err = root.resolve("err");
    int code = builder.redirectError(err.toFile()).start().waitFor();
    String said = Files.readString(err, StandardCharsets.UTF_8);
    assertThat(said.lines().findFirst())
        .hasValue(
            "%1$s/archive: tidak ada ruang di %1$s/archive; tidak ada yang dimuat, berkas Anda tidak disentuh"
                .formatted(home));
    assertThat(code).isEqualTo(1);
    assertThat(file).hasContent(PriceTable.GOOD + "c;teh;3\n");
    assertThat(prices.picture()).isEqualTo(before);
    assertThat(prices.terminal().type("load", file.toString(), "-m", "dkupp/harga").code())
        .isZero();
  }

  /** Something that may go wrong. */
  private interface Deed {
    void run() throws Exception;
  }

  private static RunListener at(RunStep step, Deed deed) {
    return new RunListener() {
      @Override
      public void reached(RunStep reached) {
        if (reached == step) {
          try {
            deed.run();
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        }
      }
    };
  }

  private void cutAllSessions() throws SQLException {
    prices.ask(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND backend_type = 'client backend'");
  }
}

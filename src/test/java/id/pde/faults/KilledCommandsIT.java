package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.Main;
import id.pde.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that loads a run again, approves one or takes one back is killed at random moments:
 * whatever it left, the same command typed once more comes to what it comes to undisturbed.
 */
class KilledCommandsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final long SEED = 20_261_129;
  private static final boolean LONG = System.getProperty("pde.evidence") != null;
  private static final int KILLS = LONG ? 70 : 5;
  private static final int ROWS = 4_000;

  /** A JVM needs this share of a command's time before it asks the database anything. */
  private static final double START = 0.3;

  /** What stands, what was ended, and which runs are in force. */
  private static final String STATE =
      """
      SELECT (SELECT count(*) || '/' || sum(harga) || '/' || count(DISTINCT _run) FROM warehouse.harga)
          || ' history ' || (SELECT count(*) || '/' || coalesce(sum(harga), 0) FROM history.harga)
          || ' runs ' || (SELECT count(*) FROM pde.run WHERE published IS NOT NULL)
          || ' undone ' || (SELECT count(*) FROM pde.run WHERE undone_by IS NOT NULL)
          || ' decided ' || (SELECT count(*) FROM pde.run WHERE decision IS NOT NULL)
          || ' waiting ' || (SELECT count(*) FROM pde.run WHERE outcome = 'waiting' AND decision IS NULL)
      """;

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);

  enum Act {
    REPLAY,
    APPROVE,
    UNDO
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void comesToTheSameWhereverItIsKilled(Act act) throws Exception {
    Random random = new Random(SEED + act.name().length());
    List<String> words = begin(act);
    String before = state();
    long begun = System.nanoTime();
    assertThat(wait(start(words))).as("exit code of %s", words).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    String after = state();
    assertThat(after).isNotEqualTo(before);
    List<String> lines = new ArrayList<>();
    int nothing = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      words = begin(act);
      Process process = start(words);
      long delay = (long) (whole * (START + random.nextDouble() * (1.1 - START)));
      boolean ended = process.waitFor(delay, TimeUnit.MILLISECONDS);
      process.toHandle().destroyForcibly();
      process.waitFor();
      release();
      String left = state();
      assertThat(left).as("left by a kill after %d ms, seed %d", delay, SEED).isIn(before, after);
      boolean undone = left.equals(before);
      nothing += undone ? 1 : 0;
      int again = wait(start(words));
      // What came to pass is not done twice: that a run was taken back or decided is said.
      assertThat(again).isIn(0, 3, 4, 9);
      assertThat(undone || act != Act.REPLAY ? state() : after).isEqualTo(after);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s after %5d ms of %5d: %s, %s",
              act,
              delay,
              whole,
              ended ? "had ended" : "killed",
              undone ? "nothing was done" : "all was done"));
    }
    write(act, lines);
    assertThat(nothing).as("kills that came before the commit").isPositive();
  }

  /** A fresh city; the words of the command. */
  private List<String> begin(Act act) throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    if (act == Act.APPROVE) {
      Files.writeString(
          mapping,
          Files.readString(mapping)
              .replaceAll(
                  "tolerance: \\{.*",
                  "tolerance: {rejects: 60%, approve: {changed: 0%, rows: 0}}"));
    }
    table.load("banyak.csv", prices().getBytes(UTF_8));
    String run = table.run();
    if (act == Act.REPLAY) {
      Files.writeString(
          mapping,
          Files.readString(mapping).replace("type: integer", "type: integer, scale: 1000"));
    }
    return switch (act) {
      case REPLAY -> List.of("replay", run, "--force");
      case APPROVE -> List.of("approve", run, "--who", "siti");
      case UNDO -> List.of("undo", run, "--yes");
    };
  }

  private static String prices() {
    StringBuilder text = new StringBuilder("Kode;Nama;Harga\n");
    for (int i = 0; i < ROWS; i++) {
      text.append('k').append(i).append(";barang;").append(i).append('\n');
    }
    return text.append("a;beras;9\n").toString();
  }

  private String state() throws Exception {
    return table.ask(STATE).get(0);
  }

  /** The server takes a while to see that a client is gone; it is helped. */
  private void release() throws Exception {
    table.ask(
        "SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            + " AND application_name LIKE 'pde%'");
  }

  private Process start(List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dpde.launcher.dir=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(database.environment());
    builder.environment().put("PDE_HOME", root.resolve("home").toString());
    builder.redirectErrorStream(true).redirectOutput(new File(root.toFile(), "said.txt"));
    return builder.start();
  }

  private static int wait(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static void write(Act act, List<String> lines) throws IOException {
    String name = "kill-report-" + act.name().toLowerCase(Locale.ROOT) + ".txt";
    String whole =
        "kill test of %s, seed %d: %d kills, 0 differences%n"
                .formatted(act.name().toLowerCase(Locale.ROOT), SEED, lines.size())
            + String.join("\n", lines)
            + "\n";
    Files.writeString(Files.createDirectories(Path.of("target")).resolve(name), whole);
    String evidence = System.getProperty("pde.evidence", "");
    if (!evidence.isEmpty()) {
      Files.writeString(Files.createDirectories(Path.of(evidence)).resolve(name), whole);
    }
  }
}

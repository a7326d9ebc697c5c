package id.pde.app.bench;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.app.embedded.ServerOptions;
import id.pde.run.Archive;
import id.pde.run.Delivery;
import id.pde.run.Home;
import id.pde.run.RowsSpool;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PulledRows;
import id.pde.source.database.DatabasePull;
import id.pde.source.database.Dialect;
import id.pde.source.database.Drivers;
import id.pde.source.database.LoginSource;
import id.pde.source.rows.RowsWriter;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table of another PostgreSQL through the whole road, archive included, against COPY out of that
 * server piped into COPY into an equal table of this one: alternating, median of the rounds.
 */
public final class PullBench {

  private static final int WARM_UP = 20;

  private final BenchTables tables;
  private final BenchLoader loader;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the other server, the archive and rejected rows
   * @param progress takes a line now and then
   */
  public PullBench(Connections connections, Path work, Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.loader = new BenchLoader(connections, work, BenchMapping.pulling());
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data on a server of its own, measures, and leaves nothing behind. */
  public PullResult run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    Path folder = Files.createTempDirectory(work, "pull-");
    ServerOptions manners =
        new ServerOptions(
            ServerOptions.Durability.THROWAWAY, ZoneId.of("Asia/Jakarta"), Duration.ofSeconds(60));
    EmbeddedServer other =
        new EmbeddedServer(new Home(folder.resolve("agency")), manners, note -> {});
    try (Archive archive = new Archive(new Home(folder.resolve("home")), 0)) {
      AgencyTable table = new AgencyTable(other.ensureRunning());
      table.create();
      Side side = new Side(table, source(table.settings()), archive);
      fill(table, Math.max(1, options.rows() / WARM_UP));
      pull(side);
      tables.createCopy();
      table.pipe(tables.connections());
      fill(table, options.rows());
      return measure(side, options);
    } finally {
      other.stop();
      tables.remove();
      remove(folder);
    }
  }

  private record Side(AgencyTable table, DatabasePull source, Archive archive) {}

  private void fill(AgencyTable table, int rows) throws IOException, SQLException {
    try (BenchFiles files = BenchFiles.write(work, rows)) {
      table.fill(files.canonical());
    }
  }

  private static DatabasePull source(ConnectionSettings settings) {
    LoginSource.Login login = new LoginSource.Login(settings.user(), settings.password().reveal());
    return new DatabasePull(
        "bench",
        Dialect.POSTGRESQL,
        new LoginSource(
            new Drivers(Path.of("drivers")).find(settings.url()).orElseThrow(),
            settings.url(),
            () -> login));
  }

  private PullResult measure(Side side, BenchOptions options) throws IOException, SQLException {
    List<Double> road = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<Double> pipe = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      tables.empty();
      long begun = System.nanoTime();
      Delivery delivery = keep(side);
      kept.add(seconds(begun));
      long loaded = loader.load(delivery);
      road.add(seconds(begun));
      remove(side.archive().contents().place(delivery.sha256()));
      begun = System.nanoTime();
      long copied = side.table().pipe(tables.connections());
      pipe.add(seconds(begun));
      if (loaded != options.rows() || copied != options.rows()) {
        throw new IllegalStateException("not every row arrived: " + loaded + ", " + copied);
      }
      progress.accept("pull " + round + "/" + options.rounds());
    }
    return new PullResult(options.rows(), tables.server(), BenchLoader.machine(), road, kept, pipe);
  }

  private void pull(Side side) {
    loader.load(keep(side));
  }

  private static Delivery keep(Side side) {
    Pull pull = new Pull("bench", AgencyTable.SELECT, Map.of(), Pull.Limits.DEFAULT);
    RowsSpool spool = new RowsWriter();
    try (PulledRows rows = side.source().rows(pull)) {
      return side.archive()
          .keepRows(
              "bench",
              file -> {
                try (RowsSpool.Spool open = spool.open(file)) {
                  rows.copyTo(open);
                }
              });
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void remove(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}

package id.pde.app.bench;

import id.pde.mapping.Mapping;
import id.pde.model.RunOutcome;
import id.pde.run.Delivery;
import id.pde.run.LoadRequest;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Loader;
import id.pde.run.NormaliserChecks;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.source.Readers;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresWarehouse;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An agency's CSV through the whole road, against COPY of the same rows in canonical form into an
 * equal table: alternating, on the same server, median of the rounds.
 */
public final class AppendBench {

  private static final int WARM_UP = 20;

  private final BenchTables tables;
  private final Loader loader;
  private final Mapping mapping;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the delivery and for rejected rows
   * @param progress takes a line now and then
   */
  public AppendBench(Connections connections, Path work, Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.mapping = BenchMapping.mapping();
    this.loader =
        new Loader(
            new Loader.Ports(
                new Readers(),
                new PostgresWarehouse(connections, work),
                new PostgresLedger(connections)),
            new NormaliserChecks(BenchMapping.codes()),
            InstantSource.system());
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data, measures, and leaves nothing behind. */
  public BenchResult run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    try (BenchFiles warm = BenchFiles.write(work, Math.max(1, options.rows() / WARM_UP));
        BenchFiles files = BenchFiles.write(work, options.rows())) {
      load(warm.delivered());
      tables.createCopy();
      tables.copy(warm.canonical());
      return measure(options, files);
    } finally {
      tables.remove();
    }
  }

  private BenchResult measure(BenchOptions options, BenchFiles files)
      throws IOException, SQLException {
    List<Double> road = new ArrayList<>();
    List<Double> copy = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      tables.empty();
      long begun = System.nanoTime();
      long loaded = load(files.delivered());
      road.add(seconds(begun));
      begun = System.nanoTime();
      long copied = tables.copy(files.canonical());
      copy.add(seconds(begun));
      if (loaded != options.rows() || copied != options.rows()) {
        throw new IllegalStateException("not every row arrived: " + loaded + ", " + copied);
      }
      progress.accept(round + "/" + options.rounds());
    }
    return new BenchResult(options.rows(), files.bytes(), tables.server(), machine(), road, copy);
  }

  private long load(Path file) throws IOException {
    Delivery delivery =
        new Delivery("bench.csv", file, "0".repeat(64), Files.size(file), Delivery.Form.FILE, null);
    Choices choices = new Choices(null, Repeat.FORCE, Duration.ZERO);
    RunReport report = loader.load(new LoadRequest(mapping, delivery, choices, RunListener.SILENT));
    if (report.outcome() != RunOutcome.LOADED) {
      throw new IllegalStateException(report.outcome().code() + ": " + report.message().en());
    }
    return report.counts().inserted();
  }

  private static String machine() {
    Runtime process = Runtime.getRuntime();
    return process.availableProcessors()
        + " cores, "
        + process.maxMemory() / (1 << 20)
        + " MB heap, Java "
        + Runtime.version().feature();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}

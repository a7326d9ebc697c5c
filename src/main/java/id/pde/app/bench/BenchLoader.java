package id.pde.app.bench;

import id.pde.mapping.Mapping;
import id.pde.model.Counts;
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
import java.time.Duration;
import java.time.InstantSource;

/** The whole road, for files of one mapping. */
final class BenchLoader {

  private final Loader loader;
  private final Mapping mapping;

  /**
   * @param work a folder for rejected rows
   */
  BenchLoader(Connections connections, Path work, Mapping mapping) {
    this.mapping = mapping;
    this.loader =
        new Loader(
            new Loader.Ports(
                new Readers(),
                new PostgresWarehouse(connections, work),
                new PostgresLedger(connections)),
            new NormaliserChecks(BenchMapping.codes()),
            InstantSource.system());
  }

  Counts load(Path file) throws IOException {
    return report(file).counts();
  }

  /** What loading it came to. */
  RunReport report(Path file) throws IOException {
    return done(loader.load(request(file)));
  }

  /** What loading it would come to. */
  Counts plan(Path file) throws IOException {
    return done(loader.plan(request(file))).counts();
  }

  /** Loads rows that are in an archive; how many were new. */
  long load(Delivery kept) {
    return done(loader.load(request(kept.file(), kept.bytes(), Delivery.Form.ROWS)))
        .counts()
        .inserted();
  }

  private LoadRequest request(Path file) throws IOException {
    return request(file, Files.size(file), Delivery.Form.FILE);
  }

  private LoadRequest request(Path file, long bytes, Delivery.Form form) {
    Delivery delivery = new Delivery("bench.csv", file, "0".repeat(64), bytes, form, null);
    Choices choices = new Choices(null, Repeat.FORCE, Duration.ZERO);
    return new LoadRequest(mapping, delivery, choices, RunListener.SILENT);
  }

  private static RunReport done(RunReport report) {
    if (report.outcome() != RunOutcome.LOADED) {
      throw new IllegalStateException(report.outcome().code() + ": " + report.message().en());
    }
    return report;
  }

  static String machine() {
    Runtime process = Runtime.getRuntime();
    return process.availableProcessors()
        + " cores, "
        + process.maxMemory() / (1 << 20)
        + " MB heap, Java "
        + Runtime.version().feature();
  }
}

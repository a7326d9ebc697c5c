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
    return load(file, Files.size(file), Delivery.Form.FILE);
  }

  /** Loads rows that are in an archive; how many were new. */
  long load(Delivery kept) {
    return load(kept.file(), kept.bytes(), Delivery.Form.ROWS).inserted();
  }

  private Counts load(Path file, long bytes, Delivery.Form form) {
    Delivery delivery = new Delivery("bench.csv", file, "0".repeat(64), bytes, form, null);
    Choices choices = new Choices(null, Repeat.FORCE, Duration.ZERO);
    RunReport report = loader.load(new LoadRequest(mapping, delivery, choices, RunListener.SILENT));
    if (report.outcome() != RunOutcome.LOADED) {
      throw new IllegalStateException(report.outcome().code() + ": " + report.message().en());
    }
    return report.counts();
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

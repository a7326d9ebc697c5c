package id.pde.app.server;

import id.pde.model.Counts;
import id.pde.run.Home;
import id.pde.run.RunReport;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Counts runs and rows for whoever watches PDE. */
final class RunMeters implements Consumer<RunReport> {

  private final MeterRegistry registry;

  RunMeters(MeterRegistry registry, Home home) {
    this.registry = registry;
    registry.gauge("pde.files.waiting", home, RunMeters::filesWaiting);
  }

  @Override
  public void accept(RunReport report) {
    String dataset = report.mapping();
    registry
        .counter("pde.runs", "dataset", dataset, "outcome", report.outcome().code())
        .increment();
    Counts counts = report.counts();
    rows(dataset, "read", counts.read());
    rows(dataset, "accepted", counts.accepted());
    rows(dataset, "rejected", counts.rejected());
    rows(dataset, "filtered", counts.filtered());
    registry
        .timer("pde.run.duration", "dataset", dataset)
        .record(Duration.between(report.started(), report.finished()));
  }

  private void rows(String dataset, String kind, long number) {
    registry.counter("pde.rows", "dataset", dataset, "kind", kind).increment((double) number);
  }

  /** Files that senders dropped and nobody has taken yet. */
  static double filesWaiting(Home home) {
    try (Stream<Path> files = Files.walk(home.inbox(), 2)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException missing) {
      return 0;
    }
  }
}

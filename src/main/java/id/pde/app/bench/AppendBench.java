package id.pde.app.bench;

import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
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
  private final BenchLoader loader;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the delivery and for rejected rows
   * @param progress takes a line now and then
   */
  public AppendBench(Connections connections, Path work, Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.loader = new BenchLoader(connections, work, BenchMapping.mapping());
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data, measures, and leaves nothing behind. */
  public BenchResult run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    try (BenchFiles warm = BenchFiles.write(work, Math.max(1, options.rows() / WARM_UP));
        BenchFiles files = BenchFiles.write(work, options.rows())) {
      loader.load(warm.delivered());
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
      long loaded = loader.load(files.delivered()).inserted();
      road.add(seconds(begun));
      begun = System.nanoTime();
      long copied = tables.copy(files.canonical());
      copy.add(seconds(begun));
      if (loaded != options.rows() || copied != options.rows()) {
        throw new IllegalStateException("not every row arrived: " + loaded + ", " + copied);
      }
      progress.accept(round + "/" + options.rounds());
    }
    return new BenchResult(
        options.rows(), files.bytes(), tables.server(), BenchLoader.machine(), road, copy);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}

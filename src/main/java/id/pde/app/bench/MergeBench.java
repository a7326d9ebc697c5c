package id.pde.app.bench;

import id.pde.app.bench.MergeFiles.Rows;
import id.pde.model.Counts;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A delivery that meets as many rows as it has, through the whole road and with history, against a
 * hand-written COPY into an unlogged stage and an upsert: alternating, on the same server, median
 * of the rounds. Once 1 % of the rows differ, once all are new.
 */
public final class MergeBench {

  private static final int WARM_UP = 20;

  private final BenchTables tables;
  private final BenchLoader loader;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the deliveries and for rejected rows
   * @param progress takes a line now and then
   */
  public MergeBench(Connections connections, Path work, Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.loader = new BenchLoader(connections, work, BenchMapping.merging());
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data, measures, and leaves nothing behind. */
  public List<MergeResult> run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    int warm = Math.max(1, options.rows() / WARM_UP);
    try (MergeFiles few = MergeFiles.write(work, Rows.STANDING, warm);
        MergeFiles standing = MergeFiles.write(work, Rows.STANDING, options.rows())) {
      loader.load(few.delivered());
      tables.createCopy();
      tables.createStage();
      tables.upsert(few.canonical());
      return List.of(
          measure(Rows.CHANGED, options, standing), measure(Rows.NEW, options, standing));
    } finally {
      tables.remove();
    }
  }

  private MergeResult measure(Rows which, BenchOptions options, MergeFiles standing)
      throws IOException, SQLException {
    List<Double> road = new ArrayList<>();
    List<Double> upsert = new ArrayList<>();
    try (MergeFiles files = MergeFiles.write(work, which, options.rows())) {
      for (int round = 1; round <= options.rounds(); round++) {
        tables.empty();
        loader.load(standing.delivered());
        tables.copy(standing.canonical());
        tables.settle();
        long begun = System.nanoTime();
        Counts counts = loader.load(files.delivered());
        road.add((System.nanoTime() - begun) / 1e9);
        begun = System.nanoTime();
        long written = tables.upsert(files.canonical());
        upsert.add((System.nanoTime() - begun) / 1e9);
        check(which, options.rows(), counts, written);
        progress.accept(MergeResult.word(which) + " " + round + "/" + options.rounds());
      }
    }
    return new MergeResult(
        which, options.rows(), tables.server(), BenchLoader.machine(), road, upsert);
  }

  private static void check(Rows which, int rows, Counts counts, long written) {
    boolean right =
        which == Rows.NEW
            ? counts.inserted() == rows
            : counts.updated() == MergeFiles.differing(rows) && counts.inserted() == 0;
    if (!right || written != rows) {
      throw new IllegalStateException("not every row arrived: " + counts + ", " + written);
    }
  }
}

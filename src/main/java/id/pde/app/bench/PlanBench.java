package id.pde.app.bench;

import id.pde.app.bench.MergeFiles.Rows;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The plan of a delivery that meets as many rows as it has, against its load: one after the other,
 * on the same server, median of the rounds. Once 1 % of the rows differ, once all are new.
 */
public final class PlanBench {

  private static final int WARM_UP = 20;

  private final BenchTables tables;
  private final BenchLoader loader;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the deliveries and for rejected rows
   * @param progress takes a line now and then
   */
  public PlanBench(Connections connections, Path work, Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.loader = new BenchLoader(connections, work, BenchMapping.merging());
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data, measures, and leaves nothing behind. */
  public List<PlanResult> run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    int warm = Math.max(1, options.rows() / WARM_UP);
    try (MergeFiles few = MergeFiles.write(work, Rows.STANDING, warm);
        MergeFiles standing = MergeFiles.write(work, Rows.STANDING, options.rows())) {
      loader.load(few.delivered());
      loader.plan(few.delivered());
      return List.of(
          measure(Rows.CHANGED, options, standing), measure(Rows.NEW, options, standing));
    } finally {
      tables.remove();
    }
  }

  private PlanResult measure(Rows which, BenchOptions options, MergeFiles standing)
      throws IOException, SQLException {
    List<Double> plan = new ArrayList<>();
    List<Double> load = new ArrayList<>();
    try (MergeFiles files = MergeFiles.write(work, which, options.rows())) {
      for (int round = 1; round <= options.rounds(); round++) {
        tables.emptyOwn();
        loader.load(standing.delivered());
        tables.settleOwn();
        Measured planned = Measured.of(() -> loader.plan(files.delivered()));
        Measured loaded = Measured.of(() -> loader.load(files.delivered()));
        if (!planned.counts().equals(loaded.counts())) {
          throw new IllegalStateException(planned.counts() + " but " + loaded.counts());
        }
        plan.add(planned.seconds());
        load.add(loaded.seconds());
        progress.accept("plan, " + MergeResult.word(which) + " " + round + "/" + options.rounds());
      }
    }
    return new PlanResult(
        which, options.rows(), tables.server(), BenchLoader.machine(), plan, load);
  }
}

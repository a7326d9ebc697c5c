package id.pde.app.bench;

import id.pde.model.RunOutcome;
import id.pde.run.Claim;
import id.pde.run.Inbox;
import id.pde.run.RunReport;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Files of one row each, dropped at once into the watched folder of one agency: claimed, archived,
 * loaded, answered one after the other.
 */
public final class FilesBench {

  /** Files of a round: a hundredth of the rows that other parts measure. */
  private static final int SHARE = 100;

  private static final int WARM_UP = 100;

  private static final String MAPPING =
      """
      title: PDE bench
      agency: bench
      source: {format: csv}
      target: {table: pde_bench, load: append}
      columns:
        kode:  {from: kode, type: text, class: publik}
        nilai: {from: nilai, type: integer, class: publik}
      """;

  private final BenchTables tables;
  private final Path work;
  private final Function<Path, FilesRoad> roads;
  private final Consumer<String> progress;

  /** The road of a server, on a home of its own. */
  public interface FilesRoad extends AutoCloseable {

    /** Where the files lie. */
    Path folder();

    Inbox inbox();

    /** Brings a file to its end. */
    RunReport receive(Claim claim);

    @Override
    void close();
  }

  /**
   * @param work a folder for the home
   * @param roads of a home, which has {@code mappings/}
   * @param progress takes a line now and then
   */
  public FilesBench(
      Connections connections,
      Path work,
      Function<Path, FilesRoad> roads,
      Consumer<String> progress) {
    this.tables = new BenchTables(connections);
    this.work = work;
    this.roads = roads;
    this.progress = progress;
  }

  /** Measures, and leaves nothing behind. */
  public FilesResult run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    int files = Math.max(1, options.rows() / SHARE);
    try (BenchHome home = BenchHome.make(work, MAPPING);
        FilesRoad road = roads.apply(home.root())) {
      Files.createDirectories(road.folder());
      round(road, 0, Math.min(WARM_UP, files));
      List<Double> seconds = new ArrayList<>();
      for (int round = 1; round <= options.rounds(); round++) {
        seconds.add(round(road, round, files));
        progress.accept("files " + round + "/" + options.rounds());
      }
      return new FilesResult(files, tables.server(), BenchLoader.machine(), seconds);
    } finally {
      tables.remove();
    }
  }

  private static double round(FilesRoad road, int round, int files) throws IOException {
    for (int file = 0; file < files; file++) {
      Files.writeString(
          road.folder().resolve("pde-bench-" + round + "-" + file + ".csv"),
          "kode,nilai\nk" + round + "-" + file + "," + file + "\n");
    }
    long begun = System.nanoTime();
    Inbox.Look look =
        road.inbox()
            .look(
                claim -> {
                  RunReport report = road.receive(claim);
                  if (report.outcome() != RunOutcome.LOADED) {
                    throw new IllegalStateException(report.outcome().code());
                  }
                });
    if (look.taken() != files) {
      throw new IllegalStateException("not every file was taken: " + look.taken());
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}

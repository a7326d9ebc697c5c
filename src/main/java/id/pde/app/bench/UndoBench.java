package id.pde.app.bench;

import id.pde.app.bench.MergeFiles.Rows;
import id.pde.app.bench.UndoResult.Kind;
import id.pde.mapping.Mapping;
import id.pde.run.RunReport;
import id.pde.run.Undoing;
import id.pde.run.Undoing.Preview;
import id.pde.run.explain.RowVersions;
import id.pde.run.explain.RowVersions.Place;
import id.pde.run.explain.RowVersions.Standing;
import id.pde.run.explain.RowVersions.Version;
import id.pde.warehouse.PostgresUndo;
import id.pde.warehouse.PostgresVersions;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What taking a run back and asking for a row's versions cost, by the rows that the run touched and
 * by those of the table: a run that adds to a table without a key, and one that changes rows of a
 * table with one.
 */
public final class UndoBench {

  private static final int TENTH = 10;
  private static final int PER_MILLE = 1000;

  private final Connections connections;
  private final BenchTables tables;
  private final Undoing undoing;
  private final RowVersions versions;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the deliveries and for rejected rows
   * @param progress takes a line now and then
   */
  public UndoBench(Connections connections, Path work, Consumer<String> progress) {
    this.connections = connections;
    this.tables = new BenchTables(connections);
    this.undoing = new PostgresUndo(connections, InstantSource.system());
    this.versions = new PostgresVersions(connections, "bench");
    this.work = work;
    this.progress = progress;
  }

  /** Builds its data, measures, and leaves nothing behind. */
  public List<UndoResult> run(BenchOptions options) throws IOException, SQLException {
    List<UndoResult> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int standing : List.of(Math.max(1, options.rows() / TENTH), options.rows())) {
        try {
          tables.remove();
          results.addAll(measure(kind, standing, options));
        } finally {
          tables.remove();
        }
      }
    }
    return results;
  }

  private List<UndoResult> measure(Kind kind, int standing, BenchOptions options)
      throws IOException, SQLException {
    Mapping mapping = kind == Kind.APPEND ? BenchMapping.mapping() : BenchMapping.merging();
    BenchLoader loader = new BenchLoader(connections, work, mapping);
    try (Delivered rows = delivered(kind, Rows.STANDING, standing)) {
      loader.load(rows.file());
    }
    tables.settleOwn();
    List<UndoResult> results = new ArrayList<>();
    for (int touched :
        List.of(
            Math.max(1, options.rows() / PER_MILLE),
            Math.max(1, options.rows() / PER_MILLE * TENTH),
            Math.max(1, options.rows() / TENTH))) {
      results.add(measure(kind, new Size(standing, touched), options.rounds(), loader));
    }
    return results;
  }

  private record Size(int standing, int touched) {}

  private UndoResult measure(Kind kind, Size size, int rounds, BenchLoader loader)
      throws IOException {
    List<Double> undo = new ArrayList<>();
    List<Double> explain = new ArrayList<>();
    try (Delivered rows = delivered(kind, Rows.CHANGED, size.touched())) {
      for (int round = 1; round <= rounds; round++) {
        RunReport run = loader.report(rows.file());
        explain.add(explain(kind, run.run()));
        long begun = System.nanoTime();
        Preview preview = undoing.preview(run);
        undoing.undo(run);
        undo.add((System.nanoTime() - begun) / 1e9);
        if (preview.reversed() != size.touched()) {
          throw new IllegalStateException(preview + " of " + size.touched());
        }
        progress.accept(kind.word() + ", undo " + size.touched() + " " + round + "/" + rounds);
      }
    }
    return new UndoResult(kind, size.standing(), size.touched(), undo, explain);
  }

  /** How long one row's versions take. */
  private double explain(Kind kind, long run) {
    Standing table = versions.table(BenchMapping.TABLE).orElseThrow();
    long begun = System.nanoTime();
    List<Version> found =
        kind == Kind.APPEND
            ? versions.ofRow(table, new Place(run, "2"))
            : versions.ofKey(table, List.of("1"));
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (found.isEmpty()) {
      throw new IllegalStateException("a row was not found");
    }
    return seconds;
  }

  /** A delivery, gone when it is closed. */
  private record Delivered(Path file, Closing closing) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      closing.close();
    }
  }

  private interface Closing {
    void close() throws IOException;
  }

  private Delivered delivered(Kind kind, Rows which, int rows) throws IOException {
    if (kind == Kind.APPEND) {
      BenchFiles files = BenchFiles.write(work, rows);
      return new Delivered(files.delivered(), files::close);
    }
    // Every row of a delivery of changes differs here, not one in a hundred.
    MergeFiles files = MergeFiles.write(work, which, rows, 1);
    return new Delivered(files.delivered(), files::close);
  }
}

package id.pde.app.bench;

import static id.pde.run.ReadOnlySql.Column.Kind.NUMBER;
import static id.pde.run.ReadOnlySql.Column.Kind.TEXT;

import id.pde.app.bench.FilesBench.FilesRoad;
import id.pde.model.RunOutcome;
import id.pde.receipt.ExportWorkbook;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.RunReport;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A workbook of which one row in a hundred is at fault: how long loading it takes, and how long its
 * answer, whose main part is the workbook given back with its marks.
 */
public final class AnswerBench {

  /** Rows of the workbook: a twentieth of the rows that other parts measure. */
  private static final int SHARE = 20;

  private static final int FAULTY = 100;
  private static final int FIELDS = 12;

  private static final String HEAD =
      """
      title: PDE bench
      agency: bench
      source: {format: xlsx}
      target: {table: pde_bench, load: append}
      tolerance: {rejects: 50%}
      columns:
      """;

  private final BenchTables tables;
  private final Path work;
  private final Function<Path, FilesRoad> roads;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the home
   * @param roads of a home, which has {@code mappings/}
   * @param progress takes a line now and then
   */
  public AnswerBench(
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
  public AnswerResult run(BenchOptions options) throws IOException, SQLException {
    tables.remove();
    int rows = Math.max(FAULTY, options.rows() / SHARE);
    List<Double> load = new ArrayList<>();
    List<Double> answer = new ArrayList<>();
    try (BenchHome home = BenchHome.make(work, mapping());
        FilesRoad road = roads.apply(home.root())) {
      Files.createDirectories(road.folder());
      for (int round = 0; round <= options.rounds(); round++) {
        Took took = round(home, road, round, rows);
        if (round > 0) {
          load.add(took.load());
          answer.add(took.answer());
          progress.accept("answer " + round + "/" + options.rounds());
        }
      }
      return new AnswerResult(
          rows, rows / FAULTY, tables.server(), BenchLoader.machine(), load, answer);
    } finally {
      tables.remove();
    }
  }

  private static String mapping() {
    StringBuilder columns = new StringBuilder(HEAD);
    for (int field = 1; field <= FIELDS; field++) {
      String type = isNumber(field) ? "integer" : "text";
      columns.append("  k%1$d: {from: K%1$d, type: %2$s, class: publik}%n".formatted(field, type));
    }
    return columns.toString();
  }

  private record Took(double load, double answer) {}

  private static Took round(BenchHome home, FilesRoad road, int round, int rows)
      throws IOException {
    String name = "pde-bench-" + round + ".xlsx";
    write(road.folder().resolve(name), round, rows);
    List<RunReport> reports = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    road.inbox()
        .look(
            claim -> {
              long begun = System.nanoTime();
              reports.add(road.receive(claim));
              seconds.add((System.nanoTime() - begun) / 1e9);
            });
    RunReport report = reports.get(0);
    Path back = home.root().resolve("outbox/bench").resolve(name + ".perbaikan.xlsx");
    if (report.outcome() != RunOutcome.LOADED_WITH_REJECTS
        || report.counts().rejected() != rows / FAULTY
        || !Files.exists(back)) {
      throw new IllegalStateException(report.outcome().code() + ": " + report.message().en());
    }
    double load = Duration.between(report.started(), report.finished()).toNanos() / 1e9;
    return new Took(load, seconds.get(0) - load);
  }

  private static void write(Path file, int round, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ExportWorkbook workbook = new ExportWorkbook(out, "Data")) {
      workbook.columns(
          IntStream.rangeClosed(1, FIELDS)
              .mapToObj(field -> new Column("K" + field, isNumber(field) ? NUMBER : TEXT))
              .toList());
      for (int row = 1; row <= rows; row++) {
        List<String> cells = new ArrayList<>();
        for (int field = 1; field <= FIELDS; field++) {
          if (!isNumber(field)) {
            cells.add("isi " + round + " " + row * field % 977);
          } else if (field == 3 && row % FAULTY == 0) {
            cells.add("menyusul");
          } else {
            cells.add(Integer.toString(row * field % 9_973));
          }
        }
        workbook.row(cells);
      }
      workbook.finish();
    }
  }

  private static boolean isNumber(int field) {
    return field % 3 == 0;
  }
}

package id.pde.app;

import static java.util.stream.Collectors.joining;

import id.pde.app.bench.AnswerBench;
import id.pde.app.bench.AnswerResult;
import id.pde.app.bench.AppendBench;
import id.pde.app.bench.BenchOptions;
import id.pde.app.bench.BenchOptions.Part;
import id.pde.app.bench.BenchOptions.Shape;
import id.pde.app.bench.BenchResult;
import id.pde.app.bench.CsvBench;
import id.pde.app.bench.FilesBench;
import id.pde.app.bench.FilesResult;
import id.pde.app.bench.MergeBench;
import id.pde.app.bench.MergeResult;
import id.pde.app.bench.PagesBench;
import id.pde.app.bench.PagesResult;
import id.pde.app.bench.PlanBench;
import id.pde.app.bench.PlanResult;
import id.pde.app.bench.PullBench;
import id.pde.app.bench.PullResult;
import id.pde.app.bench.ReadResult;
import id.pde.app.bench.UndoBench;
import id.pde.app.bench.UndoResult;
import id.pde.app.bench.XlsBench;
import id.pde.app.bench.XlsxBench;
import id.pde.app.server.BenchConsole;
import id.pde.cli.Output;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code pde bench}: measures on the database that the deployment uses, and reading on this
 * machine; leaves nothing there.
 */
final class Bench {

  private static final int XLSX_ROWS = 300_000;

  private final Wiring wiring;
  private final Output output;

  Bench(Wiring wiring, Output output) {
    this.wiring = wiring;
    this.output = output;
  }

  int run(List<String> arguments) {
    BenchOptions options = BenchOptions.parse(arguments);
    Path work = wiring.settings().home().work();
    try {
      Files.createDirectories(work);
      List<String> members = new ArrayList<>();
      for (Part part : options.parts()) {
        members.add(measure(part, work, options));
      }
      if (options.shape() == Shape.JSON) {
        output.out().println("{" + String.join(",", members) + "}");
      }
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new TargetRefused(refused(failed), failed);
    }
  }

  /** Shows what it measures, or gives it as members of an object. */
  private String measure(Part part, Path work, BenchOptions options)
      throws IOException, SQLException {
    int rows = options.rows();
    int rounds = options.rounds();
    return switch (part) {
      case APPEND -> append(work, options);
      case MERGE -> merge(work, options);
      case PLAN -> plan(work, options);
      case UNDO -> undo(work, options);
      case XLSX ->
          reading("xlsx", new XlsxBench(work).run(Math.min(rows, XLSX_ROWS), rounds), options);
      case GROWTH -> growth(new XlsxBench(work).growth(rows, rounds), options);
      case CSV -> reading("csv", new CsvBench(work).run(rows, rounds), options);
      case PULL -> pull(work, options);
      case FILES -> files(work, options);
      case ANSWER -> answer(work, options);
      case PAGES -> pages(work, options);
      case XLS -> reading("xls", new XlsBench(work).run(rows, rounds), options);
    };
  }

  private String append(Path work, BenchOptions options) throws IOException, SQLException {
    BenchResult result =
        new AppendBench(wiring.connections(), work, line -> output.say(Text.same(line)))
            .run(options);
    show(options, result.table());
    String object = result.json().strip();
    return object.substring(1, object.length() - 1);
  }

  private String merge(Path work, BenchOptions options) throws IOException, SQLException {
    List<MergeResult> results =
        new MergeBench(wiring.connections(), work, line -> output.say(Text.same(line)))
            .run(options);
    results.forEach(result -> show(options, result.table()));
    return results.stream().map(MergeResult::json).collect(joining(",", "\"merge\":[", "]"));
  }

  private String plan(Path work, BenchOptions options) throws IOException, SQLException {
    List<PlanResult> results =
        new PlanBench(wiring.connections(), work, line -> output.say(Text.same(line))).run(options);
    results.forEach(result -> show(options, result.table()));
    return results.stream().map(PlanResult::json).collect(joining(",", "\"plan\":[", "]"));
  }

  private String undo(Path work, BenchOptions options) throws IOException, SQLException {
    List<UndoResult> results =
        new UndoBench(wiring.connections(), work, line -> output.say(Text.same(line))).run(options);
    results.forEach(result -> show(options, result.line()));
    return results.stream().map(UndoResult::json).collect(joining(",", "\"undo\":[", "]"));
  }

  private String pull(Path work, BenchOptions options) throws IOException, SQLException {
    PullResult result =
        new PullBench(wiring.connections(), work, line -> output.say(Text.same(line))).run(options);
    show(options, result.table());
    return "\"pull\":" + result.json();
  }

  private String files(Path work, BenchOptions options) throws IOException, SQLException {
    Connections connections = wiring.connections();
    FilesResult result =
        new FilesBench(
                connections,
                work,
                home -> new BenchRoad(wiring.settings(), connections, home),
                line -> output.say(Text.same(line)))
            .run(options);
    show(options, result.line());
    return "\"files\":" + result.json();
  }

  private String answer(Path work, BenchOptions options) throws IOException, SQLException {
    Connections connections = wiring.connections();
    AnswerResult result =
        new AnswerBench(
                connections,
                work,
                home -> new BenchRoad(wiring.settings(), connections, home),
                line -> output.say(Text.same(line)))
            .run(options);
    show(options, result.line());
    return "\"answer\":" + result.json();
  }

  private String pages(Path work, BenchOptions options) throws IOException, SQLException {
    PagesResult result =
        new PagesBench(
                work,
                home -> new BenchConsole(wiring.settings(), home),
                line -> output.say(Text.same(line)))
            .run(options);
    show(options, result.table());
    return "\"pages\":" + result.json();
  }

  private String reading(String name, ReadResult result, BenchOptions options) {
    show(options, result.line());
    return "\"" + name + "\":" + result.json();
  }

  private String growth(List<ReadResult> results, BenchOptions options) {
    results.forEach(result -> show(options, result.line()));
    return results.stream().map(ReadResult::json).collect(joining(",", "\"growth\":[", "]"));
  }

  private void show(BenchOptions options, String lines) {
    if (options.shape() == Shape.TABLE) {
      output.out().print(lines);
      output.out().flush();
    }
  }

  private static Issue refused(SQLException failed) {
    return Issue.of(
        "bench.sql",
        Severity.REFUSE,
        new Location.Whole("bench"),
        new Issue.Advice(
            "SQLSTATE " + failed.getSQLState(),
            new Text("basis data menolak pengukuran", "the database refused the measurement"),
            new Text(
                "periksa ruang dan hak pada basis data",
                "check space and rights in the database")));
  }
}

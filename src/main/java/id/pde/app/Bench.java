package id.pde.app;

import id.pde.app.bench.AppendBench;
import id.pde.app.bench.BenchOptions;
import id.pde.app.bench.BenchOptions.Shape;
import id.pde.app.bench.BenchResult;
import id.pde.app.bench.XlsxBench;
import id.pde.app.bench.XlsxResult;
import id.pde.cli.Output;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
      AppendBench bench =
          new AppendBench(wiring.connections(), work, line -> output.say(Text.same(line)));
      BenchResult result = bench.run(options);
      XlsxResult xlsx =
          new XlsxBench(work).run(Math.min(options.rows(), XLSX_ROWS), options.rounds());
      output
          .out()
          .println(
              options.shape() == Shape.JSON ? result.json(xlsx) : result.table() + xlsx.line());
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new TargetRefused(refused(failed), failed);
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

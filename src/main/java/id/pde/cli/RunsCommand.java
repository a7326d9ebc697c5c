package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Approval;
import id.pde.run.Ledger.Filter;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ledger, newest first. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Jakarta"));

  private final Engine engine;
  private final Output console;

  @Option(
      names = {"-m", "--mapping"},
      paramLabel = "ID",
      descriptionKey = "runs-mapping")
  private @Nullable String mapping;

  @Option(names = "--outcome", paramLabel = "OUTCOME", descriptionKey = "runs-outcome")
  private @Nullable String outcome;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "20",
      descriptionKey = "limit")
  private int limit;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RunsCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<RunReport> runs = engine.ledger().runs(new Filter(mapping, outcome, Math.max(1, limit)));
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      runs.forEach(
          run -> array.add(out -> out.writeRawValue(ReportJson.text(run, console.language()))));
      array.end();
      return ExitCode.DONE;
    }
    if (runs.isEmpty()) {
      console.say(
          new Text(
              "Belum ada run. Coba: pde load BERKAS -m ID",
              "No run yet. Try: pde load FILE -m ID"));
      return ExitCode.DONE;
    }
    Table table = new Table(console.out());
    table.row(
        "run",
        "outcome",
        "mapping",
        "read",
        "accepted",
        "rejected",
        "filtered",
        "finished",
        "source");
    for (RunReport run : runs) {
      table.row(
          Long.toString(run.run()),
          run.outcome().code() + decided(run) + taken(run),
          run.unassigned() ? "-" : run.mapping(),
          Long.toString(run.counts().read()),
          Long.toString(run.counts().accepted()),
          Long.toString(run.counts().rejected()),
          Long.toString(run.counts().filtered()),
          TIME.format(run.finished()),
          Printable.name(run.source().name()));
    }
    table.print();
    return ExitCode.DONE;
  }

  private static String decided(RunReport run) {
    Approval approval = run.approval();
    Approval.Decision decision = approval == null ? null : approval.decision();
    return decision == null || run.outcome().publishes() ? "" : " " + decision.verdict().code();
  }

  private static String taken(RunReport run) {
    Long of = run.undo().of();
    Long by = run.undo().by();
    return (of == null ? "" : " undoes " + of) + (by == null ? "" : " undone by " + by);
  }
}

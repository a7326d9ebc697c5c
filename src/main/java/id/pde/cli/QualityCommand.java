package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Ledger.Filter;
import id.pde.run.Quality;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.check.CheckResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How good the deliveries of a dataset were, run by run. */
@Command(name = "quality")
final class QualityCommand implements Callable<Integer> {

  /** So many runs are looked through; older ones do not count. */
  private static final int LOOKED_AT = 10_000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

  private final Engine engine;
  private final Output console;

  @Parameters(arity = "0..1", paramLabel = "AGENCY|DATASET", descriptionKey = "quality-of")
  private @Nullable String of;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "5",
      descriptionKey = "quality-limit")
  private int limit;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  QualityCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, List<RunReport>> runs = new TreeMap<>();
    for (RunReport run : engine.ledger().runs(new Filter(null, null, LOOKED_AT))) {
      if (Quality.judged(run) && wanted(run)) {
        List<RunReport> same = runs.computeIfAbsent(run.mapping(), key -> new ArrayList<>());
        if (same.size() < Math.max(1, limit)) {
          same.add(run);
        }
      }
    }
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      runs.values().forEach(same -> same.forEach(run -> array.add(out -> write(out, run))));
      array.end();
      return ExitCode.DONE;
    }
    if (runs.isEmpty()) {
      console.say(new Text("Belum ada run yang dinilai.", "There is no run to judge yet."));
      return ExitCode.DONE;
    }
    Table table = new Table(console.out());
    table.row(
        "dataset",
        "run",
        "finished",
        "period",
        "outcome",
        "rows",
        "clean",
        "trend",
        "checks",
        "issue");
    runs.values().forEach(same -> print(table, same));
    table.print();
    return ExitCode.DONE;
  }

  private boolean wanted(RunReport run) {
    return of == null || run.mapping().equals(of) || run.agency().equals(of);
  }

  private static void print(Table table, List<RunReport> newestFirst) {
    for (int i = 0; i < newestFirst.size(); i++) {
      RunReport run = newestFirst.get(i);
      BigDecimal clean = Quality.clean(run.counts());
      BigDecimal before =
          i + 1 < newestFirst.size() ? Quality.clean(newestFirst.get(i + 1).counts()) : null;
      table.row(
          run.mapping(),
          Long.toString(run.run()),
          DAY.format(run.finished()),
          run.period() == null ? "-" : run.period().text(),
          run.outcome().code(),
          Long.toString(Quality.rows(run.counts())),
          clean == null ? "-" : clean.toPlainString(),
          Quality.trend(clean, before),
          Quality.checks(run),
          worst(run));
    }
  }

  /** The gravest kind of issue, of these the most frequent; the ledger has them in this order. */
  private static String worst(RunReport run) {
    if (run.issues().isEmpty()) {
      return "";
    }
    IssueCount first = run.issues().get(0);
    String column = first.column() == null ? "" : " " + first.column();
    return first.code() + column + " x" + first.count();
  }

  private static void write(JsonGenerator out, RunReport run) throws IOException {
    BigDecimal clean = Quality.clean(run.counts());
    out.writeStartObject();
    out.writeStringField("dataset", run.mapping());
    out.writeStringField("agency", run.agency());
    out.writeNumberField("run", run.run());
    out.writeStringField("finished", run.finished().toString());
    out.writeStringField("period", run.period() == null ? null : run.period().text());
    out.writeStringField("outcome", run.outcome().code());
    out.writeNumberField("accepted", run.counts().accepted());
    out.writeNumberField("rejected", run.counts().rejected());
    out.writeNumberField("warned", run.counts().warned());
    if (clean == null) {
      out.writeNullField("clean");
    } else {
      out.writeNumberField("clean", clean);
    }
    out.writeArrayFieldStart("checks");
    for (CheckResult check : run.checks()) {
      out.writeStartObject();
      out.writeStringField("name", check.name());
      out.writeStringField("verdict", check.verdict().code());
      out.writeNumberField("value", check.value());
      out.writeNumberField("faults", check.faults());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("issues");
    for (IssueCount issue : run.issues()) {
      out.writeStartObject();
      out.writeStringField("code", issue.code());
      out.writeStringField("severity", severity(issue.severity()));
      out.writeStringField("column", issue.column());
      out.writeNumberField("count", issue.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static String severity(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}

package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.Retaining.Line;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What need not be kept any longer, by policy; with {@code --apply} it is removed. */
@Command(name = "retention")
final class RetentionCommand implements Callable<Integer> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

  private final Engine engine;
  private final Output console;

  @Option(names = "--apply", descriptionKey = "retention-apply")
  private boolean apply;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RetentionCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Line> due = engine.retaining().due();
    boolean go = apply && yes;
    if (!json) {
      show(due);
      boolean any = due.stream().anyMatch(line -> line.count() > 0);
      go = go || (apply && any && confirmed());
    }
    List<Count> removed = go ? engine.retaining().apply(engine.user()) : List.of();
    if (json) {
      Json.print(console.out(), out -> write(out, due, removed));
      return ExitCode.DONE;
    }
    if (go) {
      long all = removed.stream().mapToLong(Count::rows).sum();
      console.say(
          new Text(
              "Dihapus menurut kebijakan: " + all + "; tercatat di pde audit.",
              "Removed by policy: " + all + "; kept in pde audit."));
    }
    return ExitCode.DONE;
  }

  private boolean confirmed() {
    return Question.confirmed(
        console,
        new Text(
            "Hapus? Tidak dapat dibatalkan. (y/t) ", "Remove it? It cannot be undone. (y/n) "));
  }

  private void show(List<Line> due) {
    Table table = new Table(console.out());
    table.row("what", "of", "kept", "due", "oldest");
    for (Line line : due) {
      Instant oldest = line.oldest();
      table.row(
          line.matter().name().toLowerCase(Locale.ROOT),
          line.of().isEmpty() ? "-" : line.of(),
          line.policy().isEmpty() ? "-" : line.policy(),
          Long.toString(line.count()),
          oldest == null ? "" : DAY.format(oldest));
    }
    table.print();
  }

  private static void write(JsonGenerator json, List<Line> due, List<Count> removed)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("due");
    for (Line line : due) {
      Instant oldest = line.oldest();
      json.writeStartObject();
      json.writeStringField("what", line.matter().name().toLowerCase(Locale.ROOT));
      json.writeStringField("of", line.of());
      json.writeStringField("kept", line.policy());
      json.writeNumberField("due", line.count());
      json.writeStringField("oldest", oldest == null ? null : oldest.toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("removed");
    for (Count count : removed) {
      json.writeNumberField(count.place(), count.rows());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}

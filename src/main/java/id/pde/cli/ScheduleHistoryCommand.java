package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.timetable.Change;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.keep.FireReasons;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.View;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The fires of a schedule and who changed it, the newest first. */
@Command(name = "history")
final class ScheduleHistoryCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name")
  private String name;

  @Option(names = "--changes", descriptionKey = "schedule-changes")
  private boolean onlyChanges;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "limit")
  private int limit;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ScheduleHistoryCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    ZoneId zone = view.rule().zone();
    List<Change> changes = book.records().changes(name, limit);
    List<PastFire> fires = onlyChanges ? List.of() : book.records().fires(name, limit);
    if (json) {
      Json.print(console.out(), out -> write(out, changes, fires, zone));
      return ExitCode.DONE;
    }
    if (onlyChanges) {
      print(changes, zone);
    } else {
      print(fires, zone, view);
    }
    return ExitCode.DONE;
  }

  private void print(List<PastFire> fires, ZoneId zone, View view) {
    Table table = new Table(console.out());
    table.row("planned", "kind", "period", "started", "outcome", "runs", "why");
    for (PastFire fire : fires) {
      String outcome = fire.outcome();
      table.row(
          ScheduleTimes.shown(fire.ask().planned(), view.rule().zone()),
          fire.ask().kind().code(),
          orEmpty(fire.ask().period()),
          ScheduleTimes.shown(fire.state().started(), zone),
          outcome != null ? outcome : fire.state().running() ? "running" : "open",
          fire.runs().stream().map(String::valueOf).collect(Collectors.joining(" ")),
          console.in(FireReasons.of(fire)));
    }
    table.print();
  }

  private void print(List<Change> changes, ZoneId zone) {
    Table table = new Table(console.out());
    table.row("time", "who", "action", "before", "after", "why");
    for (Change change : changes) {
      table.row(
          ScheduleTimes.shown(change.at(), zone),
          Printable.name(change.by().who()),
          change.action().code(),
          orEmpty(change.before()),
          orEmpty(change.after()),
          Printable.name(change.by().why()));
    }
    table.print();
  }

  private void write(JsonGenerator out, List<Change> changes, List<PastFire> fires, ZoneId zone)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("schedule", name);
    out.writeStringField("zone", zone.getId());
    out.writeArrayFieldStart("fires");
    for (PastFire fire : fires) {
      ScheduleJson.write(out, fire, zone, console.language());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("changes");
    for (Change change : changes) {
      out.writeStartObject();
      out.writeStringField("at", ScheduleTimes.iso(change.at(), zone));
      out.writeStringField("who", change.by().who());
      out.writeStringField("login", change.login());
      out.writeStringField("action", change.action().code());
      out.writeStringField("before", change.before());
      out.writeStringField("after", change.after());
      out.writeStringField("why", change.by().why());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

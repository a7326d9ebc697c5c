package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.keep.FireReasons;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.View;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Schedules: what they say, when they fire next, what came of the last fire. */
@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {

  /** So many names are told in one line. */
  private static final int MOST = 10;

  private final Engine engine;
  private final Output console;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ScheduleCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    return list(json);
  }

  @Command(name = "list")
  int list(@Option(names = "--json", descriptionKey = "json") boolean asJson) {
    List<View> views = engine.schedules().all();
    if (asJson) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartArray();
            for (View view : views) {
              write(out, view);
            }
            out.writeEndArray();
          });
      return ExitCode.DONE;
    }
    if (views.isEmpty()) {
      console.say(
          new Text(
              "Tidak ada jadwal. Rute memulainya dengan from: pde:schedule/NAMA?at=02:30",
              "There are no schedules. A route begins one: from: pde:schedule/NAME?at=02:30"));
      return ExitCode.DONE;
    }
    Table table = new Table(console.out());
    table.row("schedule", "when", "zone", "next", "in", "state", "last");
    for (View view : views) {
      var next = view.now().next();
      table.row(
          view.name(),
          console.in(ScheduleJson.sentence(view)),
          view.rule().zone().getId(),
          ScheduleTimes.shown(next, view.rule().zone()),
          console.in(ScheduleTimes.until(view.now().at(), next)),
          view.state().code(),
          view.last().map(PastFire::outcome).orElse(""));
    }
    table.print();
    views.forEach(this::remarks);
    withoutRoute(views);
    return ExitCode.DONE;
  }

  /** All in one line: there may be many. */
  private void withoutRoute(List<View> views) {
    List<String> gone =
        views.stream().filter(view -> view.state() == View.State.NO_ROUTE).map(View::name).toList();
    if (!gone.isEmpty()) {
      String names =
          String.join(", ", gone.subList(0, Math.min(MOST, gone.size())))
              + (gone.size() > MOST ? " ... (" + gone.size() + ")" : "");
      console.say(
          new Text(
              "Tanpa rute, tidak berjalan, catatannya tetap ada: " + names,
              "Without a route, not firing, their records stay: " + names));
    }
  }

  /** What stands between the record and the route, and what is not over. */
  private void remarks(View view) {
    if (view.state() != View.State.NO_ROUTE) {
      ScheduleJson.difference(view).ifPresent(console::say);
    }
    for (PastFire fire : view.open()) {
      String planned = ScheduleTimes.shown(fire.ask().planned(), view.rule().zone());
      Text why =
          fire.state().running() ? new Text("sedang berjalan", "runs") : FireReasons.of(fire);
      console.say(
          new Text(
              view.name() + " " + planned + ": " + why.id() + ".",
              view.name() + " " + planned + ": " + why.en() + "."));
    }
  }

  private void write(JsonGenerator out, View view) throws IOException {
    ScheduleJson.write(out, view, console.language());
  }

  @Command(name = "pause")
  int pause(
      @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name") String name,
      @Mixin ScheduleOptions options) {
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    boolean changed = book.pause(view, options.by(engine.user()));
    console.say(
        changed
            ? new Text(
                name + " dihentikan sementara. Lanjutkan dengan: pde schedule resume " + name,
                name + " is paused. Go on with: pde schedule resume " + name)
            : new Text(name + " sudah berhenti.", name + " was paused already."));
    return ExitCode.DONE;
  }

  @Command(name = "resume")
  int resume(
      @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name") String name,
      @Mixin ScheduleOptions options) {
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    if (!book.resume(view, options.by(engine.user()))) {
      console.say(new Text(name + " tidak berhenti.", name + " was not paused."));
      return ExitCode.DONE;
    }
    View now = ScheduleFound.in(book, name);
    String next = ScheduleTimes.shown(now.now().next(), now.rule().zone());
    console.say(
        new Text(
            name + " berjalan lagi; berikutnya " + next + ".",
            name + " goes on; next at " + next + "."));
    return ExitCode.DONE;
  }
}

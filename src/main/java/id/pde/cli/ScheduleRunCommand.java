package id.pde.cli;

import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.expect.Board;
import id.pde.schedule.keep.CatchUp;
import id.pde.schedule.keep.FireReasons;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.View;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fires a schedule now, besides its times. */
@Command(name = "run")
final class ScheduleRunCommand implements Callable<Integer> {

  private static final long POLL_MILLIS = 300;

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name")
  private String name;

  @Option(names = "--period", paramLabel = "P", descriptionKey = "schedule-period")
  private @Nullable String period;

  @Option(names = "--missed-periods", descriptionKey = "schedule-missed-periods")
  private boolean missed;

  @Option(
      names = {"-n", "--periods"},
      paramLabel = "N",
      defaultValue = "12",
      descriptionKey = "schedule-periods")
  private int periods;

  @Option(names = "--wait", paramLabel = "S", defaultValue = "60", descriptionKey = "schedule-wait")
  private int wait;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Mixin private ScheduleOptions options = new ScheduleOptions();

  ScheduleRunCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    if (view.state() == View.State.NO_ROUTE) {
      throw new NotFound(ScheduleJson.difference(view).orElseThrow());
    }
    List<String> wanted = wanted(book, view);
    if (missed && wanted.isEmpty()) {
      console.say(new Text("Tidak ada periode yang kurang.", "No period is missing."));
      return ExitCode.DONE;
    }
    List<Ask> asks = book.run(view, wanted, options.by(engine.user()));
    boolean server = book.records().hasServer();
    console.say(
        server
            ? new Text(
                "Diminta: " + asks.size() + "; server mulai dalam satu dua detik.",
                "Asked for: " + asks.size() + "; the server begins within a second or two.")
            : new Text(
                "Diminta: " + asks.size() + "; berjalan begitu server hidup (pde up).",
                "Asked for: " + asks.size() + "; it runs once a server is up (pde up)."));
    List<PastFire> fires = await(book, asks, server ? wait : 0);
    tell(fires, view);
    return fires.stream().mapToInt(ScheduleRunCommand::code).max().orElse(ExitCode.DONE);
  }

  private List<String> wanted(ScheduleBook book, View view) {
    if (period != null) {
      if (missed || Period.parse(period).isEmpty()) {
        throw new Misuse(
            new Text(
                "--period: tulis satu periode seperti 2025-03, tanpa --missed-periods.",
                "--period: write one period like 2025-03, without --missed-periods."));
      }
      return List.of(period);
    }
    if (!missed) {
      return List.of();
    }
    var zone = view.rule().zone();
    Board board = new Board(view.now().at().atZone(zone).toLocalDate(), zone, book.holidays());
    var route = view.route();
    return new CatchUp(engine.mappings(), engine.submissions())
            .missing(route == null ? List.of() : route.datasets(), board, Math.max(1, periods))
            .orElseThrow(
                () ->
                    new Misuse(
                        new Text(
                            "Tidak diketahui periode apa yang ditunggu; tulis expected: di pemetaannya.",
                            "It is not known what periods are expected; write expected: in the mapping.")))
            .stream()
            .map(Period::text)
            .toList();
  }

  private List<PastFire> await(ScheduleBook book, List<Ask> asks, int seconds)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
    while (true) {
      List<PastFire> fires = ours(book, asks);
      boolean over = fires.stream().allMatch(fire -> fire.outcome() != null);
      if (over || System.nanoTime() >= deadline) {
        return fires;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static List<PastFire> ours(ScheduleBook book, List<Ask> asks) {
    String name = asks.get(0).schedule();
    List<Instant> planned = asks.stream().map(Ask::planned).toList();
    // Others may fire meanwhile; a few more than ours are enough.
    return book.records().fires(name, asks.size() + 50).stream()
        .filter(fire -> planned.contains(fire.ask().planned()))
        .toList();
  }

  private void tell(List<PastFire> fires, View view) {
    var zone = view.rule().zone();
    if (json) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartArray();
            for (PastFire fire : fires) {
              ScheduleJson.write(out, fire, zone, console.language());
            }
            out.writeEndArray();
          });
      return;
    }
    for (PastFire fire : fires) {
      String outcome = fire.outcome();
      Text why = FireReasons.of(fire);
      String of = fire.ask().period() == null ? name : name + " " + fire.ask().period();
      String runs = fire.runs().isEmpty() ? "" : " run " + words(fire.runs());
      console.say(
          new Text(
              of + ": " + (outcome == null ? "belum selesai" : outcome) + runs + words(why.id()),
              of + ": " + (outcome == null ? "not over" : outcome) + runs + words(why.en())));
    }
  }

  private static String words(List<Long> runs) {
    return runs.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String words(String why) {
    return why.isEmpty() ? "" : " (" + why + ")";
  }

  private static int code(PastFire fire) {
    String outcome = fire.outcome();
    if (outcome == null) {
      return ExitCode.WAITING;
    }
    return switch (outcome) {
      case "failed" -> ExitCode.FAILED;
      case "refused" -> ExitCode.REFUSED;
      case "loaded_with_rejects" -> ExitCode.REJECTS;
      case "waiting" -> ExitCode.WAITING;
      default -> ExitCode.DONE;
    };
  }
}

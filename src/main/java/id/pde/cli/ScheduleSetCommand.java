package id.pde.cli;

import id.pde.model.Text;
import id.pde.schedule.RuleReader.Fault;
import id.pde.schedule.RuleText;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.ScheduleBook.Outcome;
import id.pde.schedule.keep.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a schedule another rule; what is not named stays. */
@Command(name = "set")
final class ScheduleSetCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name")
  private String name;

  @Option(names = "--at", paramLabel = "HH:MM", descriptionKey = "schedule-at")
  private @Nullable String at;

  @Option(names = "--days", paramLabel = "DAYS", descriptionKey = "schedule-days")
  private @Nullable String days;

  @Option(names = "--monthly", paramLabel = "DAY", descriptionKey = "schedule-monthly")
  private @Nullable String monthly;

  @Option(names = "--nth-working", paramLabel = "N", descriptionKey = "schedule-nth")
  private @Nullable String nthWorking;

  @Option(names = "--cron", paramLabel = "CRON", descriptionKey = "schedule-cron")
  private @Nullable String cron;

  @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "schedule-zone")
  private @Nullable String zone;

  @Option(names = "--on-holiday", paramLabel = "WHAT", descriptionKey = "schedule-on-holiday")
  private @Nullable String onHoliday;

  @Option(names = "--missed", paramLabel = "WHAT", descriptionKey = "schedule-missed")
  private @Nullable String missed;

  @Option(names = "--after", paramLabel = "ID,...", descriptionKey = "schedule-after")
  private @Nullable String after;

  @Option(names = "--reset", descriptionKey = "schedule-reset")
  private boolean reset;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Mixin private ScheduleOptions options = new ScheduleOptions();

  ScheduleSetCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, String> changes = changes();
    if (reset == !changes.isEmpty()) {
      throw new Misuse(
          reset
              ? new Text("--reset berdiri sendiri.", "--reset stands alone.")
              : new Text(
                  "Sebutkan apa yang berubah, misalnya --at 02:30.",
                  "Say what changes, for example --at 02:30."));
    }
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    knownDatasets();
    var by = options.by(engine.user());
    Outcome outcome = reset ? book.reset(view, by) : book.set(view, changes, by);
    if (outcome instanceof Outcome.Faulty faulty) {
      faulty.faults().forEach(this::say);
      return ExitCode.USAGE;
    }
    if (outcome instanceof Outcome.Changed changed) {
      String before = RuleText.words(changed.before());
      String now = RuleText.words(changed.after().rule());
      console.say(
          new Text(name + ": " + before + " -> " + now, name + ": " + before + " -> " + now));
      return told(changed.after());
    }
    console.say(new Text(name + ": tidak ada yang berubah.", name + ": nothing changes."));
    return told(view);
  }

  private int told(View view) {
    if (json) {
      Json.print(console.out(), out -> ScheduleJson.write(out, view, console.language()));
      return ExitCode.DONE;
    }
    String next = ScheduleTimes.shown(view.now().next(), view.rule().zone());
    Text sentence = ScheduleJson.sentence(view);
    String zoned = " (" + view.rule().zone().getId() + ")";
    console.say(
        new Text(
            sentence.id() + zoned + (next.isEmpty() ? "" : "; berikutnya " + next),
            sentence.en() + zoned + (next.isEmpty() ? "" : "; next at " + next)));
    return ExitCode.DONE;
  }

  private void say(Fault fault) {
    console.say(
        new Text(
            "--" + fault.option() + ": " + fault.message().id() + "; " + fault.fix().id() + ".",
            "--" + fault.option() + ": " + fault.message().en() + "; " + fault.fix().en() + "."));
  }

  /** Who waits for a dataset that is not there waits for ever. */
  private void knownDatasets() {
    if (after == null || after.isBlank()) {
      return;
    }
    for (String dataset : after.split(",", -1)) {
      if (engine.mappings().find(dataset.strip()).mapping() == null) {
        throw new NotFound(
            new Text(
                "--after: tidak ada pemetaan \"" + dataset.strip() + "\" yang dapat dipakai.",
                "--after: there is no usable mapping \"" + dataset.strip() + "\"."));
      }
    }
  }

  private Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    put(changes, "at", at);
    put(changes, "days", days);
    put(changes, "monthly", monthly);
    put(changes, "nth-working", nthWorking);
    put(changes, "cron", cron);
    put(changes, "zone", zone);
    put(changes, "on-holiday", onHoliday);
    put(changes, "missed", missed);
    put(changes, "after", after);
    return changes;
  }

  private static void put(Map<String, String> changes, String option, @Nullable String value) {
    if (value != null) {
      changes.put(option, value);
    }
  }
}

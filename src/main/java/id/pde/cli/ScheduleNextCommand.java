package id.pde.cli;

import id.pde.model.Text;
import id.pde.schedule.OnHoliday;
import id.pde.schedule.Schedule;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.View;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The next fires of a schedule. */
@Command(name = "next")
final class ScheduleNextCommand implements Callable<Integer> {

  private static final int MOST = 1000;

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "NAME", descriptionKey = "schedule-name")
  private String name;

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      defaultValue = "20",
      descriptionKey = "schedule-number")
  private int number;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ScheduleNextCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    ScheduleBook book = engine.schedules();
    View view = ScheduleFound.in(book, name);
    ZoneId zone = view.rule().zone();
    List<Instant> fires = book.next(view, Math.max(1, Math.min(MOST, number)));
    if (json) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartObject();
            out.writeStringField("schedule", view.name());
            out.writeStringField("zone", zone.getId());
            out.writeStringField("state", view.state().code());
            out.writeArrayFieldStart("next");
            for (Instant fire : fires) {
              out.writeString(ScheduleTimes.iso(fire, zone));
            }
            out.writeEndArray();
            out.writeEndObject();
          });
      return ExitCode.DONE;
    }
    Table table = new Table(console.out());
    table.row("next", "day", "zone", "in");
    Locale language = Locale.forLanguageTag(console.language().name().toLowerCase(Locale.ROOT));
    for (Instant fire : fires) {
      table.row(
          ScheduleTimes.shown(fire, zone),
          fire.atZone(zone).getDayOfWeek().getDisplayName(TextStyle.FULL, language),
          zone.getId(),
          console.in(ScheduleTimes.until(view.now().at(), fire)));
    }
    table.print();
    remarks(view, book, fires);
    return ExitCode.DONE;
  }

  private void remarks(View view, ScheduleBook book, List<Instant> fires) {
    switch (view.state()) {
      case ON -> {}
      case PAUSED ->
          console.say(
              new Text(
                  "Jadwal ini sedang dihentikan; begitulah bila dilanjutkan.",
                  "This schedule is paused; that is how it would go on."));
      case NO_ROUTE -> ScheduleJson.difference(view).ifPresent(console::say);
    }
    if (fires.isEmpty()) {
      console.say(new Text("Tidak akan terjadi lagi.", "It will not happen again."));
      return;
    }
    int last = fires.get(fires.size() - 1).atZone(view.rule().zone()).getYear();
    int first = view.now().at().atZone(view.rule().zone()).getYear();
    List<String> unknown =
        IntStream.rangeClosed(first, last)
            .filter(year -> isOfHolidays(view.rule()) && !book.holidays().knows(year))
            .mapToObj(Integer::toString)
            .toList();
    if (!unknown.isEmpty()) {
      String years = String.join(", ", unknown);
      console.say(
          new Text(
              "mappings/holidays.csv belum memuat hari libur " + years + ".",
              "mappings/holidays.csv has no holidays of " + years + " yet."));
    }
  }

  /** Whether a holiday would change its times. */
  private static boolean isOfHolidays(Schedule rule) {
    return rule.terms().onHoliday() != OnHoliday.RUN
        || rule.timing() instanceof Schedule.Timing.NthWorking;
  }
}

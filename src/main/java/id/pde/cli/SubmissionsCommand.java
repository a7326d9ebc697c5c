package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.mapping.Described;
import id.pde.mapping.Expectation;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.IssueText;
import id.pde.run.MappingFolder;
import id.pde.run.Submissions.Submission;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.Board;
import id.pde.schedule.expect.Board.Place;
import id.pde.schedule.expect.Board.State;
import id.pde.schedule.expect.HolidayFile;
import id.pde.schedule.expect.Holidays;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The board of submissions: what every agency owes, by period. */
@Command(name = "submissions")
final class SubmissionsCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(arity = "0..1", paramLabel = "AGENCY|ID", descriptionKey = "submissions-of")
  private @Nullable String of;

  @Option(
      names = {"-n", "--periods"},
      paramLabel = "N",
      defaultValue = "4",
      descriptionKey = "submissions-periods")
  private int periods;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      descriptionKey = "submissions-state")
  private List<String> states = List.of();

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "submissions-on")
  private @Nullable String on;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  SubmissionsCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  /** A period of a dataset on the board. */
  private record Entry(Mapping mapping, Place place) {}

  @Override
  public Integer call() {
    List<State> wanted = wanted();
    LocalDate today = today();
    MappingFolder folder = engine.mappings().read();
    LeftOut.tell(folder, console);
    Map<Mapping, Expectation> expected = expected(folder);
    Holidays holidays = holidays(today);
    List<Entry> entries = new ArrayList<>();
    Map<String, List<Submission>> submitted =
        engine.submissions().of(expected.keySet().stream().map(Mapping::id).toList()).stream()
            .collect(Collectors.groupingBy(Submission::mapping));
    Board board = new Board(today, Schedule.DEFAULT_ZONE, holidays);
    expected.forEach(
        (mapping, expectation) -> {
          List<Submission> own = submitted.getOrDefault(mapping.id(), List.of());
          for (Place place : board.of(expectation, own, Math.max(1, periods))) {
            if (wanted.isEmpty() || wanted.contains(place.state())) {
              entries.add(new Entry(mapping, place));
            }
          }
        });
    if (json) {
      Json.print(console.out(), out -> write(out, entries));
    } else {
      print(entries);
    }
    return ExitCode.DONE;
  }

  private Map<Mapping, Expectation> expected(MappingFolder folder) {
    Map<Mapping, Expectation> expected = new LinkedHashMap<>();
    List<String> unshown = new ArrayList<>();
    for (Mapping mapping : new TreeMap<>(folder.mappings()).values()) {
      if (of != null && !mapping.agency().equals(of) && !mapping.id().equals(of)) {
        continue;
      }
      Expectation.of(Described.of(mapping).expected())
          .ifPresent(
              expectation -> {
                if (Board.shows(expectation)) {
                  expected.put(mapping, expectation);
                } else {
                  unshown.add(mapping.id());
                }
              });
    }
    if (!unshown.isEmpty()) {
      String ids = String.join(", ", unshown);
      console.say(
          new Text(
              "Tidak di papan, karena per jam atau per minggu: " + ids,
              "Not on the board, for they are hourly or weekly: " + ids));
    }
    if (expected.isEmpty()) {
      throw new NotFound(
          new Text(
              "Tidak ada pemetaan dengan expected: {every: month, due: working-day 5}.",
              "No mapping has expected: {every: month, due: working-day 5}."));
    }
    return expected;
  }

  private Holidays holidays(LocalDate today) {
    HolidayFile.Found found = HolidayFile.read(engine.mappings().root());
    found
        .faults()
        .forEach(fault -> console.err().println(IssueText.block(fault, console.language())));
    if (!found.holidays().knows(today.getYear())) {
      console.say(
          new Text(
              "mappings/holidays.csv belum memuat hari libur "
                  + today.getYear()
                  + "; Senin sampai Jumat dihitung hari kerja.",
              "mappings/holidays.csv has no holidays of "
                  + today.getYear()
                  + " yet; Monday to Friday count as working days."));
    }
    return found.holidays();
  }

  private List<State> wanted() {
    List<State> wanted = new ArrayList<>();
    for (String word : states) {
      try {
        wanted.add(State.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        String known =
            java.util.Arrays.stream(State.values())
                .map(State::code)
                .collect(Collectors.joining(", "));
        throw new Misuse(
            new Text(
                "\"" + word + "\" bukan keadaan. Yang ada: " + known + ".",
                "\"" + word + "\" is no state. Known are: " + known + "."));
      }
    }
    return wanted;
  }

  private LocalDate today() {
    String day = on;
    if (day == null) {
      return LocalDate.now(Schedule.DEFAULT_ZONE);
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException wrong) {
      throw new Misuse(
          new Text(
              "\"" + day + "\" bukan tanggal. Tulis seperti 2025-03-31.",
              "\"" + day + "\" is not a date. Write it like 2025-03-31."));
    }
  }

  private void print(List<Entry> entries) {
    if (entries.isEmpty()) {
      console.say(new Text("Tidak ada.", "There are none."));
      return;
    }
    Table table = new Table(console.out());
    table.row("dataset", "period", "due", "state", "days_late", "run");
    for (Entry entry : entries) {
      Place place = entry.place();
      table.row(
          entry.mapping().id(),
          place.period().text(),
          place.due().toString(),
          place.state().code(),
          place.daysLate() == 0 ? "" : Long.toString(place.daysLate()),
          place.run() == null ? "" : Long.toString(place.run()));
    }
    table.print();
  }

  private static void write(JsonGenerator json, List<Entry> entries) throws IOException {
    json.writeStartArray();
    for (Entry entry : entries) {
      Place place = entry.place();
      json.writeStartObject();
      json.writeStringField("mapping", entry.mapping().id());
      json.writeStringField("agency", entry.mapping().agency());
      json.writeStringField("period", place.period().text());
      json.writeStringField("due", place.due().toString());
      json.writeStringField("state", place.state().code());
      json.writeNumberField("days_late", place.daysLate());
      Long run = place.run();
      LocalDate day = place.on();
      if (run == null || day == null) {
        json.writeNullField("run");
        json.writeNullField("on");
      } else {
        json.writeNumberField("run", run);
        json.writeStringField("on", day.toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

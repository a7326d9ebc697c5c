package id.pde.cli;

import id.pde.mapping.Mapping;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.MappingFiles;
import id.pde.run.ReplayRefused;
import id.pde.run.Replays;
import id.pde.run.Replays.Consent;
import id.pde.run.Replays.Step;
import id.pde.run.RunReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads deliveries again from the archive, with the mapping as it is today. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", arity = "0..1", descriptionKey = "run-number")
  private @Nullable Long number;

  @Option(
      names = {"-m", "--mapping"},
      paramLabel = "ID",
      descriptionKey = "replay-mapping")
  private @Nullable String mapping;

  @Option(names = "--rejects", descriptionKey = "replay-rejects")
  private boolean rejects;

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "replay-since")
  private @Nullable String since;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      defaultValue = "refused",
      descriptionKey = "replay-outcome")
  private String outcome = "refused";

  @Option(names = "--force", descriptionKey = "replay-force")
  private boolean force;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ReplayCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Long one = number;
    if ((one == null) == (since == null) || (rejects && since != null)) {
      throw new Misuse(
          new Text(
              "Tulis nomor satu run, atau --since TANGGAL dengan -m ID.",
              "Write the number of one run, or --since DATE with -m ID."));
    }
    if (one == null) {
      return many();
    }
    RunReport run = Found.run(engine.ledger(), one);
    return rejects ? rejects(run) : whole(run);
  }

  private int whole(RunReport run) {
    Step step = replays().one(run, mapping, consent());
    if (step.hindrance() != null) {
      throw new ReplayRefused(step.hindrance());
    }
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = engine.replay(new Engine.Replay(run, step.mapping(), step.choices()), progress);
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  private int many() {
    String id = mapping;
    if (id == null) {
      throw new Misuse(
          new Text(
              "Tulis pemetaan yang run-nya diulang: -m ID.",
              "Name the mapping whose runs are replayed: -m ID."));
    }
    List<Step> steps = replays().since(id, outcome(), instant(), consent());
    ReplayList list = new ReplayList(engine, console);
    if (yes) {
      return list.replay(steps, json);
    }
    list.show(steps, json);
    boolean ready = steps.stream().anyMatch(step -> step.hindrance() == null);
    if (json || !ready) {
      return ExitCode.DONE;
    }
    if (Question.confirmed(console, new Text("Ulangi semua? (y/t) ", "Replay all? (y/n) "))) {
      return list.replay(steps, json);
    }
    console.say(
        new Text(
            "Tidak ada yang dimuat. Untuk melakukannya, tambahkan --yes.",
            "Nothing was loaded. To do it, add --yes."));
    return ExitCode.DONE;
  }

  private Replays replays() {
    return new Replays(
        engine.ledger(), new Replays.Originals(engine::archived, engine::erased), this::usable);
  }

  private Consent consent() {
    return force ? Consent.OVER_LATER : Consent.NONE;
  }

  private RunOutcome outcome() {
    try {
      return RunOutcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Misuse(
          new Text(
              "\"" + outcome + "\" bukan hasil run. Contoh: refused, failed, loaded.",
              "\"" + outcome + "\" is no outcome. Such as: refused, failed, loaded."));
    }
  }

  private Instant instant() {
    String date = String.valueOf(since);
    try {
      return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new Misuse(
          new Text(
              "\"" + date + "\" bukan tanggal. Tulis seperti 2025-03-31.",
              "\"" + date + "\" is not a date. Write it like 2025-03-31."));
    }
  }

  /** Loads what waits in quarantine of a run. */
  private int rejects(RunReport run) {
    if (mapping != null) {
      throw new Misuse(
          new Text(
              "Baris yang menunggu dimuat lewat pemetaan runnya; tanpa -m.",
              "Rows that wait are loaded through the mapping of their run; without -m."));
    }
    AtomicLong waiting = new AtomicLong();
    engine.ledger().rejects(run.run(), row -> waiting.incrementAndGet());
    if (waiting.get() == 0) {
      throw new NotFound(
          new Text(
              "Tidak ada baris run " + run.run() + " yang menunggu.",
              "No row of run " + run.run() + " waits."));
    }
    usable(run.mapping());
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = List.of(engine.replayRejects(run, progress));
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  private Mapping usable(String id) {
    MappingFiles files = engine.mappings();
    MappingFiles.Found found = files.find(id);
    Mapping known = found.mapping();
    if (known == null) {
      throw new FaultyMapping(found.faults(), files.exists(id));
    }
    return known;
  }
}

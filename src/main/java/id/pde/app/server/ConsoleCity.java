package id.pde.app.server;

import id.pde.app.CommandEngine;
import id.pde.app.Wiring;
import id.pde.cli.Engine;
import id.pde.cli.Engine.Finding;
import id.pde.cli.Engine.Replay;
import id.pde.cli.Output;
import id.pde.mapping.Mapping;
import id.pde.run.Approving.Person;
import id.pde.run.Audit;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Exports;
import id.pde.run.Ledger;
import id.pde.run.MappingFiles;
import id.pde.run.MappingInvalid;
import id.pde.run.ReadOnlySql;
import id.pde.run.ReplayRefused;
import id.pde.run.Replays;
import id.pde.run.Replays.Consent;
import id.pde.run.Replays.Originals;
import id.pde.run.Replays.Step;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Submissions;
import id.pde.run.Undoing;
import id.pde.run.Uploads;
import id.pde.run.account.Accounts;
import id.pde.run.account.Acts;
import id.pde.run.ask.Asking;
import id.pde.run.ask.SavedQueries;
import id.pde.run.board.Figures;
import id.pde.run.catalogue.Holdings;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Quarantine;
import id.pde.run.overview.RowMarks;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.expect.HolidayFile;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.warehouse.ask.AnalystSql;
import id.pde.warehouse.ask.BoardSql;
import id.pde.warehouse.console.Pool;
import id.pde.warehouse.console.PostgresAccounts;
import id.pde.warehouse.console.PostgresActs;
import id.pde.warehouse.console.PostgresMappingVersions;
import id.pde.warehouse.console.PostgresOverview;
import id.pde.warehouse.console.PostgresQuarantine;
import id.pde.warehouse.console.PostgresSavedQueries;
import id.pde.web.City;
import id.pde.web.Workshop;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** The product as the console uses it. Safe for use by many threads. */
final class ConsoleCity implements City, AutoCloseable {

  private final Wiring wiring;
  private final Output output;
  private final Pool pool;
  private final Engine engine;
  private final Uploads uploads;
  private final List<RoutedSchedule> routed;
  private final Asking asking;
  private final ConsoleWorkshop workshop;
  private final Figures figures;

  /**
   * @param routed the schedules of the routes that the server runs
   * @param output takes what is noted on the side
   */
  ConsoleCity(Wiring wiring, List<RoutedSchedule> routed, Output output) {
    this.routed = List.copyOf(routed);
    this.wiring = wiring;
    this.output = output;
    this.pool = new Pool(wiring::connections);
    this.engine = new CommandEngine(wiring, output, "console");
    this.asking = new AnalystSql(wiring::connections);
    this.workshop =
        new ConsoleWorkshop(wiring, output, this::overview, new PostgresMappingVersions(pool));
    this.figures = new BoardSql(wiring::connections);
    this.uploads =
        new Uploads(
            wiring.settings().home(), wiring.claims(), wiring::receiving, wiring::destinationFor);
  }

  @Override
  public Overview overview() {
    return new PostgresOverview(pool);
  }

  @Override
  public Quarantine quarantine() {
    return new PostgresQuarantine(pool);
  }

  @Override
  public RowMarks rowMarks() {
    return engine.rowMarks();
  }

  @Override
  public Ledger ledger() {
    return engine.ledger();
  }

  @Override
  public MappingFiles mappings() {
    return engine.mappings();
  }

  @Override
  public ScheduleBook schedules() {
    return new ScheduleBook(
        routed,
        wiring.scheduleRecords(),
        HolidayFile.read(wiring.settings().mappings()).holidays());
  }

  @Override
  public Submissions submissions() {
    return engine.submissions();
  }

  @Override
  public CodeQueue codeQueue() {
    return engine.codeQueue();
  }

  @Override
  public CodeDecisions decisions() {
    return engine.decisions();
  }

  @Override
  public Holdings holdings() {
    return engine.holdings();
  }

  @Override
  public Lineage lineage() {
    return engine.lineage();
  }

  @Override
  public Accounts accounts() {
    return new PostgresAccounts(pool);
  }

  @Override
  public Acts acts() {
    return new PostgresActs(pool);
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Asking asking() {
    return asking;
  }

  @Override
  public Figures figures() {
    return figures;
  }

  @Override
  public SavedQueries savedQueries() {
    return new PostgresSavedQueries(pool);
  }

  @Override
  public Workshop workshop() {
    return workshop;
  }

  @Override
  public List<Part> health() {
    return engine.doctor().stream().map(ConsoleCity::part).toList();
  }

  private static Part part(Finding finding) {
    Part.State state =
        switch (finding.state()) {
          case GOOD -> Part.State.GOOD;
          case NOTE -> Part.State.NOTE;
          case BAD -> Part.State.BAD;
        };
    return new Part(finding.subject(), state, finding.text());
  }

  @Override
  public Hands as(String who) {
    return new EngineHands(new CommandEngine(wiring, output, who));
  }

  @Override
  public void close() {
    workshop.close();
    pool.close();
  }

  /** The engine in the hands of somebody. */
  private record EngineHands(CommandEngine engine) implements Hands {

    @Override
    public List<RunReport> approve(RunReport held, Person person, RunListener listener) {
      return engine.approve(held, person, listener);
    }

    @Override
    public RunReport decline(RunReport held, Person person) {
      return engine.decline(held, person);
    }

    @Override
    public Undoing undoing() {
      return engine.undoing();
    }

    @Override
    public List<RunReport> replay(RunReport run, RunListener listener) {
      Originals originals = new Originals(engine::archived, engine::erased);
      Step step =
          new Replays(engine.ledger(), originals, this::usable).one(run, null, Consent.NONE);
      if (step.hindrance() != null) {
        throw new ReplayRefused(step.hindrance());
      }
      return engine.replay(new Replay(run, step.mapping(), step.choices()), listener);
    }

    private Mapping usable(String id) {
      MappingFiles.Found found = engine.mappings().find(id);
      Mapping mapping = found.mapping();
      if (mapping == null) {
        throw new MappingInvalid(found.faults().get(0), null);
      }
      return mapping;
    }

    @Override
    public RunReport replayRejects(RunReport run, RunListener listener) {
      return engine.replayRejects(run, listener);
    }

    @Override
    public List<String> receipt(RunReport run, Path folder) {
      return engine.receipt(run, folder);
    }

    @Override
    public Ledger originals(RunReport run) {
      return engine.originals(run);
    }

    @Override
    public Explaining explaining() {
      return engine.explaining();
    }

    @Override
    public ReadOnlySql sql() {
      return engine.sql();
    }

    @Override
    public Exports exports() {
      return engine.exports();
    }

    @Override
    public Audit audit() {
      return engine.audit();
    }

    @Override
    public Exports.Workbook workbook(OutputStream out, String title) {
      return engine.workbook(out, title);
    }
  }
}

package id.pde.cli;

import id.pde.codes.CodeLists;
import id.pde.guess.Guesser;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.receipt.ExportWorkbook;
import id.pde.run.Analysts;
import id.pde.run.Analysts.Added;
import id.pde.run.Approving.Person;
import id.pde.run.Audit;
import id.pde.run.BackupRefused;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Delivery;
import id.pde.run.Exports;
import id.pde.run.GridSource;
import id.pde.run.Keys;
import id.pde.run.Ledger;
import id.pde.run.Logins;
import id.pde.run.MappingFiles;
import id.pde.run.ReadOnlySql;
import id.pde.run.Reconciling.Missing;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.RunReport.SourceFile;
import id.pde.run.Submissions;
import id.pde.run.Undoing;
import id.pde.run.backup.Backups;
import id.pde.run.catalogue.Holdings;
import id.pde.run.erase.Erasing;
import id.pde.run.erase.ErasureLedger;
import id.pde.run.erase.KeySubject;
import id.pde.run.erase.Retaining;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
import id.pde.run.overview.RowMarks;
import id.pde.run.pull.Sources;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An engine that reads real mappings and files, and loads nothing. */
final class FakeEngine implements Engine {

  RunOutcome outcome = RunOutcome.LOADED;
  List<IssueCount> issues = List.of();
  List<Issue> details = List.of();
  List<Finding> findings = List.of();
  GridSource grids = new Readers();
  Path folder = Path.of("mappings");
  @Nullable RuntimeException failure;

  @Override
  public List<RunReport> approve(RunReport held, Person person, RunListener listener) {
    return List.of(held);
  }

  @Override
  public RunReport decline(RunReport held, Person person) {
    return held;
  }

  @Override
  public ScheduleBook schedules() {
    throw new UnsupportedOperationException("schedules need a database");
  }

  @Override
  public Submissions submissions() {
    return mappings -> List.of();
  }

  @Override
  public Sources sources() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String user() {
    return "siti";
  }

  @Override
  public Checked check(List<Path> paths) {
    return new Checked(paths.size(), List.of(), Map.of());
  }

  @Override
  public MappingFiles mappings() {
    return new MappingFiles(folder, new CodeListCsv());
  }

  @Override
  public GridSource grids() {
    return grids;
  }

  @Override
  public <T> T only(Path file, List<Secret> passwords, Function<Path, T> work) {
    return work.apply(file);
  }

  @Override
  public Guesser guesser(List<Secret> passwords) {
    Readers readers = new Readers();
    return new Guesser(readers, readers, mappings().read().codes(), Set.of());
  }

  @Override
  public List<RunReport> load(Order order, RunListener listener) {
    if (failure != null) {
      throw failure;
    }
    return List.of(report(order.found().mapping() == null ? "" : order.found().mapping().id()));
  }

  @Override
  public List<RunReport> loadRecognised(Unnamed order, RunListener listener) {
    return List.of(report(order.agency() + "/dikenali"));
  }

  @Override
  public List<RunReport> replay(Replay order, RunListener listener) {
    return List.of(order.earlier());
  }

  @Override
  public List<Missing> missing() {
    return List.of();
  }

  @Override
  public List<RunReport> replay(Missing missing, RunListener listener) {
    return List.of();
  }

  @Override
  public boolean archived(SourceFile source) {
    return true;
  }

  @Override
  public RunReport replayRejects(RunReport run, RunListener listener) {
    return run;
  }

  @Override
  public CodeQueue codeQueue() {
    return List::of;
  }

  @Override
  public RowMarks rowMarks() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CodeDecisions decisions() {
    return new CodeDecisions(mappings(), codeQueue(), InstantSource.system());
  }

  @Override
  public List<RunReport> plan(Order order, RunListener listener) {
    return load(order, listener);
  }

  @Override
  public Ledger ledger() {
    return new EmptyLedger();
  }

  @Override
  public Optional<Text> template(Mapping mapping, CodeLists codes, OutputStream out) {
    return Optional.of(Text.same("template of " + mapping.id()));
  }

  @Override
  public List<String> receipt(RunReport run, Path folder) {
    return List.of("receipt of " + run.run() + " in " + folder);
  }

  @Override
  public Ledger originals(RunReport run) {
    return new EmptyLedger();
  }

  @Override
  public Explaining explaining() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Lineage lineage() {
    return new Lineage(mappings().read().mappings().values(), mapping -> List.of());
  }

  @Override
  public Undoing undoing() {
    throw new UnsupportedOperationException("no command of these tests takes a run back");
  }

  /** Three citizens and nothing else. */
  @Override
  public Holdings holdings() {
    return new Holdings() {
      @Override
      public Map<String, Holding> of(Collection<Mapping> mappings) {
        return Map.of(
            "disdukcapil/penduduk",
            new Holding(
                2,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                7,
                List.of(new Period("2024")),
                3L));
      }

      @Override
      public Server server() {
        return new Server("localhost", 5432, "pde");
      }
    };
  }

  @Override
  public Keys keys() {
    return new Keys() {
      @Override
      public List<Entry> list() {
        return List.of(
            new Entry("0a1b2c3d", State.IN_USE, "secrets/hmac"),
            new Entry("99887766", State.RETIRED, ""));
      }

      @Override
      public Entry create() {
        return new Entry("0a1b2c3d", State.IN_USE, "secrets/hmac");
      }

      @Override
      public Rotated rotate() {
        return new Rotated("99887766", "0a1b2c3d", 3, 412);
      }
    };
  }

  @Override
  public Exports.Workbook workbook(OutputStream out, String title) {
    return new ExportWorkbook(out, title);
  }

  @Override
  public Exports exports() {
    return (order, visitor) -> {
      if (!order.name().equals("harga")) {
        return new Exports.Given.Unknown(issue("export.unknown"));
      }
      visitor.columns(
          List.of(
              new ReadOnlySql.Column("nama", ReadOnlySql.Column.Kind.TEXT),
              new ReadOnlySql.Column("harga", ReadOnlySql.Column.Kind.NUMBER)));
      visitor.row(List.of("=1+1", "-5"));
      return new Exports.Given.All("mart.harga", 1);
    };
  }

  @Override
  public Added addAnalyst(String name) {
    return name.equals("ada")
        ? new Added.Refused(issue("user.exists"))
        : new Added.Made(new Analysts.Login(name, "127.0.0.1:5432/pde", "rahasia-uji"));
  }

  @Override
  public Logins logins() {
    return new FakeLogins();
  }

  @Override
  public Backups backups() {
    throw new BackupRefused(BackupRefused.Kind.MISSING, issue("backup.missing"), null);
  }

  static Issue issue(String code) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole("x"),
        new Issue.Advice("", Text.same("tidak"), Text.same("")));
  }

  @Override
  public Erasing erasing() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ErasureLedger erasures() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Retaining retaining() {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeySubject keySubject() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Audit audit() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean erased(RunReport.SourceFile source) {
    return false;
  }

  @Override
  public ReadOnlySql sql() {
    return (statement, limit, visitor) -> null;
  }

  @Override
  public int up(Optional<Integer> port) {
    return 0;
  }

  @Override
  public int down() {
    return 0;
  }

  @Override
  public int demo(Stay stay) {
    return 0;
  }

  @Override
  public int bench(List<String> arguments) {
    return 0;
  }

  @Override
  public List<Finding> doctor() {
    return findings;
  }

  private RunReport report(String mapping) {
    return new RunReport(
        41,
        outcome,
        null,
        mapping,
        "0".repeat(64),
        "dkupp",
        "harga_pasar",
        new SourceFile("harga.csv", "1".repeat(64), 4, Delivery.Form.FILE, null),
        null,
        Counts.NONE,
        Map.of(),
        issues,
        details,
        new Text("Selesai.", "Done."),
        Instant.EPOCH,
        Instant.EPOCH,
        false,
        null,
        true,
        List.of(),
        List.of(),
        RunReport.Undo.NONE);
  }
}

package id.pde.app;

import id.pde.cli.Engine;
import id.pde.receipt.ExportWorkbook;
import id.pde.run.Analysts;
import id.pde.run.Analysts.Added;
import id.pde.run.Audit;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Exports;
import id.pde.run.Keys;
import id.pde.run.Ledger;
import id.pde.run.Logins;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.ReadOnlySql;
import id.pde.run.Reconciling;
import id.pde.run.Reconciling.Missing;
import id.pde.run.RunReport;
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
import id.pde.warehouse.PostgresAudit;
import id.pde.warehouse.PostgresCodeQueue;
import id.pde.warehouse.PostgresExports;
import id.pde.warehouse.PostgresHoldings;
import id.pde.warehouse.PostgresLogins;
import id.pde.warehouse.PostgresRetention;
import id.pde.warehouse.PostgresSql;
import id.pde.warehouse.PostgresVersions;
import id.pde.warehouse.console.PostgresRowMarks;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** The half of the engine that hands out what the wiring has; what loads is the other. */
abstract class CityEngine implements Engine {

  private final Wiring wiring;
  private final String who;

  CityEngine(Wiring wiring, String who) {
    this.wiring = wiring;
    this.who = who;
  }

  @Override
  public Undoing undoing() {
    return wiring.undoing();
  }

  @Override
  public Explaining explaining() {
    return new Explanations(wiring).rows(user());
  }

  @Override
  public Lineage lineage() {
    return new Explanations(wiring).lineage();
  }

  @Override
  public RowMarks rowMarks() {
    return new PostgresRowMarks(wiring::connections);
  }

  @Override
  public CodeQueue codeQueue() {
    return new PostgresCodeQueue(wiring.connections());
  }

  @Override
  public CodeDecisions decisions() {
    return new CodeDecisions(wiring.mappings(), codeQueue(), wiring.clock());
  }

  @Override
  public Ledger ledger() {
    return wiring.ledger();
  }

  @Override
  public List<String> receipt(RunReport run, Path folder) {
    return new AnswerWiring(wiring).receipt(run, folder);
  }

  @Override
  public Ledger originals(RunReport run) {
    Ledger originals = new AnswerWiring(wiring).originals(run);
    // Before the first value is shown.
    audit()
        .note(
            "rejects",
            List.of("archive." + run.source().sha256().substring(0, 12), "pde.quarantine"),
            List.of(),
            "run " + run.run(),
            run.counts().rejected());
    return originals;
  }

  @Override
  public Holdings holdings() {
    return new PostgresHoldings(wiring.connections());
  }

  @Override
  public Keys keys() {
    return wiring.keys();
  }

  @Override
  public ReadOnlySql sql() {
    return new PostgresSql(wiring.connections(), user());
  }

  @Override
  public Exports exports() {
    return new PostgresExports(wiring.connections(), user());
  }

  @Override
  public Exports.Workbook workbook(OutputStream out, String title) {
    return new ExportWorkbook(out, title);
  }

  @Override
  public Added addAnalyst(String name) {
    Analysts analysts = wiring.analysts();
    Added added = analysts.add(name);
    if (added instanceof Added.Made) {
      // The role may be new: it gets what the classes let it see of tables that stand.
      analysts.refresh(wiring.mappings().read());
    }
    return added;
  }

  @Override
  public Erasing erasing() {
    return wiring.erasing();
  }

  @Override
  public ErasureLedger erasures() {
    return wiring.erasures();
  }

  @Override
  public Retaining retaining() {
    return new Retaining(
        new Retaining.Ports(
            wiring.settings().home(),
            wiring.archive(),
            wiring.ledger(),
            wiring.mappings(),
            wiring.erasures(),
            new PostgresRetention(wiring.connections()),
            wiring.clock()),
        wiring.settings().environment());
  }

  @Override
  public KeySubject keySubject() {
    return new KeySubject(
        new PostgresVersions(wiring.connections(), user()),
        wiring.mappings(),
        () -> wiring.keys().pseudonyms());
  }

  @Override
  public Audit audit() {
    return new PostgresAudit(wiring.connections(), user());
  }

  @Override
  public boolean erased(RunReport.SourceFile source) {
    return wiring.archive().isErased(source);
  }

  @Override
  public Logins logins() {
    return new PostgresLogins(wiring.connections());
  }

  @Override
  public Backups backups() {
    return new HomeBackups(wiring, user());
  }

  @Override
  public ScheduleBook schedules() {
    return ScheduleCheck.book(wiring);
  }

  @Override
  public Submissions submissions() {
    return wiring.submissions();
  }

  @Override
  public Sources sources() {
    return new AgencySources(wiring);
  }

  @Override
  public String user() {
    return who;
  }

  @Override
  public boolean archived(RunReport.SourceFile source) {
    return wiring.archive().has(source);
  }

  @Override
  public List<Missing> missing() {
    MappingFolder folder = wiring.mappings().read();
    return new Reconciling(wiring.archive(), wiring.ledger(), folder::presentId).missing();
  }

  @Override
  public MappingFiles mappings() {
    return wiring.mappings();
  }
}

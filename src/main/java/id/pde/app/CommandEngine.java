package id.pde.app;

import id.pde.app.demo.Demo;
import id.pde.app.server.Up;
import id.pde.cli.Engine;
import id.pde.cli.Output;
import id.pde.codes.CodeLists;
import id.pde.guess.Guesser;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.receipt.ExportWorkbook;
import id.pde.receipt.template.TemplateWorkbook;
import id.pde.run.Analysts;
import id.pde.run.Analysts.Added;
import id.pde.run.Approving.Person;
import id.pde.run.ArchiveLabel;
import id.pde.run.Audit;
import id.pde.run.BundleGrids;
import id.pde.run.BundlePlan;
import id.pde.run.CodeDecisions;
import id.pde.run.CodeQueue;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.Exports;
import id.pde.run.GridSource;
import id.pde.run.IssueText;
import id.pde.run.Keys;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Logins;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.ReadOnlySql;
import id.pde.run.Reconciling;
import id.pde.run.Reconciling.Missing;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Submissions;
import id.pde.run.Unbundled;
import id.pde.run.Undoing;
import id.pde.run.Work;
import id.pde.run.backup.Backups;
import id.pde.run.catalogue.Holdings;
import id.pde.run.erase.Erasing;
import id.pde.run.erase.ErasureLedger;
import id.pde.run.erase.KeySubject;
import id.pde.run.erase.Retaining;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
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
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The product behind the commands of one process. */
public final class CommandEngine implements Engine {

  private final Wiring wiring;
  private final Output output;

  public CommandEngine(Wiring wiring, Output output) {
    this.wiring = wiring;
    this.output = output;
  }

  @Override
  public Checked check(List<Path> paths) {
    return new FileCheck(wiring).check(paths);
  }

  @Override
  public MappingFiles mappings() {
    return wiring.mappings();
  }

  @Override
  public GridSource grids() {
    return bundles();
  }

  @Override
  public <T> T only(Path file, List<Secret> passwords, Function<Path, T> work) {
    return bundles().with(passwords).only(file, work);
  }

  private BundleGrids bundles() {
    return new BundleGrids(
        wiring.readers(),
        wiring.unpacking(),
        note -> output.err().println(IssueText.block(note, output.language())));
  }

  @Override
  public Guesser guesser(List<Secret> passwords) {
    MappingFolder folder = wiring.mappings().read();
    Set<String> tables =
        folder.mappings().values().stream()
            .map(mapping -> mapping.target().table())
            .collect(Collectors.toSet());
    return new Guesser(wiring.readers(), wiring.readers(), folder.codes(), tables).with(passwords);
  }

  @Override
  public Optional<Text> template(Mapping mapping, CodeLists codes, OutputStream out) {
    return TemplateWorkbook.write(mapping, codes, out);
  }

  @Override
  public List<RunReport> load(Order order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    Work work = work(order);
    Destination destination = new Unbundled(wiring.readers(), work);
    return wiring.receiving().deliver(order.file(), destination, listener);
  }

  @Override
  public List<RunReport> loadRecognised(Unnamed order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    Destination destination = wiring.recogniser(order.agency(), order.choices().by(user()));
    return wiring.receiving().deliver(order.file(), destination, listener);
  }

  @Override
  public List<RunReport> replay(Replay order, RunListener listener) {
    Choices choices = order.choices().by(user());
    return loadAgain(new Replay(order.earlier(), order.mapping(), choices), listener);
  }

  private List<RunReport> loadAgain(Replay order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    RunReport earlier = order.earlier();
    String mapping = order.mapping();
    Destination destination =
        mapping == null
            ? wiring.recogniser(earlier.agency(), order.choices())
            : wiring.destination(mapping, order.choices());
    String folder = earlier.source().claim() == null ? "" : earlier.agency();
    Delivery found = wiring.archive().find(earlier.source());
    Delivery kept = found.folder().isEmpty() ? found.in(folder) : found;
    return wiring.receiving().deliver(kept, destination, listener);
  }

  @Override
  public List<RunReport> approve(RunReport held, Person person, RunListener listener) {
    Mapping mapping = wiring.work(held.mapping(), Choices.DEFAULT).mapping();
    Choices choices = wiring.approving().approved(held, mapping, person);
    List<RunReport> reports = loadAgain(new Replay(held, held.mapping(), choices), listener);
    wiring.approving().settle(held, reports, person);
    return reports;
  }

  @Override
  public RunReport decline(RunReport held, Person person) {
    wiring.approving().decline(held, person);
    RunReport declined = Objects.requireNonNull(ledger().run(held.run()));
    return wiring.receiving().answer(declined) ? declined.withAnswer() : declined;
  }

  @Override
  public List<Missing> missing() {
    MappingFolder folder = wiring.mappings().read();
    return new Reconciling(wiring.archive(), wiring.ledger(), folder::presentId).missing();
  }

  @Override
  public List<RunReport> replay(Missing missing, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    ArchiveLabel.Way way = missing.way();
    Choices choices =
        new Choices(way == null ? null : way.period(), Repeat.DUPLICATE, Duration.ZERO).by(user());
    Destination destination =
        way == null ? wiring.recogniser("", choices) : wiring.destination(way.mapping(), choices);
    Delivery kept = wiring.archive().find(missing.source());
    String folder = way == null ? "" : way.folder();
    return wiring
        .receiving()
        .deliver(folder.isEmpty() ? kept : kept.in(folder), destination, listener);
  }

  @Override
  public boolean archived(RunReport.SourceFile source) {
    return wiring.archive().has(source);
  }

  @Override
  public RunReport replayRejects(RunReport run, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    Work known = wiring.work(run.mapping(), Choices.DEFAULT);
    // What the mapping does not find by itself was said when the delivery came.
    Period given = known.mapping().period() == null ? run.period() : null;
    Work work =
        new Work(known.mapping(), known.loader(), new Choices(given, Repeat.FORCE, Duration.ZERO));
    String folder = run.source().claim() == null ? "" : run.agency();
    Delivery found = wiring.archive().find(run.source());
    Delivery kept = found.folder().isEmpty() ? found.in(folder) : found;
    return work.loadRejects(kept, run.run(), listener);
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
  public CodeQueue codeQueue() {
    return new PostgresCodeQueue(wiring.connections());
  }

  @Override
  public CodeDecisions decisions() {
    return new CodeDecisions(wiring.mappings(), codeQueue(), wiring.clock());
  }

  @Override
  public List<RunReport> plan(Order order, RunListener listener) {
    Work work = work(order);
    return new BundlePlan(wiring.unpacking()).plan(order.file(), work, listener);
  }

  @Override
  public Ledger ledger() {
    return wiring.ledger();
  }

  @Override
  public List<String> receipt(RunReport run, Path folder) {
    return wiring.receipt(run, folder);
  }

  @Override
  public Ledger originals(RunReport run) {
    Ledger originals = wiring.originals(run);
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
    return new HomeBackups(wiring);
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
    return System.getProperty("user.name", "?");
  }

  @Override
  public int up(Optional<Integer> port) {
    return new Up(wiring.settings(), output.err()).up(port);
  }

  @Override
  public int down() {
    return new Up(wiring.settings(), output.err()).down();
  }

  @Override
  public int demo(Stay stay) {
    return new Demo(wiring.settings(), output).run(stay);
  }

  @Override
  public int bench(List<String> arguments) {
    return new Bench(wiring, output).run(arguments);
  }

  @Override
  public List<Finding> doctor() {
    return new Doctor(wiring).look();
  }

  private Work work(Order order) {
    Choices choices = order.choices().by(user());
    Mapping usable =
        Objects.requireNonNull(order.found().mapping(), "an order has a usable mapping");
    return new Work(usable, wiring.loader(order.found().codes()), choices);
  }
}

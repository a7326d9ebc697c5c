package id.pde.app;

import id.pde.app.demo.Demo;
import id.pde.app.server.Up;
import id.pde.cli.Output;
import id.pde.codes.CodeLists;
import id.pde.guess.Guesser;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.receipt.template.TemplateWorkbook;
import id.pde.run.Approving.Person;
import id.pde.run.ArchiveLabel;
import id.pde.run.BundleGrids;
import id.pde.run.BundlePlan;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.GridSource;
import id.pde.run.IssueText;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.MappingFolder;
import id.pde.run.Reconciling.Missing;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Unbundled;
import id.pde.run.Work;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The product behind the commands of one process. */
public final class CommandEngine extends CityEngine {

  private final Wiring wiring;
  private final Output output;

  /** In the hands of the user of the operating system. */
  public CommandEngine(Wiring wiring, Output output) {
    this(wiring, output, System.getProperty("user.name", "?"));
  }

  /**
   * @param who does what it does
   */
  public CommandEngine(Wiring wiring, Output output, String who) {
    super(wiring, who);
    this.wiring = wiring;
    this.output = output;
  }

  @Override
  public Checked check(List<Path> paths) {
    return new FileCheck(wiring).check(paths);
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

  /** What {@code pde check} says of a mapping beside its faults. */
  public List<Issue> warnings(Mapping mapping) {
    List<Issue> warnings = new ArrayList<>(PrivacyCheck.warnings(List.of(mapping)));
    warnings.addAll(KeyCheck.warnings(wiring.settings(), List.of(mapping)));
    return warnings;
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
  public List<RunReport> plan(Order order, RunListener listener) {
    Work work = work(order);
    return new BundlePlan(wiring.unpacking()).plan(order.file(), work, listener);
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

package id.pde.app;

import id.pde.app.demo.Demo;
import id.pde.app.server.Up;
import id.pde.cli.Engine;
import id.pde.cli.Output;
import id.pde.guess.Guesser;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.run.Archive;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.FileNames;
import id.pde.run.GridSource;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.ReadOnlySql;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Work;
import id.pde.warehouse.PostgresSql;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    return wiring.readers();
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
  public RunReport load(Order order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    Work work = new Work(mapping(order), wiring.loader(order.found().codes()), order.choices());
    return wiring.receiving().receive(order.file(), work, listener);
  }

  @Override
  public List<RunReport> loadRecognised(Unnamed order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    Destination destination = wiring.recogniser(order.agency(), order.choices());
    return wiring.receiving().deliver(order.file(), destination, listener);
  }

  @Override
  public List<RunReport> replay(Replay order, RunListener listener) {
    wiring.recovery().recover(wiring::destination, RunListener.SILENT);
    RunReport waiting = order.waiting();
    String mapping = order.mapping();
    Destination destination =
        mapping == null
            ? wiring.recogniser(waiting.agency(), order.choices())
            : wiring.work(mapping, order.choices());
    String folder = waiting.source().claim() == null ? "" : waiting.agency();
    Delivery kept = wiring.archive().find(waiting.source()).in(folder);
    return wiring.receiving().deliver(kept, destination, listener);
  }

  @Override
  public RunReport plan(Order order, RunListener listener) {
    LoadRequest request =
        new LoadRequest(
            mapping(order),
            Archive.look(order.file(), FileNames.of(order.file()))
                .in(FileNames.folderOf(order.file())),
            order.choices(),
            listener);
    return wiring.loader(order.found().codes()).plan(request);
  }

  @Override
  public Ledger ledger() {
    return wiring.ledger();
  }

  @Override
  public ReadOnlySql sql() {
    return new PostgresSql(wiring.connections());
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

  private static Mapping mapping(Order order) {
    return Objects.requireNonNull(order.found().mapping(), "an order has a usable mapping");
  }
}

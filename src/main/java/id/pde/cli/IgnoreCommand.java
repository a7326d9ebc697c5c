package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Approving.Person;
import id.pde.run.RunReport;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.RowDecisions;
import id.pde.run.overview.RowDecisions.Answer;
import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets rejected rows of a run aside, with a reason, or opens them again. */
@Command(name = "ignore")
final class IgnoreCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(names = "--row", paramLabel = "ROW", descriptionKey = "ignore-row")
  private List<String> rows = new ArrayList<>();

  @Option(names = "--reopen", descriptionKey = "ignore-reopen")
  private boolean reopen;

  @Mixin private final PersonOptions person = new PersonOptions();

  IgnoreCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport run = Found.run(engine.ledger(), number);
    Act act = reopen ? Act.REOPEN : Act.IGNORE;
    Person who = person.named(engine.user());
    Answer answer = new RowDecisions(engine.rowMarks()).decide(act, chosen(run, act), who);
    if (answer instanceof Answer.Refused refused) {
      console.say(refused.message());
      console.say(refused.fix());
      return refused.conflicts() ? ExitCode.FAILED : ExitCode.USAGE;
    }
    console.say(((Answer.Done) answer).message());
    return ExitCode.DONE;
  }

  private Chosen chosen(RunReport run, Act act) {
    List<RowMarks.Key> keys = new ArrayList<>();
    Set<String> wanted = Set.copyOf(rows);
    List<String> found = new ArrayList<>();
    engine
        .ledger()
        .rejected(
            run.run(),
            row -> {
              if (wanted.contains(row.place())) {
                keys.add(new RowMarks.Key(run.run(), row.ordinal()));
                found.add(row.place());
              }
            });
    for (String row : rows) {
      if (!found.contains(row)) {
        throw new NotFound(
            new Text(
                "Run %d tidak menolak baris \"%s\". Nama barisnya: kolom _row di pde rejects %d"
                    .formatted(run.run(), row, run.run()),
                "Run %d rejected no row \"%s\". The names of rows: column _row of pde rejects %d"
                    .formatted(run.run(), row, run.run())));
      }
    }
    Facets all = Facets.of(null).in(Set.of(run.run())).being(act.from());
    return rows.isEmpty()
        ? new Chosen.Matching(all, engine.rowMarks().count(all))
        : new Chosen.Rows(keys);
  }
}

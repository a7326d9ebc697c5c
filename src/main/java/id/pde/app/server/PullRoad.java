package id.pde.app.server;

import id.pde.app.Wiring;
import id.pde.model.RunOutcome;
import id.pde.route.Road.Target;
import id.pde.run.Claim;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.LoadRequest;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Receiving;
import id.pde.run.RowsSpool;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.run.Work;
import id.pde.run.pull.PulledRows;
import id.pde.source.database.PullFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The rows of an agency's database on their way: into the archive whole, then loaded. */
final class PullRoad {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Wiring wiring;
  private final RowsSpool spool;
  private final RunListener listener;

  PullRoad(Wiring wiring, RowsSpool spool, RunListener listener) {
    this.wiring = wiring;
    this.spool = spool;
    this.listener = listener;
  }

  /** Loads them; what keeps the database from giving them is told in the report. */
  List<RunReport> load(String name, PulledRows rows, Target target) {
    // Before millions of rows come: whether there is such a mapping, and the warehouse.
    Destination destination =
        wiring.destination(target.mapping(), choices(target, Repeat.DUPLICATE));
    Receiving receiving = wiring.receiving();
    Delivery kept;
    try (rows) {
      kept = wiring.archive().keepRows(name, file -> copy(rows, file));
    } catch (SourceUnreadable broken) {
      return List.of(broken(name, broken, target));
    }
    if (isAgain(kept, target)) {
      destination = wiring.destination(target.mapping(), again(target));
    }
    return receiving.deliver(kept, destination.noting(rows.notes()), listener);
  }

  /** Whether a source holds again what it held before something else: no duplicate then. */
  boolean isAgain(Delivery kept, Target target) {
    return Claim.anyOf(target.mapping()) == null
        && wiring.pulls().again(target.mapping(), kept.sha256());
  }

  static Choices again(Target target) {
    return choices(target, Repeat.FORCE);
  }

  private void copy(PulledRows rows, Path file) {
    try (RowsSpool.Spool open = spool.open(file)) {
      rows.copyTo(open);
    }
  }

  private RunReport broken(String name, SourceUnreadable broken, Target target) {
    if (Claim.anyOf(target.mapping()) != null) {
      throw broken;
    }
    Work work = wiring.work(target.mapping(), choices(target, Repeat.DUPLICATE));
    Delivery nothing = wiring.archive().keepRows(name, file -> spool.open(file).close());
    RunOutcome outcome =
        PullFaults.passes(broken.issue()) ? RunOutcome.WAITING : RunOutcome.REFUSED;
    RunReport report =
        work.loader()
            .keepBroken(
                new LoadRequest(work.mapping(), nothing, work.choices(), RunListener.SILENT),
                broken.issue(),
                outcome);
    if (!report.answered()) {
      wiring.receiving().answer(report);
    }
    return report;
  }

  private static Choices choices(Target target, Repeat repeat) {
    return new Choices(target.period(), repeat, PATIENCE);
  }
}

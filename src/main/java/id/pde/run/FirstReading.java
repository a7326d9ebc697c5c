package id.pde.run;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.run.Checks.Fit;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.Warehouse.Publication;
import id.pde.run.check.DeliveryWatch;
import id.pde.run.check.RowMarks;
import id.pde.run.check.RowView;
import id.pde.run.erase.EraseFaults;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks every row once, counts it and hands it to the publication. */
final class FirstReading implements RowVisitor {

  private static final long PROGRESS = 5_000;

  private final LoadRequest request;
  private final DatedChecks checks;
  private final Publication publication;
  private final RowTally tally;
  private @Nullable Function<Row, Outcome> check;
  private final Redacting redacting = new Redacting();
  private final DeliveryWatch watch;
  private final RowMarks marks;
  private RowView view = RowView.NONE;
  private Mapping mapping;
  private boolean misfit;
  private boolean undated;

  /**
   * One reading.
   *
   * @param watch sees the rows of a whole delivery pass
   */
  FirstReading(
      LoadRequest request,
      Checks checks,
      Publication publication,
      RowTally tally,
      DeliveryWatch watch) {
    this.watch = watch;
    this.marks = new RowMarks(request.mapping());
    this.request = request;
    this.mapping = request.mapping();
    this.checks = new DatedChecks(checks, request);
    this.publication = publication;
    this.tally = tally;
  }

  /** Reads the delivery to its end, or to the place where it cannot be read on. */
  void read(RowSource source) {
    request.notes().forEach(tally.issues()::add);
    try {
      source.read(request.delivery(), request.mapping(), this);
    } catch (SourceUnreadable | LimitExceeded stopped) {
      if (!misfit) {
        tally.issues().add(stopped.issue());
      }
    }
    request.listener().rows(tally.read());
  }

  @Override
  public void layout(Mapping variant) {
    mapping = variant;
  }

  @Override
  public void table(Header header) {
    Fit fit = checks.fit(mapping, header);
    if (fit instanceof Fit.Misfit wrong) {
      misfit = true;
      wrong.faults().forEach(tally.issues()::add);
      throw new SourceUnreadable(wrong.faults().get(0), null);
    }
    if (fit instanceof Fit.Fits right) {
      right.notes().forEach(tally.issues()::add);
      check = right.check();
      view = right.view();
      watch.table(view);
    }
  }

  @Override
  public void row(Row row) {
    if (check == null) {
      throw new IllegalStateException("a row came before its table");
    }
    countRead();
    Outcome outcome = check.apply(row);
    if (checks.period() == null && mapping.target().terms().per().period()) {
      refuseUndated(outcome);
    }
    if (outcome instanceof Outcome.Deletes deletes) {
      tally.countDeletion();
      tally.speaksOf(checks.period());
      watch.row(row, false, checks.period());
      publication.delete(deletes, checks.period());
    } else if (outcome instanceof Outcome.Accepted accepted) {
      accepted.issues().forEach(tally.issues()::add);
      tally.countAccepted(accepted);
      tally.speaksOf(checks.period());
      watch.row(row, true, checks.period());
      publication.accept(accepted, checks.period(), marks.of(view.values()));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      watch.row(row, false, checks.period());
      reject(rejected);
    } else if (outcome instanceof Outcome.Filtered filtered) {
      tally.countFiltered(filtered.reason());
      if (filtered.reason() == FilterReason.ERASED) {
        tally.issues().add(EraseFaults.again(row));
      }
    }
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    countRead();
    reject(new Outcome.Rejected(row, issues));
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    countRead();
    tally.countFiltered(reason);
    if (reason == FilterReason.SKIP) {
      watch.dropped(row);
    }
  }

  @Override
  public void frame(Frame which, Location place, List<String> fields) {
    watch.frame(which, place, fields);
  }

  @Override
  public void note(Issue issue) {
    tally.issues().add(issue);
  }

  /** What cannot be said to belong to a part would stay in the table for ever. */
  private void refuseUndated(Outcome outcome) {
    if (!undated && !(outcome instanceof Outcome.Rejected)) {
      undated = true;
      tally.issues().add(RunFaults.periodNeeded(request.delivery().name(), mapping.id()));
    }
  }

  private void countRead() {
    tally.countRead();
    if (tally.read() % PROGRESS == 0) {
      request.listener().rows(tally.read());
    }
  }

  private void reject(Outcome.Rejected rejected) {
    rejected.issues().forEach(tally.issues()::add);
    tally.countRejected();
    // Above the limit the run is refused and keeps no quarantine; counting goes on.
    if (tally.rejected() <= request.keptRejects()) {
      publication.reject(redacting.of(mapping, rejected));
    }
  }
}

package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.run.Checks.Fit;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.RowTally.Notice;
import id.pde.run.Warehouse.Publication;
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
  private Mapping mapping;
  private boolean misfit;

  FirstReading(LoadRequest request, Checks checks, Publication publication, RowTally tally) {
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
    }
  }

  @Override
  public void row(Row row) {
    if (check == null) {
      throw new IllegalStateException("a row came before its table");
    }
    countRead();
    Outcome outcome = check.apply(row);
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted.issues().forEach(tally.issues()::add);
      tally.countAccepted(accepted.issues().isEmpty() ? Notice.CLEAN : Notice.WARNED);
      tally.speaksOf(checks.period());
      publication.accept(accepted, checks.period());
    } else if (outcome instanceof Outcome.Rejected rejected) {
      reject(rejected);
    } else if (outcome instanceof Outcome.Filtered filtered) {
      tally.countFiltered(filtered.reason());
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
  }

  @Override
  public void note(Issue issue) {
    tally.issues().add(issue);
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

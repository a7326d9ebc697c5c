package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Row;
import id.pde.normalise.period.DeliveryPeriod;
import id.pde.normalise.period.DeliveryPeriod.Sender;
import id.pde.normalise.period.DeliveryPeriod.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks that also tell the period of every row; for one reading of one delivery. */
final class DatedChecks implements Checks {

  private final Checks checks;
  private final DeliveryPeriod periods;
  private final Set<Period> ofTables = new HashSet<>();
  private int tables;
  private @Nullable Period period;

  DatedChecks(Checks checks, LoadRequest request) {
    this.checks = checks;
    this.periods = periods(request);
  }

  private static DeliveryPeriod periods(LoadRequest request) {
    Delivery delivery = request.delivery();
    return new DeliveryPeriod(
        request.mapping(),
        new Sender(delivery.name(), delivery.folder(), request.choices().period()));
  }

  /** What the names of a delivery say without its content; null: nothing that is a period. */
  static @Nullable Period ofDelivery(LoadRequest request) {
    Header nothing = new Header(Header.Origin.TEXT, "", 0, List.of());
    return periods(request).table(nothing) instanceof Verdict.Known known ? known.period() : null;
  }

  /** The period of the row that was checked last; null: none. */
  @Nullable Period period() {
    return period;
  }

  @Override
  public Fit fit(Mapping mapping, Header header) {
    Fit fit = checks.fit(mapping, header);
    if (!(fit instanceof Fit.Fits fits)) {
      return fit;
    }
    Verdict verdict = periods.table(header);
    if (verdict instanceof Verdict.Unknown unknown) {
      return new Fit.Misfit(List.of(unknown.fault()));
    }
    if (verdict instanceof Verdict.Known known) {
      period = known.period();
      List<Issue> notes = new ArrayList<>(fits.notes());
      notes.addAll(known.notes());
      notes.addAll(repeated(header, known.period()));
      return new Fit.Fits(fits.check(), notes);
    }
    return new Fit.Fits(row -> dated(fits.check(), row), fits.notes());
  }

  private Outcome dated(Function<Row, Outcome> check, Row row) {
    Outcome outcome = check.apply(row);
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      return outcome;
    }
    Verdict verdict = periods.row(accepted.record());
    if (verdict instanceof Verdict.Unknown unknown) {
      List<Issue> issues = new ArrayList<>(accepted.issues());
      issues.add(0, unknown.fault());
      return new Outcome.Rejected(row, issues);
    }
    if (verdict instanceof Verdict.Known known) {
      period = known.period();
      return known.notes().isEmpty() ? accepted : noted(accepted, known.notes());
    }
    throw new IllegalStateException("a row says its own period");
  }

  private static Outcome noted(Outcome.Accepted accepted, List<Issue> notes) {
    List<Issue> issues = new ArrayList<>(accepted.issues());
    issues.addAll(notes);
    return new Outcome.Accepted(accepted.record(), issues);
  }

  /** Where every table so far had a period of its own, one that comes again is worth a note. */
  private List<Issue> repeated(Header header, @Nullable Period found) {
    if (found == null) {
      return List.of();
    }
    boolean allDiffered = tables > 1 && ofTables.size() == tables;
    tables++;
    boolean fresh = ofTables.add(found);
    return allDiffered && !fresh ? List.of(periods.repeated(header, found)) : List.of();
  }
}

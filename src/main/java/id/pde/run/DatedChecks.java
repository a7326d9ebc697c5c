package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.normalise.Dating;
import id.pde.normalise.Dating.Dated;
import id.pde.normalise.period.DeliveryPeriod;
import id.pde.normalise.period.DeliveryPeriod.Sender;
import id.pde.normalise.period.DeliveryPeriod.Verdict;
import id.pde.run.Checks.Fit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that also know the period of every row; for one reading of one delivery. */
final class DatedChecks {

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

  /** The same, with the period that the table or its rows say themselves. */
  Fit fit(Mapping mapping, Header header) {
    Verdict verdict = periods.table(header);
    Fit fit = checks.fit(mapping, header, dating(verdict));
    if (!(fit instanceof Fit.Fits fits)) {
      return fit;
    }
    if (verdict instanceof Verdict.Unknown unknown) {
      return new Fit.Misfit(List.of(unknown.fault()));
    }
    if (verdict instanceof Verdict.Known known) {
      period = known.period();
      List<Issue> notes = new ArrayList<>(fits.notes());
      notes.addAll(known.notes());
      notes.addAll(repeated(header, known.period()));
      return new Fit.Fits(fits.check(), fits.view(), notes);
    }
    return fits;
  }

  /**
   * The same for a delivery that was loaded before, whose period may have been told then.
   *
   * @param told the period that its run had; null: none
   */
  Fit fitAgain(Mapping mapping, Header header, @Nullable Period told) {
    Fit fit = fit(mapping, header);
    return fit instanceof Fit.Misfit ? checks.fit(mapping, header, Dated.always(told)) : fit;
  }

  private Dating dating(Verdict table) {
    if (table instanceof Verdict.Known known) {
      return Dated.always(known.period());
    }
    return table instanceof Verdict.ByRow ? this::dated : Dating.NONE;
  }

  private Dated dated(Record record) {
    Verdict verdict = periods.row(record);
    if (verdict instanceof Verdict.Unknown unknown) {
      return new Dated(null, List.of(), unknown.fault());
    }
    if (verdict instanceof Verdict.Known known) {
      period = known.period();
      return new Dated(known.period(), known.notes(), null);
    }
    throw new IllegalStateException("a row says its own period");
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

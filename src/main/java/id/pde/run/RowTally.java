package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.run.check.CheckResult;
import id.pde.run.total.RegionTotals;
import id.pde.run.total.TotalsTally;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what became of the rows of a delivery while they pass. */
final class RowTally {

  private long read;
  private long accepted;
  private long rejected;
  private long warned;
  private final Map<FilterReason, Long> filtered = new EnumMap<>(FilterReason.class);
  private final IssueTally issues = new IssueTally();
  private List<CheckResult> checks = List.of();
  private final @Nullable TotalsTally totals;
  private @Nullable Period first;
  private @Nullable Period last;
  private @Nullable Period seen;

  /** Of a run that comes to no rows. */
  RowTally() {
    totals = null;
  }

  RowTally(TotalsTally totals) {
    this.totals = totals;
  }

  /** The accepted rows by part of the region. */
  RegionTotals totals() {
    return totals == null ? RegionTotals.NONE : totals.totals();
  }

  /** How the checks of the delivery came out. */
  List<CheckResult> checks() {
    return checks;
  }

  void checked(List<CheckResult> results) {
    checks = List.copyOf(results);
  }

  IssueTally issues() {
    return issues;
  }

  long read() {
    return read;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  long filtered() {
    return filtered.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<FilterReason, Long> filteredByReason() {
    return Map.copyOf(filtered);
  }

  /** The period of an accepted row; most rows have that of the row before. */
  void speaksOf(@Nullable Period period) {
    if (period == null || period.equals(seen)) {
      return;
    }
    seen = period;
    first = first == null || BY_START.compare(period, first) < 0 ? period : first;
    last = last == null || BY_END.compare(period, last) > 0 ? period : last;
  }

  /** The period of the accepted rows, or the span from the first to the last; null: none. */
  @Nullable Period period() {
    return first == null || last == null ? null : Period.span(first, last);
  }

  private static final Comparator<Period> BY_START =
      Comparator.comparing(Period::start).thenComparing(Period::text);
  private static final Comparator<Period> BY_END =
      Comparator.comparing(Period::end).thenComparing(Period::text);

  void countRead() {
    read++;
  }

  void countAccepted(Outcome.Accepted row) {
    accepted++;
    if (!row.issues().isEmpty()) {
      warned++;
    }
    if (totals != null) {
      totals.add(row.record());
    }
  }

  /** A row that deletes counts as accepted until it is settled. */
  void countDeletion() {
    accepted++;
  }

  void countRejected() {
    rejected++;
  }

  void countFiltered(FilterReason reason) {
    filtered.merge(reason, 1L, Long::sum);
  }

  /**
   * A row that was accepted turns out not to count.
   *
   * @param row null: it was to delete
   */
  void takeBack(Outcome.@Nullable Accepted row) {
    accepted--;
    if (row != null && !row.issues().isEmpty()) {
      warned--;
    }
    if (row != null && totals != null) {
      totals.takeBack(row.record());
    }
  }

  /** Rows that were accepted turn out to be no data: they delete. */
  void deletions(long rows) {
    accepted -= rows;
    if (rows > 0) {
      filtered.merge(FilterReason.DELETION, rows, Long::sum);
    }
  }

  /** The final counts: rows as counted here, versions as the settlement found them. */
  Counts counts(Counts settled) {
    return new Counts(
        read,
        accepted,
        rejected,
        filtered(),
        settled.inserted(),
        settled.updated(),
        settled.unchanged(),
        settled.deleted(),
        warned);
  }
}

package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.FilterReason;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the rows of a delivery while they pass. */
final class RowTally {

  private long read;
  private long accepted;
  private long rejected;
  private long warned;
  private final Map<FilterReason, Long> filtered = new EnumMap<>(FilterReason.class);
  private final IssueTally issues = new IssueTally();

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

  void countRead() {
    read++;
  }

  void countAccepted(Notice notice) {
    accepted++;
    if (notice == Notice.WARNED) {
      warned++;
    }
  }

  void countRejected() {
    rejected++;
  }

  void countFiltered(FilterReason reason) {
    filtered.merge(reason, 1L, Long::sum);
  }

  /** A row that was accepted turns out not to count. */
  void takeBack(Notice notice) {
    accepted--;
    if (notice == Notice.WARNED) {
      warned--;
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

  /** Whether an accepted row carries issues. */
  enum Notice {
    CLEAN,
    WARNED
  }
}

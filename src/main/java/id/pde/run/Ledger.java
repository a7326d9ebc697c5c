package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened, for surfaces to ask. */
public interface Ledger {

  /** Newest first. */
  List<RunReport> runs(Filter filter);

  @Nullable RunReport run(long run);

  /** Runs of a mapping that ended in one way and began at an instant or later, oldest first. */
  default List<RunReport> runsSince(String mapping, RunOutcome outcome, Instant since) {
    return runs(new Filter(mapping, outcome.code(), Integer.MAX_VALUE)).stream()
        .filter(run -> !run.started().isBefore(since))
        .sorted(Comparator.comparing(RunReport::run))
        .toList();
  }

  /**
   * Loads that filled a table after a run and stand, the newest first; those of rows that had
   * waited in that run are none.
   */
  default List<Long> laterLoads(String table, long run) {
    return runs(new Filter(null, null, Integer.MAX_VALUE)).stream()
        .filter(later -> later.run() > run && later.table().equals(table))
        .filter(later -> later.outcome().publishes() && later.undo().equals(RunReport.Undo.NONE))
        .filter(later -> !Objects.equals(later.related(), run))
        .map(RunReport::run)
        .toList();
  }

  /** The runs that a claim of a watched folder led to, oldest first; none committed: empty. */
  List<RunReport> runsOfClaim(UUID claim);

  /** Runs of a mapping that wait for a second person, the newest first. */
  default List<RunReport> undecided(String mapping) {
    return runs(new Filter(mapping, RunOutcome.WAITING.code(), Integer.MAX_VALUE)).stream()
        .filter(RunReport::undecided)
        .toList();
  }

  /** Runs whose sender has no answer yet, oldest first. */
  List<RunReport> unanswered();

  /**
   * That some run was made of a delivery.
   *
   * @param bundle SHA-256 of the bundle that it came in; empty: it came by itself
   */
  record Trace(String sha256, String mapping, @Nullable Period period, String bundle) {}

  /** Each once, for every run whatever its end. */
  default List<Trace> traces() {
    return runs(new Filter(null, null, Integer.MAX_VALUE)).stream()
        .map(
            run -> {
              Packed packed = run.source().packed();
              return new Trace(
                  run.source().sha256(),
                  run.mapping(),
                  run.period(),
                  packed == null ? "" : packed.sha256());
            })
        .distinct()
        .toList();
  }

  /** Notes that the sender has the answer. */
  void answered(long run);

  /**
   * The value that a check of a delivery had in the newest run of its mapping that was loaded and
   * stands; null: none.
   */
  default @Nullable BigDecimal checkedBefore(String mapping, String check) {
    return null;
  }

  /** The rejected rows of a run that wait still, in reading order, with bounded memory. */
  void rejects(long run, Consumer<RejectedRow> taker);

  /** Every row that a run rejected, whatever became of it since, in the same way. */
  default void rejected(long run, Consumer<RejectedRow> taker) {
    rejects(run, taker);
  }

  /**
   * Which runs.
   *
   * @param mapping an id; null: all
   * @param outcome a code; null: all
   */
  record Filter(@Nullable String mapping, @Nullable String outcome, int limit) {}

  /**
   * A row in quarantine, as delivered.
   *
   * @param place shown
   * @param headings of its table, in the order of the values
   */
  record RejectedRow(
      long ordinal, String place, List<String> headings, List<String> values, List<Issue> issues) {
    public RejectedRow {
      headings = List.copyOf(headings);
      values = List.copyOf(values);
      issues = List.copyOf(issues);
    }
  }
}

package id.pde.run.overview;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What surfaces list. Every method throws {@link id.pde.run.TargetUnavailable} when the database is
 * away, and answers within what a page may take however much there is.
 */
public interface Overview {

  /** Runs, the newest first. */
  List<RunLine> runs(Runs which);

  /** How many runs ended in which way since an instant. */
  List<Ended> ended(@Nullable Set<String> agencies, Instant since);

  /** The newest run and the newest load of every mapping that has one, by id. */
  List<Newest> newest(@Nullable Set<String> agencies);

  /** Runs that wait for somebody, or were refused or failed with no load of their period since. */
  List<RunLine> attention(@Nullable Set<String> agencies, Instant since, int limit);

  /** Rows loaded by day, the oldest first; days without any are missing. */
  List<Day> days(@Nullable Set<String> agencies, @Nullable String mapping, Instant since);

  /** What was changed around a dataset: its mapping, its schedules; the newest first. */
  List<Change> changes(String mapping, int limit);

  /** Rejected rows of a run, in reading order. */
  List<Rejected> rejected(Rejects which);

  /**
   * Which runs.
   *
   * @param agencies only of these; null: of all
   * @param mapping null: all
   * @param outcome a code; null: all
   * @param text that the name of the file has in it; null: any
   * @param before only runs with a smaller number; null: from the newest on
   */
  record Runs(
      @Nullable Set<String> agencies,
      @Nullable String mapping,
      @Nullable String outcome,
      @Nullable String text,
      @Nullable Long before,
      int limit) {}

  /** So many runs of an outcome. */
  record Ended(RunOutcome outcome, long runs) {}

  /**
   * What is newest of a mapping.
   *
   * @param loaded its newest run that is in the table; null: none
   */
  record Newest(String mapping, RunLine last, @Nullable RunLine loaded) {}

  /** A day in Asia/Jakarta with what was loaded on it. */
  record Day(LocalDate day, long runs, long accepted, long rejected) {}

  /**
   * A change.
   *
   * @param what the number of a version of the mapping, or the schedule
   * @param action what was done: {@code used}, {@code version.} and how it came to be, or as {@code
   *     pde.schedule_change} names it
   * @param who empty: nobody is known
   * @param detail the new rule of a schedule, or the version that came back; empty: there is none
   * @param why as it was written; empty: it was not
   */
  record Change(Instant at, String what, String action, String who, String detail, String why) {}

  /**
   * Which rejected rows.
   *
   * @param code of an issue that they have; null: any
   * @param column that the issue is in; null: any
   * @param after only rows behind this ordinal
   */
  record Rejects(long run, @Nullable String code, @Nullable String column, long after, int limit) {}

  /**
   * A rejected row.
   *
   * @param settledBy the run that settled it; null: it is open or set aside
   * @param aside where it is set aside, or was when it was settled; null: it is not
   */
  record Rejected(
      long ordinal,
      String place,
      List<String> headings,
      List<String> values,
      List<Issue> issues,
      RowState state,
      @Nullable Long settledBy,
      @Nullable SetAside aside) {
    public Rejected {
      headings = List.copyOf(headings);
      values = List.copyOf(values);
      issues = List.copyOf(issues);
    }
  }
}

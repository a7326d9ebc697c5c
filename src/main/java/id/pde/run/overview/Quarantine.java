package id.pde.run.overview;

import id.pde.run.overview.Overview.Rejected;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rejected rows that wait, of all runs: open, or set aside. A row that was loaded since, or whose
 * delivery was corrected or undone, waits no longer. Every method throws {@link
 * id.pde.run.TargetUnavailable} when the database is away.
 */
public interface Quarantine {

  /** What waits, by run and kind of issue; the newest run first. */
  List<Group> groups(Facets which, @Nullable Long before, int runs);

  /** The kinds of issues that waiting rows have, the most frequent first. */
  List<Kind> kinds(Facets which);

  /** How many rows wait in how many runs, by agency; counted row by row. */
  List<Share> shares(Facets which);

  /** The runs with rows that wait, the oldest first. */
  List<Long> runs(Facets which);

  /** The headings of the tables that waiting rows stood in, each list once. */
  List<List<String>> headings(Facets which);

  /** The rows themselves: those of the newest run first, within a run as they were delivered. */
  List<Line> rows(Facets which, RowMarks.@Nullable Key after, int limit);

  /**
   * Which waiting rows.
   *
   * @param state {@code OPEN} or {@code IGNORED}
   * @param agencies only of these; null: of all
   * @param mapping only of its deliveries; null: of all
   * @param code of an issue that they have; null: any
   * @param column that the issue is in; null: any
   * @param runs only of these; null: of all
   * @param upTo only of runs with this number or a smaller one
   */
  record Facets(
      RowState state,
      @Nullable Set<String> agencies,
      @Nullable String mapping,
      @Nullable String code,
      @Nullable String column,
      @Nullable Set<Long> runs,
      long upTo) {
    public Facets {
      agencies = agencies == null ? null : Set.copyOf(agencies);
      runs = runs == null ? null : Set.copyOf(runs);
    }

    /** Whatever waits of some agencies; null: of all. */
    public static Facets of(@Nullable Set<String> agencies) {
      return new Facets(RowState.OPEN, agencies, null, null, null, null, Long.MAX_VALUE);
    }

    /** The same of rows of a state. */
    public Facets being(RowState other) {
      return new Facets(other, agencies, mapping, code, column, runs, upTo);
    }

    /** The same of no later runs. */
    public Facets upTo(long run) {
      return new Facets(state, agencies, mapping, code, column, runs, run);
    }

    /** The same of some runs only. */
    public Facets in(Set<Long> some) {
      return new Facets(state, agencies, mapping, code, column, some, upTo);
    }
  }

  /**
   * Issues of one kind in one run.
   *
   * @param example a place
   */
  record Group(
      long run,
      String mapping,
      String agency,
      String file,
      String code,
      @Nullable String column,
      long issues,
      String example) {}

  /** A row that waits, and whose it is. */
  record Line(long run, String mapping, String agency, String file, Rejected row) {}

  /** So many issues of one kind in so many runs. */
  record Kind(String code, @Nullable String column, long issues, long runs) {}

  /**
   * What waits of an agency.
   *
   * @param newest of these runs
   */
  record Share(String agency, long runs, long rows, long newest) {}
}

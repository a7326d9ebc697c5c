package id.pde.run.overview;

import id.pde.run.Approving.Person;
import id.pde.run.overview.Quarantine.Facets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets waiting rows aside and takes that back: all that are chosen, together with the act in the
 * audit, or none. A row that a run is reading again at this moment is not decided over.
 */
public interface RowMarks {

  /** The longest reason, in characters. */
  int LONGEST = 500;

  /** The most rows that are named one by one. */
  int MOST = 10_000;

  /**
   * Decides.
   *
   * @param person with the reason why rows are set aside; opening them again needs none
   */
  Decided decide(Act act, Chosen chosen, Person person);

  /** How many rows match, counted one by one. */
  long count(Facets which);

  /** What is done. */
  enum Act {
    IGNORE(RowState.OPEN),
    REOPEN(RowState.IGNORED);

    private final RowState from;

    Act(RowState from) {
      this.from = from;
    }

    /** What rows are before. */
    public RowState from() {
      return from;
    }
  }

  /** Which rows. */
  sealed interface Chosen {
    /** These, at most {@link #MOST}, as far as an account sees the agencies of the facets. */
    record Rows(List<Key> keys) implements Chosen {
      public Rows {
        keys = List.copyOf(keys);
      }
    }

    /**
     * All that match.
     *
     * @param facets of the state that the act begins with
     * @param expected how many these were when they were looked at
     */
    record Matching(Facets facets, long expected) implements Chosen {}
  }

  /** A row of a run. */
  record Key(long run, long ordinal) {}

  /** What came of it. */
  sealed interface Decided {
    /** So many rows of these runs. */
    record Kept(long rows, List<Long> runs) implements Decided {
      public Kept {
        runs = List.copyOf(runs);
      }
    }

    /**
     * The rows are not what they were; nothing was done.
     *
     * @param wanted how many were to be decided
     * @param found how many of them could be
     * @param now the first rows that are otherwise, at most ten; empty where all that match were
     *     wanted
     */
    record Changed(long wanted, long found, List<Now> now) implements Decided {
      public Changed {
        now = List.copyOf(now);
      }
    }

    /** A run reads its rows again at this moment, or somebody else decides; nothing was done. */
    record Busy(@Nullable Long run) implements Decided {}
  }

  /**
   * What a row is now.
   *
   * @param state null: there is no such row
   * @param aside where it is set aside
   * @param settledBy the run that settled it; null: none did
   */
  record Now(
      Key key,
      String place,
      @Nullable RowState state,
      @Nullable SetAside aside,
      @Nullable Long settledBy) {}
}

package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Dating;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of rows, table by table. */
@FunctionalInterface
public interface Checks {

  /**
   * Meets the headings of a table with the columns of a mapping.
   *
   * @param dating tells the period of each of its rows
   */
  Fit fit(Mapping mapping, Header header, Dating dating);

  /** Why no row at all can be checked for a mapping; null: nothing stands in the way. */
  default @Nullable Issue hindrance(Mapping mapping) {
    return null;
  }

  /** Whether a table is what the mapping expects. */
  sealed interface Fit {

    /**
     * It is.
     *
     * @param check gives every row of this table its outcome
     * @param notes about the headings: new ones, missing ones
     */
    record Fits(Function<Row, Outcome> check, List<Issue> notes) implements Fit {
      public Fits {
        notes = List.copyOf(notes);
      }
    }

    /** It is not: the delivery is refused for these faults. */
    record Misfit(List<Issue> faults) implements Fit {
      public Misfit {
        faults = List.copyOf(faults);
      }
    }
  }
}

package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Dating;
import id.pde.run.check.RowView;
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

  /**
   * The same for one run that holds its table: whatever may change while it waits is read now, and
   * once.
   */
  default Checks begun() {
    return this;
  }

  /** The code lists that rows are checked with. */
  default CodeLists codes() {
    return CodeLists.NONE;
  }

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
     * @param view shows what was read of it
     * @param notes about the headings: new ones, missing ones
     */
    record Fits(Function<Row, Outcome> check, RowView view, List<Issue> notes) implements Fit {
      public Fits {
        notes = List.copyOf(notes);
      }

      /** Nobody looks at what was read. */
      public Fits(Function<Row, Outcome> check, List<Issue> notes) {
        this(check, RowView.NONE, notes);
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

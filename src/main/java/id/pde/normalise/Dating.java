package id.pde.normalise;

import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.Record;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the period of a row while it is normalised. One thread; for the rows of one table. */
@FunctionalInterface
public interface Dating {

  /** Rows that speak of no period. */
  Dating NONE = record -> Dated.NEVER;

  /**
   * The period of a row.
   *
   * @param record with the values of the columns that ask for no period; the others are null
   */
  Dated of(Record record);

  /**
   * What is known of it.
   *
   * @param period null: none is known, and none is asked for
   * @param notes warnings that belong to the row
   * @param fault why the row has no period though it has to have one; null: it needs none or has it
   */
  record Dated(@Nullable Period period, List<Issue> notes, @Nullable Issue fault) {

    private static final Dated NEVER = new Dated(null, List.of(), null);

    public Dated {
      notes = List.copyOf(notes);
    }

    /** The same period for every row. */
    public static Dating always(@Nullable Period period) {
      Dated dated = period == null ? NEVER : new Dated(period, List.of(), null);
      return record -> dated;
    }
  }
}

package id.pde.warehouse.ledger;

import id.pde.run.overview.RowState;

/** What a row {@code q} of {@code pde.quarantine} is, as SQL: nothing else says which are open. */
public final class RowStates {

  /** What waits and is not set aside. */
  public static final String OPEN = "q.settled_by IS NULL AND q.ignored_at IS NULL";

  /** What is set aside and would wait otherwise. */
  public static final String IGNORED = "q.settled_by IS NULL AND q.ignored_at IS NOT NULL";

  /** The code of the state, where {@code s} is the run that settled the row. */
  public static final String CODE =
      """
      CASE WHEN q.settled_by IS NOT NULL THEN
             CASE WHEN s.undoes IS NOT NULL THEN 'undone'
                  WHEN s.related = q.run THEN 'fixed' ELSE 'superseded' END
           WHEN q.ignored_at IS NOT NULL THEN 'ignored' ELSE 'open' END
      """;

  /** What the code needs. */
  public static final String SETTLING = "LEFT JOIN pde.run s ON s.run = q.settled_by";

  private RowStates() {}

  /** The condition of rows that nothing settled. */
  public static String of(RowState state) {
    return switch (state) {
      case OPEN -> OPEN;
      case IGNORED -> IGNORED;
      case FIXED, SUPERSEDED, UNDONE ->
          throw new IllegalArgumentException("rows that wait are open or ignored, not " + state);
    };
  }
}

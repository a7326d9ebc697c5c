package id.pde.run;

import id.pde.model.Issue;

/** Another run writes the same table: exit code 7, the run is named. */
public final class TableBusy extends RunStopped {

  /** The code of its issue. */
  public static final String CODE = "table.busy";

  private static final long serialVersionUID = 1L;

  private final long holder;

  /**
   * @param holder the run that holds the table; 0 where it is not known
   */
  public TableBusy(Issue issue, long holder) {
    super(issue, null);
    this.holder = holder;
  }

  public long holder() {
    return holder;
  }
}

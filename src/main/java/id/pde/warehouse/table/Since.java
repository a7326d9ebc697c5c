package id.pde.warehouse.table;

/**
 * The column that says since which run a version stands again: of the run that took another one
 * back. Empty: since {@code _run}, which made it.
 */
public final class Since {

  public static final String NAME = "_since";

  private Since() {}

  /** As CREATE TABLE and ADD COLUMN want it. */
  static String definition() {
    return Sql.name(NAME) + " bigint";
  }
}

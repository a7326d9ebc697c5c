package id.pde.run.backup;

/**
 * A table of a backup.
 *
 * @param digest of its rows, whatever their order: see {@link RowDigest}
 */
public record SavedTable(String schema, String name, long rows, String digest) {

  /** Schema and name with a dot between. */
  public String full() {
    return schema + "." + name;
  }
}

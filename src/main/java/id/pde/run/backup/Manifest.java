package id.pde.run.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds, and by what it is told whole.
 *
 * @param pde the version of PDE that wrote it
 * @param server the version of PostgreSQL that it was taken from
 * @param major the first number of that
 */
public record Manifest(
    String pde,
    Instant taken,
    String server,
    int major,
    List<SavedTable> tables,
    Kept archive,
    List<Lost> lost,
    List<Part> parts) {

  public Manifest {
    tables = List.copyOf(tables);
    lost = List.copyOf(lost);
    parts = List.copyOf(parts);
  }

  /** Files of the archive, labels included. */
  public record Kept(long files, long bytes) {}

  /**
   * A delivery that the ledger names and whose bytes are not in the backup.
   *
   * @param name as it came
   */
  public record Lost(String sha256, String name, Why why) {
    /** Why not. */
    public enum Why {
      /** They are gone. */
      MISSING,
      /** They are no longer what was delivered. */
      DAMAGED
    }
  }

  /**
   * A file of the backup.
   *
   * @param sha256 of its bytes as they lie there, encrypted
   */
  public record Part(String name, long bytes, String sha256) {}

  public long rows() {
    return tables.stream().mapToLong(SavedTable::rows).sum();
  }
}

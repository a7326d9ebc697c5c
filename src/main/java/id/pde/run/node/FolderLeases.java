package id.pde.run.node;

import java.time.Duration;

/**
 * Leases of the folders of agencies, by the clock of the database. Every method throws {@link
 * id.pde.run.TargetUnavailable} when the database is away.
 */
public interface FolderLeases {

  /** Whether a node has the folder for so long from now on; it may have had it before. */
  boolean take(String agency, String node, Duration lease);

  /** Ends the lease of a node at once. */
  void leave(String agency, String node);
}

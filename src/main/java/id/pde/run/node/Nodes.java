package id.pde.run.node;

import id.pde.model.Issue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The servers that work on one database. */
public interface Nodes {

  /**
   * Enters a node, one after the other; what an earlier process of its home left behind is given up
   * first.
   *
   * @param shared asked for when it is this node's turn
   * @param check sees all others, living or not, and says why the node cannot join them
   * @return what the check said; the node is not entered then
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  Optional<Issue> enter(
      Self self, Supplier<SharedFolders> shared, Function<List<Other>, Optional<Issue>> check);

  /**
   * A node that enters.
   *
   * @param id never used again
   * @param place machine and process, for people
   * @param home the same for every process of one {@code PDE_HOME}
   */
  record Self(String id, String place, String machine, UUID home) {}

  /**
   * Another node.
   *
   * @param living whether it was heard of lately
   */
  record Other(String id, String place, boolean living, SharedFolders shared) {}

  /**
   * The folders that all nodes have to share, as one of them names them; empty: it could not leave
   * its mark there.
   */
  record SharedFolders(String archive, String exchange) {}
}

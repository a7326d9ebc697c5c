package id.pde.run.node;

import id.pde.model.Issue;
import id.pde.run.Home;
import id.pde.run.node.Nodes.Other;
import id.pde.run.node.Nodes.SharedFolders;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The folders that a node shares, and the check that others mean the same ones. */
public final class NodeFolders {

  private final Home home;
  private final String node;

  /**
   * @param node the id of this one
   */
  public NodeFolders(Home home, String node) {
    this.home = home;
    this.node = node;
  }

  /** What others are told; where no mark can be written (a full disk), they cannot compare. */
  public SharedFolders marked() {
    String archive = isMarked(archive()) ? home.archive().toString() : "";
    String exchange = isMarked(exchange()) ? home.exchange().toString() : "";
    return new SharedFolders(archive, exchange);
  }

  private boolean isMarked(NodeMarks marks) {
    try {
      marks.leave(node);
      return true;
    } catch (IOException full) {
      return false;
    }
  }

  /** Why this node cannot work beside others: their marks are not where its own are. */
  public Optional<Issue> check(List<Other> others) {
    Set<String> known = new HashSet<>(Set.of(node));
    for (Other other : others) {
      known.add(other.id());
      Optional<Issue> fault = other.living() ? check(other) : Optional.empty();
      if (fault.isPresent()) {
        remove();
        return fault;
      }
    }
    sweep(archive(), known);
    sweep(exchange(), known);
    return Optional.empty();
  }

  private Optional<Issue> check(Other other) {
    SharedFolders shared = other.shared();
    if (differs(archive(), shared.archive(), other)) {
      return Optional.of(NodeFaults.archive(home.archive(), shared.archive(), other.place()));
    }
    return differs(exchange(), shared.exchange(), other)
        ? Optional.of(NodeFaults.exchange(home.exchange(), shared.exchange(), other.place()))
        : Optional.empty();
  }

  private boolean differs(NodeMarks ours, String theirs, Other other) {
    return !theirs.isEmpty() && ours.has(node) && !ours.has(other.id());
  }

  private static void sweep(NodeMarks marks, Set<String> known) {
    try {
      marks.keepOnly(known);
    } catch (IOException unreadable) {
      // Old marks do no harm.
      return;
    }
  }

  /** Takes the marks away: the node is gone. */
  public void remove() {
    try {
      archive().remove(node);
      exchange().remove(node);
    } catch (IOException unwritable) {
      // Whoever enters later takes them away.
      return;
    }
  }

  private NodeMarks archive() {
    return new NodeMarks(home.archive().resolve(".nodes"));
  }

  private NodeMarks exchange() {
    return new NodeMarks(home.shared().resolve("nodes"));
  }
}

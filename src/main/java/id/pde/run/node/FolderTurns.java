package id.pde.run.node;

/**
 * Which node works on the files of an agency: one at a time, or what was sent later could overtake.
 * Safe for use by many threads.
 */
public interface FolderTurns extends AutoCloseable {

  /** There is no other node. */
  FolderTurns ALONE = new Alone();

  /**
   * Whether the files of an agency are this node's until it leaves them; taken twice, they are left
   * twice.
   *
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  boolean take(String agency);

  /** Whether they still are: a node that was silent for too long lost them. */
  boolean holds(String agency);

  /** Lets other nodes have them. */
  void leave(String agency);

  /** Leaves all. */
  @Override
  void close();

  /** Whatever is asked for is given. */
  final class Alone implements FolderTurns {
    private Alone() {}

    @Override
    public boolean take(String agency) {
      return true;
    }

    @Override
    public boolean holds(String agency) {
      return true;
    }

    @Override
    public void leave(String agency) {
      // Nobody waits for them.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}

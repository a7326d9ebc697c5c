package id.pde.run.door;

import java.util.Map;
import java.util.Optional;

/**
 * What PDE remembers of a door, so that nothing is fetched twice; kept in the database, for all
 * servers. A door is named by its address, without anything secret.
 */
public interface DoorMarks {

  /** Goes in, alone among all servers; empty: another one is at this door now. */
  Optional<Turn> enter(String door);

  /** Whether this version of a file was taken. */
  boolean isTaken(String door, String name, String version);

  /** From now on this version of a file is taken. */
  void take(String door, String name, String version);

  /**
   * All that lies at a door now. Of what does not lie there for long, the mark may go.
   *
   * @param versions by name
   */
  void looked(String door, Map<String, String> versions);

  /** What was kept last, by name; empty: nothing. */
  Map<String, String> state(String door);

  /** Keeps this in place of what was kept. */
  void keep(String door, Map<String, String> state);

  /** While it is open, no other server enters. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}

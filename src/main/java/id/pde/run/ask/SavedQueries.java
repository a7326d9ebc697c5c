package id.pde.run.ask;

import java.time.Instant;
import java.util.List;

/** Statements that people keep under a name. */
public interface SavedQueries {

  /** The own ones and those that others share, by name. */
  List<Saved> seenBy(String who);

  /** Keeps one; an own one of the same name is replaced. */
  void save(Kept kept);

  /** Removes an own one; whether there was one. */
  boolean remove(String who, long number);

  /** What is kept. */
  record Kept(String who, String name, String statement, boolean shared) {}

  /** A kept statement. */
  record Saved(long number, Kept kept, Instant changed) {}
}

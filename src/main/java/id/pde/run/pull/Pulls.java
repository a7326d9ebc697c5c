package id.pde.run.pull;

import org.jspecify.annotations.Nullable;

/** What the warehouse knows of earlier pulls. */
public interface Pulls {

  /** Where the newest pull of a mapping that stands ended; null: there was none. */
  @Nullable Mark mark(String mapping);

  /**
   * Whether rows are again what they were in a run that stands, and were something else in a later
   * one. Such rows are no duplicate: the table no longer has them.
   */
  boolean again(String mapping, String sha256);
}

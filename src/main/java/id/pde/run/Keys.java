package id.pde.run;

import java.util.List;

/** The keys of pseudonyms of this deployment. What they are is for nobody to see. */
public interface Keys {

  /** The key in use and the ones before it; none: there is no key. */
  List<Entry> list();

  /**
   * Makes the first key.
   *
   * @throws SourceUnreadable when there is one, or something unusable in its place
   */
  Entry create();

  /**
   * Puts a new key in the place of the one in use, and renews every pseudonym from the archived
   * deliveries. All of it or nothing.
   *
   * @throws SourceUnreadable when a pseudonym cannot be renewed, saying why
   */
  Rotated rotate();

  /**
   * A key.
   *
   * @param id its first sign of recognition, which gives nothing away
   */
  record Entry(String id, State state, String place) {}

  /** Whether pseudonyms are made under a key. */
  enum State {
    IN_USE,
    RETIRED
  }

  /** What a rotation did. */
  record Rotated(String before, String after, int tables, long rows) {}
}

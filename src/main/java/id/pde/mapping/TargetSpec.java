package id.pde.mapping;

import java.util.List;

/** Where the records go and how they meet what is there. */
public record TargetSpec(String table, List<String> key, LoadMode load, Repeated repeated) {

  public TargetSpec {
    key = List.copyOf(key);
  }

  /** How records meet the rows of the table. */
  public enum LoadMode {
    /** Added; with a key, a row whose key is already there is rejected. */
    APPEND,
    /** Inserted or updated by key. */
    MERGE,
    /** The delivery is the whole table: what it lacks is deleted. */
    REPLACE
  }

  /** What happens to different rows with one key in one delivery; equal rows always count once. */
  public enum Repeated {
    /** All rows of that key are rejected. */
    REJECT,
    /** The first one counts, the others are rejected. */
    FIRST,
    /** The last one counts, the others are rejected. */
    LAST
  }
}

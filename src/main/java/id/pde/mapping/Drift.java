package id.pde.mapping;

/** What happens when the headings of a delivery are not those of the mapping. */
public record Drift(Policy newColumns, Policy missingColumns) {

  public static final Drift DEFAULT = new Drift(Policy.WARN, Policy.REFUSE);

  /** A missing key or required column is always refused. */
  public enum Policy {
    IGNORE,
    WARN,
    /** Told like a warning; the delivery waits for a second person. */
    HOLD,
    REFUSE
  }
}

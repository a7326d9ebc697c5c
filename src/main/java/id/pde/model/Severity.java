package id.pde.model;

/** What an issue does to its row or delivery. */
public enum Severity {
  /** The row is loaded, the issue is kept. */
  WARN,
  /** The row goes to quarantine. */
  REJECT,
  /** The whole delivery is refused. */
  REFUSE
}

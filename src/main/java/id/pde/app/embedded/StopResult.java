package id.pde.app.embedded;

/** How the embedded server was stopped. */
public enum StopResult {
  /** It ended its sessions and wrote everything out. */
  STOPPED,
  /** It did not end in time and was stopped at once; the next start recovers from the log. */
  STOPPED_AT_ONCE,
  /** There was nothing to stop. */
  WAS_NOT_RUNNING
}

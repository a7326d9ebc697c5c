package id.pde.app.embedded;

/** What the embedded server of a home is doing. */
public sealed interface ServerStatus {

  /** It takes connections. */
  record Running(long pid, int port) implements ServerStatus {}

  /** The process is there but takes no connections yet, or no more. */
  record Changing(long pid, String phase) implements ServerStatus {}

  /** There is no process. */
  record Stopped() implements ServerStatus {}
}

package id.pde.run;

/** Hears how a run goes on; must return quickly. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  default void reached(RunStep step) {}

  /** Called now and then while rows are read. */
  default void rows(long read) {}

  /** How much of the delivery was read, 0 to 1, where the reader can tell. */
  default void share(double done) {}
}

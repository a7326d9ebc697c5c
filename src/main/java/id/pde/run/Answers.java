package id.pde.run;

/** Tells the sender what became of a delivery. */
public interface Answers {

  /**
   * Writes the answer of a run into the outbox of its agency, atomically; a second call for the
   * same run changes nothing that a reader could notice.
   *
   * @throws java.io.UncheckedIOException when the outbox cannot be written; the run stands, the
   *     answer stays pending
   */
  void answer(RunReport report, Ledger ledger);
}

package id.pde.run;

import java.util.List;

/** Tells the sender what became of a delivery. */
public interface Answers {

  /**
   * Writes the answer to a delivery into the outbox of its agency, atomically; a second call for
   * the same runs changes nothing that a reader could notice.
   *
   * @param reports of all runs of one delivery, oldest first; never none
   * @throws java.io.UncheckedIOException when the outbox cannot be written; the run stands, the
   *     answer stays pending
   */
  void answer(List<RunReport> reports, Ledger ledger);
}

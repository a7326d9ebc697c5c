package id.pde.run;

import id.pde.model.Text;
import id.pde.run.Approval.Decision;

/** Where decisions over held runs are kept; those that let a load happen are kept with it. */
public interface Approvals {

  /** Whether the held run had no decision yet, and is overtaken by another one now. */
  boolean overtake(long held, Decision decision);

  /** Whether two names are of one human, who may have several accounts. */
  default boolean samePerson(String one, String other) {
    return one.equals(other);
  }

  /**
   * Whether the held run had no decision yet, and is refused now; its sender has no answer then.
   *
   * @param message how the run ended
   */
  boolean decline(long held, Decision decision, Text message);
}

package id.pde.run;

import id.pde.model.Period;
import id.pde.model.RunOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What came of periods, for the board of submissions. */
public interface Submissions {

  /**
   * A run of a delivery whose period is known, that was not taken back.
   *
   * @param at when it ended
   */
  record Submission(String mapping, long run, Period period, RunOutcome outcome, Instant at) {}

  /**
   * Of these mappings, in the order of the runs.
   *
   * @throws TargetUnavailable when the database is away
   */
  List<Submission> of(Collection<String> mappings);
}

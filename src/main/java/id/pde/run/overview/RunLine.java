package id.pde.run.overview;

import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as a list shows it.
 *
 * @param mapping its id; empty: none took the delivery
 * @param table the target table; empty: none
 * @param file the name of the delivery
 * @param period as text; null: it has none
 * @param undecided whether it waits for a second person
 * @param decision what a second person made of it: {@code approved} ...; null: nothing
 * @param undoes the run that it took back; null: it is a run of a delivery
 * @param undoneBy the run that took it back; null: it stands
 */
public record RunLine(
    long run,
    RunOutcome outcome,
    String mapping,
    String agency,
    String table,
    String file,
    @Nullable String period,
    Counts counts,
    Text message,
    Instant started,
    Instant finished,
    boolean undecided,
    @Nullable String decision,
    @Nullable Long undoes,
    @Nullable Long undoneBy) {

  /** How long it took. */
  public Duration took() {
    return Duration.between(started, finished);
  }
}

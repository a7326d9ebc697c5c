package id.pde.web.work;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on in the background.
 *
 * @param who began it; empty: a watched folder, a schedule or a door did
 * @param subject {@code run 12} ...
 * @param agency whose delivery it is, where nobody in person began it; null: somebody did
 */
public record Work(
    UUID id,
    Text title,
    String who,
    String subject,
    @Nullable String agency,
    Instant begun,
    State state) {

  /**
   * Whether an account may watch it: their own, and what comes by itself to who decides over it.
   */
  public boolean isSeenBy(Account me) {
    return who.equals(me.name()) || me.works() || (agency != null && me.is(Role.APPROVER));
  }

  /** How far it is. */
  public sealed interface State {

    /**
     * It goes on.
     *
     * @param steps the last ones that were reached, in order
     * @param rows read so far
     * @param percent of the delivery; null: not known
     */
    record Going(List<Reached> steps, long rows, @Nullable Integer percent) implements State {

      private static final int KEPT = 12;

      public Going {
        steps = List.copyOf(steps);
      }

      /** The last step; null: none yet. */
      public @Nullable Text step() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).step();
      }

      Going with(Reached next) {
        List<Reached> all = new ArrayList<>(steps);
        all.add(next);
        return new Going(all.subList(Math.max(0, all.size() - KEPT), all.size()), rows, percent);
      }
    }

    /** A step, and when it was reached. */
    record Reached(Text step, Instant at) {}

    /**
     * It is over; its runs are in the ledger.
     *
     * @param ended its runs, as they ended
     * @param notes what did not come to a run, and why
     */
    record Done(List<Ended> ended, List<Text> notes) implements State {
      /** What is not remembered any more. */
      Done() {
        this(List.of(), List.of());
      }

      public Done {
        ended = List.copyOf(ended);
        notes = List.copyOf(notes);
      }

      /** The numbers of its runs. */
      public List<Long> runs() {
        return ended.stream().map(Ended::run).toList();
      }

      /** Whether all of them came to what was wanted; where none did, nothing speaks against it. */
      public boolean isWell() {
        return ended.stream()
            .map(Ended::outcome)
            .allMatch(one -> one == RunOutcome.LOADED || one == RunOutcome.DUPLICATE);
      }
    }

    /** A run as it ended. */
    record Ended(long run, RunOutcome outcome) {}

    /**
     * It came to nothing.
     *
     * @param code stable
     */
    record Stopped(String code, Text message, Text fix) implements State {
      static Stopped of(Issue issue) {
        return new Stopped(issue.code(), issue.message(), issue.fix());
      }
    }
  }

  Work in(State other) {
    return new Work(id, title, who, subject, agency, begun, other);
  }

  public boolean isOver() {
    return !(state instanceof State.Going);
  }
}

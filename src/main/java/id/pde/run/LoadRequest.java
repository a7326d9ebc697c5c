package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.Tolerance.Beyond;
import id.pde.model.Issue;
import id.pde.model.Period;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One delivery to be loaded, or planned, through one mapping.
 *
 * @param notes about the delivery from before it was read
 * @param rejectsOf the run whose waiting rows are read again, and no others; null: all rows
 */
public record LoadRequest(
    Mapping mapping,
    Delivery delivery,
    Choices choices,
    RunListener listener,
    List<Issue> notes,
    @Nullable Long rejectsOf) {

  public LoadRequest {
    notes = List.copyOf(notes);
  }

  public LoadRequest(Mapping mapping, Delivery delivery, Choices choices, RunListener listener) {
    this(mapping, delivery, choices, listener, List.of());
  }

  public LoadRequest(
      Mapping mapping,
      Delivery delivery,
      Choices choices,
      RunListener listener,
      List<Issue> notes) {
    this(mapping, delivery, choices, listener, notes, null);
  }

  /** The same, told to somebody else. */
  LoadRequest to(RunListener other) {
    return new LoadRequest(mapping, delivery, choices, other, notes, rejectsOf);
  }

  /** Whether what PDE holds against it is known and the delivery wanted all the same. */
  boolean isForced() {
    return choices.repeat() == Repeat.FORCE;
  }

  /** How many rejected rows the quarantine keeps of this run. */
  long keptRejects() {
    boolean all = rejectsOf != null || mapping.tolerance().beyond() == Beyond.HOLD;
    return all ? Long.MAX_VALUE : mapping.tolerance().rejectRows();
  }

  /**
   * What the caller decides.
   *
   * @param repeat whether bytes that were loaded before are loaded again
   * @param patience how long to wait for a busy table
   * @param plans what the load may do, by the hashes of plans; empty: whatever it comes to
   * @param hands who has to do with it
   */
  public record Choices(
      @Nullable Period period, Repeat repeat, Duration patience, Set<String> plans, Hands hands) {
    public static final Choices DEFAULT = new Choices(null, Repeat.DUPLICATE, Duration.ZERO);

    public Choices {
      plans = Set.copyOf(plans);
    }

    /** Whatever the load comes to. */
    public Choices(@Nullable Period period, Repeat repeat, Duration patience) {
      this(period, repeat, patience, Set.of(), Hands.NONE);
    }

    /** Asked for by nobody in particular. */
    public Choices(@Nullable Period period, Repeat repeat, Duration patience, Set<String> plans) {
      this(period, repeat, patience, plans, Hands.NONE);
    }

    /** The same, asked for by a user. */
    public Choices by(String user) {
      return new Choices(period, repeat, patience, plans, new Hands(user, hands.grant()));
    }

    /** The same, approved. */
    Choices with(Hands others) {
      return new Choices(period, repeat, patience, plans, others);
    }
  }

  /**
   * Whose hands a load goes through.
   *
   * @param asker the user; empty: it came by a watched folder
   * @param grant the leave of a second person; null: there is none
   */
  public record Hands(String asker, @Nullable Grant grant) {
    public static final Hands NONE = new Hands("", null);
  }

  /**
   * The leave to load what a held run would have done.
   *
   * @param held its number
   * @param plan the hash of what it would have done
   * @param by who gives it
   */
  public record Grant(long held, String plan, String by, String reason) {}

  /** What the same bytes mean when they come again. */
  public enum Repeat {
    /** Nothing is loaded; the outcome is {@code duplicate}. */
    DUPLICATE,
    /** They are loaded again ({@code --force}). */
    FORCE
  }
}

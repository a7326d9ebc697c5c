package id.pde.run;

import id.pde.mapping.Mapping;
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
    return rejectsOf == null ? mapping.tolerance().rejectRows() : Long.MAX_VALUE;
  }

  /**
   * What the caller decides.
   *
   * @param repeat whether bytes that were loaded before are loaded again
   * @param patience how long to wait for a busy table
   * @param plans what the load may do, by the hashes of plans; empty: whatever it comes to
   */
  public record Choices(
      @Nullable Period period, Repeat repeat, Duration patience, Set<String> plans) {
    public static final Choices DEFAULT = new Choices(null, Repeat.DUPLICATE, Duration.ZERO);

    public Choices {
      plans = Set.copyOf(plans);
    }

    /** Whatever the load comes to. */
    public Choices(@Nullable Period period, Repeat repeat, Duration patience) {
      this(period, repeat, patience, Set.of());
    }
  }

  /** What the same bytes mean when they come again. */
  public enum Repeat {
    /** Nothing is loaded; the outcome is {@code duplicate}. */
    DUPLICATE,
    /** They are loaded again ({@code --force}). */
    FORCE
  }
}

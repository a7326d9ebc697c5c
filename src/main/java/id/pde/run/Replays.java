package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides which runs can be loaded again from their archived originals, and how. */
public final class Replays {

  private final Ledger ledger;
  private final Predicate<RunReport.SourceFile> archived;
  private final Predicate<RunReport.SourceFile> erased;
  private final Function<String, Mapping> mappings;

  /**
   * @param mappings the mapping of an id as its file says now; throws what says that it cannot be
   *     used
   */
  public Replays(Ledger ledger, Originals originals, Function<String, Mapping> mappings) {
    this.ledger = ledger;
    this.archived = originals.archived();
    this.erased = originals.erased();
    this.mappings = mappings;
  }

  /**
   * What is known of originals.
   *
   * @param archived whether one is still there
   * @param erased whether one was deleted by an erasure
   */
  public record Originals(
      Predicate<RunReport.SourceFile> archived, Predicate<RunReport.SourceFile> erased) {}

  /** Whether older rows may be loaded over newer ones. */
  public enum Consent {
    NONE,
    /** Also where later runs filled the table. */
    OVER_LATER
  }

  /**
   * A run that is to be loaded again.
   *
   * @param mapping through which it goes; null: those that fit
   * @param hindrance why it is not; null: nothing hinders it
   */
  public record Step(
      RunReport run, @Nullable String mapping, Choices choices, @Nullable Issue hindrance) {}

  /**
   * One run.
   *
   * @param mapping through which it goes; null: its own, or those that fit
   */
  public Step one(RunReport run, @Nullable String mapping, Consent consent) {
    String id = mapping == null && !run.unassigned() ? run.mapping() : mapping;
    Mapping known = id == null || isNoDelivery(run) ? null : mappings.apply(id);
    return one(run, id, known, new Spared(consent, later -> false));
  }

  /**
   * Which later runs hinder none.
   *
   * @param again those that are loaded again, too
   */
  private record Spared(Consent consent, Predicate<Long> again) {
    boolean test(long later) {
      return consent == Consent.OVER_LATER || again.test(later);
    }
  }

  private Step one(RunReport run, @Nullable String id, @Nullable Mapping known, Spared spared) {
    boolean again = run.outcome().publishes() && stands(run) && run.mapping().equals(id);
    Choices choices =
        new Choices(
            // A period that the sender gave is not in the delivery; one that the mapping finds is.
            known != null && known.period() == null ? run.period() : null,
            again || spared.consent() == Consent.OVER_LATER ? Repeat.FORCE : Repeat.DUPLICATE,
            Duration.ZERO);
    return new Step(run, id, choices, hindrance(run, known, again, spared));
  }

  /**
   * All runs of a dataset that ended in one way since an instant, in their order. Of a delivery
   * that came several times the last one counts. Later runs that are loaded again, too, hinder
   * none, for they come afterwards again.
   */
  public List<Step> since(String mapping, RunOutcome outcome, Instant since, Consent consent) {
    Map<List<@Nullable Object>, Long> last = new HashMap<>();
    List<RunReport> runs = ledger.runsSince(mapping, outcome, since);
    runs.forEach(run -> last.put(same(run), run.run()));
    Mapping known = mappings.apply(mapping);
    Set<Long> ready = new HashSet<>();
    Deque<Step> steps = new ArrayDeque<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      RunReport run = runs.get(i);
      if (Objects.equals(last.get(same(run)), run.run())) {
        Step step = one(run, mapping, known, new Spared(consent, ready::contains));
        steps.push(step);
        if (step.hindrance() == null) {
          ready.add(run.run());
        }
      }
    }
    return List.copyOf(steps);
  }

  private static List<@Nullable Object> same(RunReport run) {
    List<@Nullable Object> same = new ArrayList<>();
    same.add(run.source().sha256());
    same.add(run.period());
    return same;
  }

  private @Nullable Issue hindrance(
      RunReport run, @Nullable Mapping mapping, boolean again, Spared spared) {
    if (run.undo().of() != null) {
      return ReplayFaults.undo(run);
    }
    if (run.outcome() == RunOutcome.DUPLICATE) {
      return ReplayFaults.duplicate(run);
    }
    if (!archived.test(run.source())) {
      return erased.test(run.source()) ? ReplayFaults.erased(run) : ReplayFaults.gone(run);
    }
    if (mapping == null) {
      return null;
    }
    boolean append = mapping.target().load() == LoadMode.APPEND;
    if (append) {
      return again ? ReplayFaults.twice(run) : null;
    }
    List<Long> later =
        ledger.laterLoads(mapping.target().table(), run.run()).stream()
            .filter(number -> !spared.test(number))
            .toList();
    return later.isEmpty() ? null : ReplayFaults.later(run, mapping, later);
  }

  private static boolean isNoDelivery(RunReport run) {
    return run.undo().of() != null || run.outcome() == RunOutcome.DUPLICATE;
  }

  private static boolean stands(RunReport run) {
    return run.undo().by() == null;
  }
}

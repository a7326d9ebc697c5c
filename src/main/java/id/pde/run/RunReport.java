package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.check.CheckResult;
import id.pde.run.resubmit.Resubmission;
import id.pde.run.total.RegionTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run: what the ledger keeps and every surface shows.
 *
 * @param run its number; 0 for a plan, which leaves no trace
 * @param mapping the id; empty where no mapping took the delivery
 * @param mappingSha256 of the mapping's content; empty where there is none
 * @param table the target table, without schema; empty where there is none
 * @param related the run it duplicates or waits for; null: none
 * @param issues by code, severity and column, with the exact count of each
 * @param details the first 1,000 issues one by one
 * @param answered whether the sender has the answer; false: pending
 * @param unmatched values that no code list knew, as far as they wait for a decision; empty where
 *     the report was read from the ledger
 * @param checks how the checks of the delivery came out; empty where it came to no judgement
 * @param totals of its accepted rows, to check against; none where nothing was loaded
 * @param undo what it has to do with runs that take others back
 * @param plan what it would do; null: it is no plan, or it would do nothing
 * @param approval what a second person has to do with it; null: none was needed
 */
public record RunReport(
    long run,
    RunOutcome outcome,
    @Nullable Text waitsFor,
    String mapping,
    String mappingSha256,
    String agency,
    String table,
    SourceFile source,
    @Nullable Period period,
    Counts counts,
    Map<FilterReason, Long> filtered,
    List<IssueCount> issues,
    List<Issue> details,
    Text message,
    Instant started,
    Instant finished,
    boolean forced,
    @Nullable Long related,
    boolean answered,
    List<Unmatched> unmatched,
    List<CheckResult> checks,
    RegionTotals totals,
    Undo undo,
    @Nullable Plan plan,
    @Nullable Approval approval) {

  public RunReport {
    checks = List.copyOf(checks);
    unmatched = List.copyOf(unmatched);
    filtered = Map.copyOf(filtered);
    issues = List.copyOf(issues);
    details = List.copyOf(details);
  }

  /** A report that is no plan. */
  public RunReport(
      long run,
      RunOutcome outcome,
      @Nullable Text waitsFor,
      String mapping,
      String mappingSha256,
      String agency,
      String table,
      SourceFile source,
      @Nullable Period period,
      Counts counts,
      Map<FilterReason, Long> filtered,
      List<IssueCount> issues,
      List<Issue> details,
      Text message,
      Instant started,
      Instant finished,
      boolean forced,
      @Nullable Long related,
      boolean answered,
      List<Unmatched> unmatched,
      List<CheckResult> checks,
      Undo undo) {
    this(
        run,
        outcome,
        waitsFor,
        mapping,
        mappingSha256,
        agency,
        table,
        source,
        period,
        counts,
        filtered,
        issues,
        details,
        message,
        started,
        finished,
        forced,
        related,
        answered,
        unmatched,
        checks,
        RegionTotals.NONE,
        undo,
        null,
        null);
  }

  /**
   * The delivery, without its place on this machine.
   *
   * @param packed where in a bundle it came from; null: it came by itself
   * @param resubmission what it corrects; null: it is the first of its kind
   */
  public record SourceFile(
      String name,
      String sha256,
      long bytes,
      Delivery.Form form,
      @Nullable UUID claim,
      @Nullable Packed packed,
      @Nullable Resubmission resubmission) {

    /** A delivery that corrects nothing. */
    public SourceFile(
        String name,
        String sha256,
        long bytes,
        Delivery.Form form,
        @Nullable UUID claim,
        @Nullable Packed packed) {
      this(name, sha256, bytes, form, claim, packed, null);
    }

    /** The same, with what the ledger says that it corrects. */
    SourceFile as(@Nullable Resubmission stored) {
      return new SourceFile(name, sha256, bytes, form, claim, packed, stored);
    }

    /** A delivery that came by itself. */
    public SourceFile(
        String name, String sha256, long bytes, Delivery.Form form, @Nullable UUID claim) {
      this(name, sha256, bytes, form, claim, null);
    }

    /** What the sender sent: the bundle, where it is a member of one. */
    public String sent() {
      return packed == null ? name : packed.bundle();
    }

    /** Its name, behind that of the bundle where it is a member of one. */
    public String place() {
      return packed == null ? name : packed.bundle() + "/" + packed.member();
    }
  }

  /**
   * What a run has to do with runs that take others back.
   *
   * @param of the run that this one took back; null: it is a run of a delivery
   * @param by the run that took this one back; null: it stands
   */
  public record Undo(@Nullable Long of, @Nullable Long by) {
    public static final Undo NONE = new Undo(null, null);
  }

  /**
   * Issues of one kind.
   *
   * @param example the place of the first one
   * @param exampleValue its value, only for columns of class publik or internal
   */
  public record IssueCount(
      String code,
      Severity severity,
      @Nullable String column,
      long count,
      String example,
      @Nullable String exampleValue) {}

  /** Whether no mapping took the delivery: it waits, or cannot be read. */
  public boolean unassigned() {
    return mapping.isEmpty();
  }

  /** Whether it waits for a second person, who has not said anything yet. */
  public boolean undecided() {
    return outcome == RunOutcome.WAITING && approval != null && approval.decision() == null;
  }

  /** Whether a second person refused it. */
  public boolean declined() {
    return outcome == RunOutcome.REFUSED && approval != null && approval.decision() != null;
  }

  /** Whether it found its table busy: the same delivery comes again by itself. */
  public boolean busy() {
    return outcome == RunOutcome.WAITING && !unassigned() && approval == null;
  }

  /** Whether a disk of this machine had no room for it; a claimed file comes again by itself. */
  boolean outOfSpace() {
    return outcome == RunOutcome.FAILED
        && details.stream().anyMatch(issue -> issue.code().equals(FileFaults.NO_SPACE));
  }

  /** The same report with the answer delivered. */
  public RunReport withAnswer() {
    return with(source, true, totals, plan, approval);
  }

  /** The same report with what its delivery corrects. */
  public RunReport correcting(@Nullable Resubmission what) {
    return with(source.as(what), answered, totals, plan, approval);
  }

  /** The same report with what it would do. */
  RunReport with(Plan found) {
    return with(source, answered, totals, found, approval);
  }

  /** The same report with what a second person has to do with it. */
  public RunReport with(@Nullable Approval other) {
    return with(source, answered, totals, plan, other);
  }

  /** The same report with the totals of its rows. */
  public RunReport with(RegionTotals summed) {
    return with(source, answered, summed, plan, approval);
  }

  private RunReport with(
      SourceFile from,
      boolean delivered,
      RegionTotals summed,
      @Nullable Plan found,
      @Nullable Approval other) {
    return new RunReport(
        run,
        outcome,
        waitsFor,
        mapping,
        mappingSha256,
        agency,
        table,
        from,
        period,
        counts,
        filtered,
        issues,
        details,
        message,
        started,
        finished,
        forced,
        related,
        delivered,
        unmatched,
        checks,
        summed,
        undo,
        found,
        other);
  }
}

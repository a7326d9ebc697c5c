package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Approval.Decision;
import id.pde.run.Approval.Verdict;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Grant;
import id.pde.run.LoadRequest.Hands;
import id.pde.run.LoadRequest.Repeat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A second person decides a held run: it is loaded as it was shown, or not at all. */
public final class Approving {

  private final Approvals approvals;
  private final Predicate<RunReport.SourceFile> archived;
  private final InstantSource clock;

  /**
   * @param archived whether the original is still there
   */
  public Approving(
      Approvals approvals, Predicate<RunReport.SourceFile> archived, InstantSource clock) {
    this.approvals = approvals;
    this.archived = archived;
    this.clock = clock;
  }

  /**
   * Somebody who decides.
   *
   * @param name who it is
   * @param reason in their own words; empty: none
   */
  public record Person(String name, String reason) {}

  /**
   * How the delivery of a held run is to be loaded once it is approved.
   *
   * @param mapping of the run, as its file says now
   * @throws ApprovalRefused when this person cannot approve it
   */
  public Choices approved(RunReport held, Mapping mapping, Person person) {
    Approval approval = requireUndecided(held);
    if (approvals.samePerson(approval.askedBy(), person.name())) {
      throw new ApprovalRefused(ApprovalFaults.same(held, approval.askedBy(), person.name()));
    }
    if (!archived.test(held.source())) {
      throw new ApprovalRefused(ApprovalFaults.gone(held));
    }
    // A period that the sender gave is not in the delivery; one that the mapping finds is.
    Period given = mapping.period() == null ? held.period() : null;
    Grant grant = new Grant(held.run(), approval.plan(), person.name(), person.reason());
    return new Choices(given, held.forced() ? Repeat.FORCE : Repeat.DUPLICATE, Duration.ZERO)
        .with(new Hands(approval.askedBy(), grant));
  }

  /** Closes a held run whose delivery waits as another run by now. */
  public void settle(RunReport held, List<RunReport> reports, Person person) {
    boolean waits =
        reports.stream()
            .anyMatch(
                report ->
                    Objects.equals(report.related(), held.run())
                        ? report.undecided()
                        : report.outcome() == RunOutcome.DUPLICATE);
    if (waits) {
      approvals.overtake(held.run(), decision(Verdict.OVERTAKEN, person));
    }
  }

  /**
   * Refuses what a held run would have loaded. Who asked for it may take it back, too.
   *
   * @throws ApprovalRefused when it does not wait
   */
  public void decline(RunReport held, Person person) {
    requireUndecided(held);
    String why = person.reason().isEmpty() ? "" : ": " + person.reason();
    Text message =
        new Text(
            "Tidak disetujui" + why + "; tidak ada yang dimuat.",
            "Declined" + why + "; nothing was loaded.");
    if (!approvals.decline(held.run(), decision(Verdict.DECLINED, person), message)) {
      throw new ApprovalRefused(ApprovalFaults.decidedMeanwhile(held.run()));
    }
  }

  private Decision decision(Verdict verdict, Person person) {
    return new Decision(verdict, person.name(), RunFrame.now(clock), person.reason());
  }

  private static Approval requireUndecided(RunReport run) {
    Approval approval = run.approval();
    Decision decision = approval == null ? null : approval.decision();
    if (decision != null && !run.outcome().publishes()) {
      throw new ApprovalRefused(ApprovalFaults.decided(run, decision));
    }
    if (approval == null || !run.undecided()) {
      throw new ApprovalRefused(ApprovalFaults.notHeld(run));
    }
    return approval;
  }
}

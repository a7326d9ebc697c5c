package id.pde.run;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Approval.Decision;
import id.pde.run.Approval.Verdict;
import id.pde.run.LoadRequest.Grant;
import id.pde.run.LoadRequest.Hands;
import id.pde.run.RunFrame.End;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Latest;
import id.pde.run.Warehouse.Publication;
import id.pde.run.Warehouse.Settlement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of a delivery that was read whole whether it may be published. */
final class Judgement {

  private final RunFrame frame;
  private final LoadRequest request;
  private final Publication publication;
  private final Ledger ledger;

  Judgement(RunFrame frame, Publication publication, Ledger ledger) {
    this.frame = frame;
    this.request = frame.request();
    this.publication = publication;
    this.ledger = ledger;
  }

  RunReport of(RowTally tally, Settlement settlement) {
    refuseLate(tally);
    RunReport judged = judge(tally, settlement);
    if (!judged.outcome().publishes()) {
      return judged;
    }
    Holding holding = new Holding(request.mapping(), request.delivery().name());
    boolean whole = request.rejectsOf() == null;
    boolean held = whole && judged.issues().stream().anyMatch(holding::holds);
    boolean plan = frame.intent() == Intent.PLAN;
    if (!held && !plan && request.choices().plans().isEmpty()) {
      return judged;
    }
    String hash = Plan.hash(judged, request, publication.digest());
    if (!plan && refuses(hash)) {
      return frame.refused(RunFaults.otherPlan(request.delivery().name(), hash));
    }
    RunReport allowed = held ? unlessApproved(judged, hash, tally) : judged;
    return plan ? allowed.with(new Plan(hash, publication.changes())) : allowed;
  }

  /** A load of a plan does that or nothing. */
  private boolean refuses(String hash) {
    return !request.choices().plans().isEmpty() && !request.choices().plans().contains(hash);
  }

  private RunReport unlessApproved(RunReport judged, String hash, RowTally tally) {
    Hands hands = request.choices().hands();
    Grant grant = hands.grant();
    if (grant != null && grant.plan().equals(hash)) {
      Decision decision =
          new Decision(Verdict.APPROVED, grant.by(), RunFrame.now(frame.clock()), grant.reason());
      Text message = frame.messages().approved(judged.message(), grant.by());
      End end = new End(judged.outcome(), null, message, grant.held());
      return frame
          .report(end, tally, judged.counts())
          .with(new Approval(hash, hands.asker(), decision));
    }
    RunReport twin = frame.intent() == Intent.PLAN ? null : waitingAlready(judged, hash);
    if (twin != null) {
      Text message = frame.messages().waitsAlready(twin.run());
      return frame.report(new End(RunOutcome.DUPLICATE, null, message, twin.run()), null);
    }
    Holding holding = new Holding(request.mapping(), request.delivery().name());
    List<Text> reasons =
        judged.details().stream()
            .filter(issue -> holding.holds(issue.code(), issue.severity()))
            .map(Issue::message)
            .toList();
    RunMessages words = frame.messages();
    End end =
        new End(
            RunOutcome.WAITING,
            words.waitsForApproval(hands.asker()),
            words.held(reasons, hands.asker()),
            grant == null ? null : grant.held());
    return frame.report(end, tally, judged.counts()).with(new Approval(hash, hands.asker(), null));
  }

  /** A held run that would do the same; null: none. */
  private @Nullable RunReport waitingAlready(RunReport judged, String hash) {
    return ledger.undecided(judged.mapping()).stream()
        .filter(other -> other.source().sha256().equals(judged.source().sha256()))
        .filter(other -> Objects.requireNonNull(other.approval()).plan().equals(hash))
        .findFirst()
        .orElse(null);
  }

  /** What replaces a whole table must not take it back in time. */
  private void refuseLate(RowTally tally) {
    TargetSpec target = request.mapping().target();
    Period period = tally.period();
    boolean whole = target.load() == LoadMode.REPLACE && !target.terms().per().parts();
    if (whole && period != null && request.rejectsOf() == null && !request.isForced()) {
      Latest later = publication.later(period.end());
      if (later != null) {
        tally
            .issues()
            .add(
                RunFaults.late(
                    request.delivery().name(),
                    request.mapping().id(),
                    later.period().text(),
                    later.run()));
      }
    }
  }

  /** A pull that goes on from a watermark may find nothing. */
  private boolean nothingNew(Counts counts) {
    return counts.read() == 0
        && request.delivery().form() == Delivery.Form.ROWS
        && request.mapping().source().watermark().isPresent()
        && publication.isMarked();
  }

  private RunReport judge(RowTally tally, Settlement settlement) {
    String delivery = request.delivery().name();
    tally.deletions(settlement.marks());
    Counts counts = tally.counts(settlement.counts());
    if (!counts.balances()) {
      return frame.failed(RunFaults.unbalanced(delivery, counts));
    }
    IssueTally issues = tally.issues();
    Long rejectsOf = request.rejectsOf();
    if (rejectsOf != null && counts.accepted() == 0 && issues.refusals().isEmpty()) {
      issues.add(RunFaults.stillWaiting(delivery, rejectsOf));
    }
    if (rejectsOf == null && issues.refusals().isEmpty() && !nothingNew(counts)) {
      new Guards(request.mapping(), delivery)
          .findings(counts, settlement.present())
          .forEach(issues::add);
      new Holding(request.mapping(), delivery)
          .beyondLimits(counts, settlement.present())
          .forEach(issues::add);
    }
    List<Issue> refusals = issues.refusals();
    if (!refusals.isEmpty()) {
      Text message = frame.messages().refused(refusals.get(0).message());
      return frame.report(new End(RunOutcome.REFUSED, null, message, rejectsOf), tally, counts);
    }
    RunOutcome outcome = counts.rejected() > 0 ? RunOutcome.LOADED_WITH_REJECTS : RunOutcome.LOADED;
    return frame.report(
        new End(outcome, null, frame.messages().loaded(counts), rejectsOf), tally, counts);
  }
}

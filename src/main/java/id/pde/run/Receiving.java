package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work: archive, load, answer, and only then let the claim go. Whatever is done can be
 * done again after a kill: the ledger says how far a run came. Safe for use by several threads.
 */
public final class Receiving {

  private final Archive archive;
  private final Claims claims;
  private final Answers answers;
  private final Ledger ledger;

  public Receiving(Archive archive, Claims claims, Answers answers, Ledger ledger) {
    this.archive = archive;
    this.claims = claims;
    this.answers = answers;
    this.ledger = ledger;
  }

  /**
   * How a claim fared.
   *
   * @param report of its run; null: there is none yet, the claim stays
   * @param note why the claim stays, or what is still to do; null: nothing
   */
  public record Received(@Nullable RunReport report, @Nullable Issue note) {}

  /**
   * Brings a claimed file to its end.
   *
   * @throws TargetUnavailable when the database is away; the claim stays and is tried again
   */
  public Received receive(Claim claim, Work work, RunListener listener) {
    OrderedSteps steps = new OrderedSteps(listener);
    try {
      steps.reached(RunStep.CLAIMED);
      Delivery delivery = archived(claim);
      if (delivery == null) {
        return new Received(null, DeliveryFaults.notKept(claim.name()));
      }
      steps.reached(RunStep.ARCHIVED);
      RunReport report =
          work.loader().load(new LoadRequest(work.mapping(), delivery, work.choices(), steps));
      if (report.outcome() == RunOutcome.WAITING) {
        return new Received(report, report.details().isEmpty() ? null : report.details().get(0));
      }
      return finish(claim, report, steps);
    } catch (SourceUnreadable link) {
      // Swapped for a link at the last moment: the link goes, what it points to was never opened.
      remove(claim);
      return new Received(null, link.issue());
    } finally {
      rest(claim);
    }
  }

  private @Nullable Delivery archived(Claim claim) {
    try {
      return archive.keep(claim.file(), claim.name(), claim.id()).in(claim.agency());
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** Answers a claim whose run is in the ledger, and lets the claim go. */
  Received finish(Claim claim, RunReport report, RunListener listener) {
    boolean answered = answer(report);
    if (answered) {
      listener.reached(RunStep.ANSWERED);
    }
    remove(claim);
    listener.reached(RunStep.FINISHED);
    RunReport ended = answered ? report.withAnswer() : report;
    return new Received(
        ended, answered ? null : DeliveryFaults.answerPending(claim.name(), report.run()));
  }

  /**
   * Archives, loads and answers a file that nobody claimed: from the command line. The file stays.
   *
   * @throws UncheckedIOException when it cannot be read or archived
   */
  public RunReport receive(Path file, Work work, RunListener listener) {
    Delivery kept = archive.keep(file, FileNames.of(file), null).in(FileNames.folderOf(file));
    return receive(kept, work, listener);
  }

  /** Loads and answers what is archived already: rows that a route handed over. */
  public RunReport receive(Delivery delivery, Work work, RunListener listener) {
    OrderedSteps steps = new OrderedSteps(listener);
    steps.reached(RunStep.ARCHIVED);
    Choices choices = work.choices();
    RunReport report =
        work.loader().load(new LoadRequest(work.mapping(), delivery, choices, steps));
    if (!answer(report)) {
      return report;
    }
    steps.reached(RunStep.ANSWERED);
    steps.reached(RunStep.FINISHED);
    return report.withAnswer();
  }

  /**
   * Whether the sender has the answer; a run whose outbox cannot be written stands all the same.
   */
  boolean answer(RunReport report) {
    if (report.answered()) {
      return true;
    }
    // What the ledger kept, so that an answer that is given again has the same words.
    RunReport kept = ledger.run(report.run());
    try {
      answers.answer(kept == null ? report : kept, ledger);
    } catch (UncheckedIOException e) {
      return false;
    }
    ledger.answered(report.run());
    return true;
  }

  private void remove(Claim claim) {
    try {
      claims.finish(claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rest(Claim claim) {
    try {
      claims.rest(claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package id.pde.run;

import id.pde.model.Issue;
import id.pde.run.erase.EraseFaults;
import id.pde.run.resubmit.AnswerMarks;
import id.pde.run.resubmit.Repairing;
import id.pde.run.resubmit.Resubmitting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final Resubmitting resubmitting;

  public Receiving(Archive archive, Claims claims, Answers answers, Ledger ledger) {
    this(archive, claims, answers, ledger, new Resubmitting(AnswerMarks.NONE, archive, ledger));
  }

  /** Also of workbooks that PDE gave back. */
  public Receiving(
      Archive archive, Claims claims, Answers answers, Ledger ledger, Resubmitting resubmitting) {
    this.resubmitting = resubmitting;
    this.archive = archive;
    this.claims = claims;
    this.answers = answers;
    this.ledger = ledger;
  }

  /**
   * How a claim fared.
   *
   * @param reports of its runs, oldest first; none: there is none yet, the claim stays
   * @param note why the claim stays, or what is still to do; null: nothing
   */
  public record Received(List<RunReport> reports, @Nullable Issue note) {
    public Received {
      reports = List.copyOf(reports);
    }

    /** The report of the only run, or of the first; null: there is none yet. */
    public @Nullable RunReport report() {
      return reports.isEmpty() ? null : reports.get(0);
    }
  }

  /**
   * Brings a claimed file to its end: every run that it leads to, and one answer over all. What was
   * committed before a kill is found in the ledger and not done again.
   *
   * @throws TargetUnavailable when the database is away; the claim stays and is tried again
   */
  public Received receive(Claim claim, Destination destination, RunListener listener) {
    OrderedSteps steps = new OrderedSteps(listener);
    try {
      steps.reached(RunStep.CLAIMED);
      Delivery delivery;
      try {
        delivery = archive.keep(claim.file(), claim.name(), claim.id()).in(claim.agency());
      } catch (UncheckedIOException full) {
        return new Received(List.of(), DeliveryFaults.stopped(claim.name(), full));
      }
      steps.reached(RunStep.ARCHIVED);
      List<RunReport> reports;
      try {
        reports = load(delivery, destination, new PartSteps(steps));
      } catch (UncheckedIOException full) {
        // A member of a bundle did not come into the archive, or there was no room to recognise the
        // file; what is loaded by now stays so.
        return new Received(List.of(), DeliveryFaults.stopped(claim.name(), full));
      }
      Optional<RunReport> busy = reports.stream().filter(Receiving::comesAgain).findFirst();
      if (busy.isPresent()) {
        List<Issue> why = busy.get().details();
        return new Received(reports, why.isEmpty() ? null : why.get(0));
      }
      if (reports.stream().anyMatch(RunReport::outOfSpace)) {
        return withoutRoom(claim, reports);
      }
      return finish(claim, reports, steps);
    } catch (MappingInvalid cannot) {
      // It lacks something that comes later, such as the key of its pseudonyms.
      return new Received(List.of(), cannot.issue());
    } catch (SourceUnreadable link) {
      // Swapped for a link at the last moment: the link goes, what it points to was never opened.
      remove(claim);
      return new Received(List.of(), link.issue());
    } finally {
      rest(claim);
    }
  }

  /** The ledger does not have what found no room; that is done when the claim is tried again. */
  private static Received withoutRoom(Claim claim, List<RunReport> reports) {
    Issue full =
        reports.stream()
            .filter(RunReport::outOfSpace)
            .flatMap(report -> report.details().stream())
            .filter(issue -> issue.code().equals(FileFaults.NO_SPACE))
            .findFirst()
            .orElseThrow();
    return new Received(
        reports.stream().filter(report -> !report.outOfSpace()).toList(),
        DeliveryFaults.noSpace(claim.name(), full.location().shown()));
  }

  /** A table is busy: what the ledger does not have yet is done when the claim is tried again. */
  private static boolean comesAgain(RunReport report) {
    return report.busy();
  }

  /** Never none. */
  private List<RunReport> load(Delivery sent, Destination destination, RunListener listener) {
    RunReport kept = keptNowhere(sent);
    if (kept != null) {
      return List.of(kept);
    }
    if (archive.isErased(sent.source())) {
      return List.of(refused(sent, destination.refusing(EraseFaults.gone(sent.name()))));
    }
    Delivery delivery;
    try {
      delivery = resubmitting.of(sent, destination.agency());
    } catch (SourceUnreadable apart) {
      return List.of(refused(sent, destination.refusing(apart.issue())));
    }
    Destination.Assigned assigned = destination.of(delivery);
    if (assigned instanceof Destination.Assigned.Nowhere nowhere) {
      return List.of(nowhere.loader().keep(delivery, nowhere));
    }
    if (assigned instanceof Destination.Assigned.Members members) {
      return members(delivery, members, listener);
    }
    List<RunReport> reports = new ArrayList<>();
    for (Work work : ((Destination.Assigned.Runs) assigned).works()) {
      archive.contents().label(delivery, work);
      reports.add(work.with(resubmitting.notes(delivery, work.mapping())).load(delivery, listener));
    }
    return reports;
  }

  /**
   * One after another, each unpacked into the archive first; a bad one does not stop the others.
   */
  private List<RunReport> members(
      Delivery bundle, Destination.Assigned.Members members, RunListener listener) {
    List<RunReport> reports = new ArrayList<>();
    try {
      members
          .bundles()
          .visit(
              bundle.file(),
              bundle.name(),
              member -> {
                // What was sent later never overtakes: the rest comes when the table is free.
                if (bundle.claim() == null || reports.stream().noneMatch(Receiving::comesAgain)) {
                  reports.addAll(member(member, bundle, members.each(), listener));
                }
              });
    } catch (SourceUnreadable | LimitExceeded whole) {
      return List.of(refused(bundle, members.each().refusing(whole.issue())));
    }
    return reports;
  }

  private List<RunReport> member(
      Bundles.Member member, Delivery bundle, Destination each, RunListener listener) {
    Delivery own;
    try {
      own = archive.keep(member, bundle);
    } catch (SourceUnreadable | LimitExceeded bad) {
      return List.of(refused(bundle.member(member), each.refusing(bad.issue())));
    }
    return load(own, each, listener);
  }

  private RunReport refused(Delivery delivery, Destination.Assigned.Nowhere nowhere) {
    RunReport kept = keptNowhere(delivery);
    return kept == null ? nowhere.loader().keep(delivery, nowhere) : kept;
  }

  /** A claim that was found to have no mapping stays so: its ledger row is there. */
  private @Nullable RunReport keptNowhere(Delivery delivery) {
    UUID claim = delivery.claim();
    return claim == null
        ? null
        : ledger.runsOfClaim(claim).stream()
            .filter(RunReport::unassigned)
            .filter(report -> Objects.equals(report.source().packed(), delivery.packed()))
            .findFirst()
            .orElse(null);
  }

  /** Answers a claim whose runs are in the ledger, and lets the claim go. */
  Received finish(Claim claim, List<RunReport> reports, RunListener listener) {
    List<RunReport> stored = stored(reports);
    boolean answered = answer(reports, stored);
    if (answered) {
      listener.reached(RunStep.ANSWERED);
    }
    remove(claim);
    listener.reached(RunStep.FINISHED);
    long run = reports.get(0).run();
    return new Received(
        counted(reports, stored, answered),
        answered ? null : DeliveryFaults.answerPending(claim.name(), run));
  }

  /**
   * Archives, loads and answers a file that nobody claimed: from the command line. The file stays.
   *
   * @throws UncheckedIOException when it cannot be read or archived
   */
  public RunReport receive(Path file, Work work, RunListener listener) {
    return deliver(file, work, listener).get(0);
  }

  /** Loads and answers what is archived already: rows that a route handed over. */
  public RunReport receive(Delivery delivery, Work work, RunListener listener) {
    return deliver(delivery, work, listener).get(0);
  }

  /**
   * As {@link #receive(Path, Work, RunListener)}, with as many runs as the destination asks for.
   */
  public List<RunReport> deliver(Path file, Destination destination, RunListener listener) {
    Delivery kept = archive.keep(file, FileNames.of(file), null).in(FileNames.folderOf(file));
    return deliver(kept, destination, listener);
  }

  /** Loads and answers what is archived already, with as many runs as the destination asks for. */
  public List<RunReport> deliver(Delivery delivery, Destination destination, RunListener listener) {
    OrderedSteps steps = new OrderedSteps(listener);
    steps.reached(RunStep.ARCHIVED);
    List<RunReport> reports = load(delivery, destination, new PartSteps(steps));
    List<RunReport> stored = stored(reports);
    boolean answered = answer(reports, stored);
    if (answered) {
      steps.reached(RunStep.ANSWERED);
      steps.reached(RunStep.FINISHED);
    }
    return counted(reports, stored, answered);
  }

  /** As the ledger keeps them: which submission each is, only it knows. */
  private List<RunReport> stored(List<RunReport> reports) {
    List<RunReport> all = new ArrayList<>();
    for (RunReport report : reports) {
      RunReport stored = ledger.run(report.run());
      all.add(stored == null ? report : Repairing.told(stored, ledger));
    }
    return all;
  }

  private static List<RunReport> counted(
      List<RunReport> reports, List<RunReport> stored, boolean answered) {
    List<RunReport> counted = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      RunReport ended = answered ? reports.get(i).withAnswer() : reports.get(i);
      counted.add(ended.correcting(stored.get(i).source().resubmission()));
    }
    return counted;
  }

  /**
   * As {@link #answer(List)}, for a run that is found alone: with all others of its claim or, where
   * nobody claimed it, with the members of its bundle that have no answer either.
   */
  public boolean answer(RunReport report) {
    UUID claim = report.source().claim();
    Packed packed = report.source().packed();
    List<RunReport> all = claim == null ? List.of() : ledger.runsOfClaim(claim);
    if (claim == null && packed != null) {
      all =
          ledger.unanswered().stream()
              .filter(other -> other.source().claim() == null)
              .filter(other -> packed.sameBundle(other.source().packed()))
              .toList();
      if (all.stream().noneMatch(other -> other.run() == report.run())) {
        // Answered a moment ago, together with another member.
        return true;
      }
    }
    return answer(all.isEmpty() ? List.of(report) : all);
  }

  /**
   * Whether the sender has the answer; a run whose outbox cannot be written stands all the same.
   */
  boolean answer(List<RunReport> reports) {
    return reports.stream().allMatch(RunReport::answered) || answer(reports, stored(reports));
  }

  /**
   * @param kept what the ledger kept, so that an answer that is given again has the same words
   */
  private boolean answer(List<RunReport> reports, List<RunReport> kept) {
    if (reports.stream().allMatch(RunReport::answered)) {
      return true;
    }
    try {
      // Agencies have an outbox each; what none of them took goes with the rest, if that is one's.
      Set<String> agencies =
          kept.stream()
              .map(RunReport::agency)
              .filter(agency -> !agency.isEmpty())
              .collect(Collectors.toSet());
      kept.stream()
          .collect(
              Collectors.groupingBy(
                  report -> agencies.size() == 1 ? "" : report.agency(),
                  TreeMap::new,
                  Collectors.toList()))
          .values()
          .forEach(ofAgency -> answers.answer(ofAgency, ledger));
    } catch (UncheckedIOException e) {
      return false;
    }
    reports.forEach(report -> ledger.answered(report.run()));
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

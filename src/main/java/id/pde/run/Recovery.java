package id.pde.run;

import id.pde.model.Issue;
import id.pde.run.node.FolderTurns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finishes what killed processes began: at start, and at every tick, for a database may have been
 * away. The ledger decides what was done; nothing that a living process works on is touched.
 */
public final class Recovery {

  private final Receiving receiving;
  private final Claims claims;
  private final Archive archive;
  private final Ledger ledger;

  public Recovery(Receiving receiving, Claims claims, Archive archive, Ledger ledger) {
    this.receiving = receiving;
    this.claims = claims;
    this.archive = archive;
    this.ledger = ledger;
  }

  /**
   * What was done.
   *
   * @param reports of the runs that are finished now
   * @param notes what still waits, and why
   */
  public record Recovered(List<RunReport> reports, List<Issue> notes) {
    public Recovered {
      reports = List.copyOf(reports);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Finishes every claim that nobody works on and every answer that is pending.
   *
   * @param destinations where the files of a claim go, by what it says of its mapping; empty: it
   *     cannot be used now
   * @throws TargetUnavailable when the database is away; nothing is lost
   */
  public Recovered recover(
      Function<String, ? extends Optional<? extends Destination>> destinations,
      RunListener listener) {
    return recover(destinations, listener, FolderTurns.ALONE);
  }

  /**
   * As {@link #recover(Function, RunListener)}, beside other servers.
   *
   * @param turns claims of an agency whose turn is another server's are left to it
   */
  public Recovered recover(
      Function<String, ? extends Optional<? extends Destination>> destinations,
      RunListener listener,
      FolderTurns turns) {
    List<RunReport> reports = new ArrayList<>();
    List<Issue> notes = new ArrayList<>();
    try {
      archive.sweep();
      claims.sweep();
      Set<String> heldUp = new HashSet<>();
      for (Claim claim : claims.left()) {
        if (!heldUp.contains(claim.agency())) {
          adopt(claim, turns, () -> take(claim, destinations, listener, new Taker(reports, notes)));
        }
        // What is still there holds up what its agency sent after it.
        if (Files.exists(claim.file(), LinkOption.NOFOLLOW_LINKS)) {
          heldUp.add(claim.agency());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<UUID> atWork = claimsAtWork();
    for (RunReport report : ledger.unanswered()) {
      UUID claim = report.source().claim();
      if (claim != null && atWork.contains(claim)) {
        // Others of its runs may still come, and the sender gets one answer.
        continue;
      }
      if (receiving.answer(report)) {
        reports.add(report.withAnswer());
      } else {
        notes.add(DeliveryFaults.answerPending(report.source().name(), report.run()));
      }
    }
    return new Recovered(reports, notes);
  }

  private interface Work {
    void run() throws IOException;
  }

  private void adopt(Claim claim, FolderTurns turns, Work work) throws IOException {
    if (!turns.take(claim.agency())) {
      return;
    }
    try {
      if (claims.adopt(claim)) {
        work.run();
      }
    } finally {
      turns.leave(claim.agency());
    }
  }

  private Set<UUID> claimsAtWork() {
    try {
      return claims.left().stream().map(Claim::id).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Taker(List<RunReport> reports, List<Issue> notes) {
    void take(Receiving.Received received) {
      reports.addAll(received.reports());
      if (received.note() != null) {
        notes.add(received.note());
      }
    }
  }

  private void take(
      Claim claim,
      Function<String, ? extends Optional<? extends Destination>> destinations,
      RunListener listener,
      Taker taker)
      throws IOException {
    try {
      if (!Files.exists(claim.file(), LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      List<RunReport> reports = ledger.runsOfClaim(claim.id());
      // Of a bundle there may be members that the ledger does not know yet.
      boolean packed = reports.stream().anyMatch(report -> report.source().packed() != null);
      if (!reports.isEmpty() && !claim.recognised() && !packed) {
        taker.take(receiving.finish(claim, reports, listener));
        return;
      }
      Optional<? extends Destination> destination = destinations.apply(claim.mapping());
      if (destination.isEmpty()) {
        taker.notes().add(DeliveryFaults.mappingMissing(claim.name(), claim.mapping()));
        return;
      }
      taker.take(receiving.receive(claim, destination.get(), listener));
    } finally {
      claims.rest(claim);
    }
  }
}

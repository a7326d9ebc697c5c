package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Destination.Assigned.Nowhere;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report about a delivery that no mapping takes. */
final class NowhereReport {

  private static final Text WAITS_FOR =
      new Text(
          "pemetaan yang cocok, dari petugas data", "a mapping that fits, by the data officer");

  private NowhereReport() {}

  static RunReport of(long run, Delivery delivery, Nowhere nowhere, InstantSource clock) {
    Instant now = RunFrame.now(clock);
    IssueTally issues = new IssueTally();
    nowhere.issues().forEach(issues::add);
    boolean waits = nowhere.outcome() == RunOutcome.WAITING;
    @Nullable Text waitsFor = waits ? WAITS_FOR : null;
    return new RunReport(
        run,
        nowhere.outcome(),
        waitsFor,
        "",
        "",
        nowhere.agency(),
        "",
        delivery.source(),
        null,
        Counts.NONE,
        Map.of(),
        issues.counts(),
        issues.details(),
        message(run, nowhere),
        now,
        now,
        false,
        null,
        false,
        List.of(),
        List.of(),
        RunReport.Undo.NONE);
  }

  private static Text message(long run, Nowhere nowhere) {
    Issue first = nowhere.issues().get(0);
    String place = first.location().shown() + ": ";
    Text reason = new Text(place + first.message().id(), place + first.message().en());
    if (nowhere.outcome() != RunOutcome.WAITING) {
      return new Text(
          "Kiriman ditolak, tidak ada yang dimuat: "
              + reason.id()
              + " Lihat `pde run "
              + run
              + "`.",
          "Delivery refused, nothing was loaded: " + reason.en() + " See `pde run " + run + "`.");
    }
    return new Text(
        "Menunggu petugas data, belum ada yang dimuat: "
            + reason.id()
            + " Sesudah pemetaan ada: `pde replay "
            + run
            + "`.",
        "Waiting for the data officer, nothing was loaded yet: "
            + reason.en()
            + " Once there is a mapping: `pde replay "
            + run
            + "`.");
  }
}

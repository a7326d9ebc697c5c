package id.pde.run;

import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.WatermarkSpec;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Destination.Assigned.Nowhere;
import id.pde.run.RunFrame.End;
import id.pde.run.RunMessages.SameMapping;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Publication;
import id.pde.run.Warehouse.SamePeriod;
import id.pde.run.Warehouse.Settlement;
import id.pde.run.pull.Mark;
import id.pde.run.pull.MarkedRows;
import id.pde.run.total.TotalsTally;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a run: rows in, verdict out, published whole or not at all. Safe for use by several
 * threads.
 */
public final class Loader {

  /** The first try and its repetitions, where the database says that trying again is right. */
  private static final int TRIES = 3;

  private final Ports ports;
  private final Checks checks;

  /** Zones and wrong clocks; what is further ahead is a mistake. */
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final InstantSource clock;

  /** What a run reads from and writes to. */
  public record Ports(RowSource source, Warehouse warehouse, Ledger ledger) {}

  public Loader(Ports ports, Checks checks, InstantSource clock) {
    this.ports = ports;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * Loads a delivery. Whatever is wrong with it is told in the report.
   *
   * <p>A delivery of a watched folder that meets a busy table comes back as waiting and leaves no
   * trace in the ledger: its claim stays and is tried again.
   *
   * @throws MappingInvalid when the mapping cannot be used
   * @throws TargetUnavailable when the database is away; nothing is lost, the delivery may come
   *     again
   */
  public RunReport load(LoadRequest request) {
    unhindered(request);
    return run(request, ports.warehouse().nextRun(), Intent.LOAD);
  }

  /**
   * Says what a load would do; writes nothing.
   *
   * @throws MappingInvalid when the mapping cannot be used
   * @throws TargetUnavailable when the database is away
   */
  public RunReport plan(LoadRequest request) {
    unhindered(request);
    return run(request, 0, Intent.PLAN);
  }

  /**
   * Keeps a delivery that no mapping takes in the ledger; nothing is loaded.
   *
   * @throws TargetUnavailable when the database is away; nothing is lost
   */
  RunReport keep(Delivery delivery, Nowhere nowhere) {
    RunReport report = NowhereReport.of(ports.warehouse().nextRun(), delivery, nowhere, clock);
    ports.warehouse().record(report, null);
    return report;
  }

  /** As {@link #keep(Delivery, Nowhere)}, without keeping anything. */
  RunReport told(Delivery delivery, Nowhere nowhere) {
    return NowhereReport.of(0, delivery, nowhere, clock);
  }

  /**
   * Keeps a pull in the ledger that did not bring all its rows; nothing of it is loaded.
   *
   * @param outcome refused, or waiting where the next fire of its schedule tries again by itself
   * @throws TargetUnavailable when PDE's own database is away
   */
  public RunReport keepBroken(LoadRequest request, Issue issue, RunOutcome outcome) {
    RunFrame frame = RunFrame.begin(ports.warehouse().nextRun(), request, Intent.LOAD, clock);
    if (outcome != RunOutcome.WAITING) {
      return keep(frame, frame.refused(issue));
    }
    RunMessages words = frame.messages();
    End end =
        new End(
            RunOutcome.WAITING,
            words.waitsForSource(issue.location().shown()),
            words.sourceAway(issue.message()),
            null);
    // The agency did nothing and can do nothing: it gets no answer.
    return keep(frame, frame.report(end, issue).withAnswer());
  }

  private void unhindered(LoadRequest request) {
    Issue hindrance = checks.hindrance(request.mapping());
    if (hindrance != null) {
      throw new MappingInvalid(hindrance, null);
    }
  }

  private RunReport run(LoadRequest request, long number, Intent intent) {
    RunFrame frame = RunFrame.begin(number, request, intent, clock);
    for (int tried = 1; ; tried++) {
      try {
        if (isEmpty(request.delivery())) {
          RunReport earlier = committedBefore(frame, tried);
          return earlier == null
              ? keep(frame, frame.refused(RunFaults.emptyFile(request.delivery().name())))
              : earlier;
        }
        RunReport report;
        try (Publication publication = ports.warehouse().open(frame.order())) {
          RunReport earlier = committedBefore(frame, tried);
          if (earlier != null) {
            return earlier;
          }
          frame = frame.as(publication.run());
          report = attempt(frame, publication);
        }
        return report.outcome().publishes() ? report : keep(frame, report);
      } catch (TableBusy busy) {
        return keep(frame, waiting(frame, busy));
      } catch (TargetRefused refused) {
        if (!refused.momentary() || tried == TRIES) {
          return keep(frame, frame.failed(refused.issue()));
        }
      } catch (TargetUnavailable lost) {
        if (intent == Intent.PLAN || tried == TRIES) {
          throw lost;
        }
      } catch (MappingInvalid invalid) {
        throw invalid;
      } catch (RuntimeException fault) {
        Stumble.log(frame.run(), fault);
        return keep(frame, frame.failed(told(request.delivery().name(), fault)));
      }
      frame = frame.again(request.listener());
    }
  }

  private static boolean isEmpty(Delivery delivery) {
    return delivery.bytes() == 0 && delivery.form() == Delivery.Form.FILE;
  }

  private RunReport attempt(RunFrame frame, Publication publication) {
    RunReport report = decide(frame, publication);
    if (report.outcome().publishes() && frame.intent() == Intent.LOAD) {
      publication.publish(report);
    }
    return report;
  }

  /**
   * The report of this very run or claim, where its commit came through although nobody heard: the
   * connection was lost, or the process was killed while the server went on. Asked with the table
   * held, so no such commit can still be on its way.
   */
  private @Nullable RunReport committedBefore(RunFrame frame, int tried) {
    if (frame.intent() == Intent.PLAN) {
      return null;
    }
    // A number that is tried for the first time was nobody's before.
    RunReport same = tried == 1 ? null : ports.ledger().run(frame.run());
    if (same != null) {
      return same;
    }
    UUID claim = frame.request().delivery().claim();
    if (claim == null) {
      return null;
    }
    String mapping = frame.request().mapping().id();
    Packed packed = frame.request().delivery().packed();
    return ports.ledger().runsOfClaim(claim).stream()
        .filter(report -> report.mapping().equals(mapping))
        .filter(report -> Objects.equals(report.source().packed(), packed))
        .findFirst()
        .orElse(null);
  }

  private RunReport decide(RunFrame frame, Publication publication) {
    LoadRequest request = frame.request();
    SamePeriod before = KnownPeriod.beforeReading(request);
    RunReport same = before == null ? null : duplicate(frame, publication, before);
    if (same != null) {
      return same;
    }
    RowSource source = ports.source();
    Long rejectsOf = request.rejectsOf();
    if (rejectsOf != null) {
      Long later = publication.laterThan(rejectsOf);
      if (later != null && request.mapping().target().load() == LoadMode.REPLACE) {
        return frame.refused(RunFaults.replaced(request.delivery().name(), rejectsOf, later));
      }
      source = new WaitingRows(source, publication.waiting(rejectsOf), rejectsOf);
    }
    request.listener().reached(RunStep.READING);
    RowTally tally = new RowTally(new TotalsTally(request.mapping(), checks.codes()));
    publication.notes().forEach(tally.issues()::add);
    Checks settled = EvidenceReading.settle(request, ports.source(), checks.begun());
    CheckedDelivery checked = new CheckedDelivery(request, checks.codes(), ports.ledger());
    MarkedRows marked = marked(frame, source);
    new FirstReading(request, settled, publication, tally, checked.watch())
        .read(marked == null ? source : marked);
    Settlement settlement = publication.settle();
    try (Exclusions exclusions = settlement.exclusions()) {
      // Not earlier: until it is settled the connection is busy with the COPY of the rows.
      if (before == null) {
        same = duplicate(frame, publication, new SamePeriod.Of(tally.period()));
        if (same != null) {
          return same;
        }
      }
      new SecondReading(request, settled, publication, tally).read(source, exclusions);
    }
    checked.judge(publication, tally);
    Mark mark = marked == null ? null : marked.mark();
    if (mark != null) {
      publication.mark(mark);
    }
    return new Judgement(frame, publication, ports.ledger()).of(tally, settlement);
  }

  /** The rows with their watermark; null: they are no pull that goes on from one. */
  private @Nullable MarkedRows marked(RunFrame frame, RowSource source) {
    LoadRequest request = frame.request();
    WatermarkSpec spec = request.mapping().source().watermark().orElse(null);
    boolean pull = request.delivery().form() == Delivery.Form.ROWS && request.rejectsOf() == null;
    return spec == null || !pull || frame.intent() == Intent.PLAN
        ? null
        : new MarkedRows(source, spec, clock.instant().plus(CLOCKS_APART));
  }

  /** The report of a duplicate; null: it is none, or is wanted again. */
  private @Nullable RunReport duplicate(RunFrame frame, Publication publication, SamePeriod same) {
    if (frame.request().isForced()) {
      return null;
    }
    Long earlier = publication.duplicateOf(same);
    return earlier == null ? null : duplicate(frame, earlier);
  }

  private RunReport duplicate(RunFrame frame, long earlier) {
    RunReport report = ports.ledger().run(earlier);
    String now = frame.request().mapping().text().sha256();
    SameMapping same =
        report == null || report.mappingSha256().equals(now) ? SameMapping.YES : SameMapping.NO;
    Text message = frame.messages().duplicate(earlier, same);
    return frame.report(new End(RunOutcome.DUPLICATE, null, message, earlier), null);
  }

  private static RunReport waiting(RunFrame frame, TableBusy busy) {
    long holder = busy.holder();
    RunMessages words = frame.messages();
    return frame.report(
        new End(
            RunOutcome.WAITING,
            words.waitsFor(holder),
            words.busy(holder),
            holder == 0 ? null : holder),
        busy.issue());
  }

  /** A full disk or a locked folder has words of its own; anything else is PDE's stumbling. */
  private static Issue told(String delivery, RuntimeException fault) {
    Issue ofFile = FileFaults.of(fault);
    return ofFile == null ? RunFaults.broken(delivery, fault.getClass().getSimpleName()) : ofFile;
  }

  /** Keeps a run that publishes nothing. */
  private RunReport keep(RunFrame frame, RunReport report) {
    boolean comesAgain = (report.busy() || report.outOfSpace()) && report.source().claim() != null;
    if (frame.intent() == Intent.LOAD && !comesAgain) {
      ports.warehouse().record(report, frame.request().mapping());
    }
    return report;
  }
}

package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Order;
import id.pde.run.Warehouse.Order.Late;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What stands about a run from its first moment, and the making of its report. */
record RunFrame(
    long run, LoadRequest request, Intent intent, Instant started, InstantSource clock) {

  /** How a run ends: the words, and the run it has to do with. */
  record End(RunOutcome outcome, @Nullable Text waitsFor, Text message, @Nullable Long related) {}

  static RunFrame begin(long run, LoadRequest request, Intent intent, InstantSource clock) {
    OrderedSteps steps = new OrderedSteps(request.listener());
    return new RunFrame(run, request.to(steps), intent, now(clock), clock);
  }

  /** A second try tells its steps anew. */
  RunFrame again(RunListener listener) {
    return new RunFrame(run, request.to(new OrderedSteps(listener)), intent, started, clock);
  }

  /** The same run under the number that its publication has. */
  RunFrame as(long number) {
    return number == run ? this : new RunFrame(number, request, intent, started, clock);
  }

  Order order() {
    return new Order(
        run,
        request.rejectsOf() == null ? request.mapping() : added(request.mapping()),
        request.delivery().sha256(),
        intent,
        request.choices().patience(),
        request.listener(),
        request.rejectsOf(),
        request.isForced() ? Late.LOADED : Late.FILTERED);
  }

  /** Rows that waited join those of their delivery: a table is not replaced by them. */
  private static Mapping added(Mapping mapping) {
    TargetSpec target = mapping.target();
    LoadMode load = target.key().isEmpty() ? LoadMode.APPEND : LoadMode.MERGE;
    return target.load() == LoadMode.REPLACE ? mapping.with(target.with(load)) : mapping;
  }

  RunMessages messages() {
    return new RunMessages(run, request.mapping(), intent);
  }

  RunReport report(End end, RowTally tally, Counts counts) {
    Mapping mapping = request.mapping();
    Delivery delivery = request.delivery();
    RunReport report =
        new RunReport(
            run,
            end.outcome(),
            end.waitsFor(),
            mapping.id(),
            mapping.text().sha256(),
            mapping.agency(),
            mapping.target().table(),
            delivery.source(),
            tally.period() == null ? request.choices().period() : tally.period(),
            counts,
            tally.filteredByReason(),
            tally.issues().counts(),
            tally.issues().details(),
            end.message(),
            started,
            now(clock),
            request.isForced(),
            end.related(),
            false,
            tally.issues().unmatched(this::list),
            tally.checks(),
            RunReport.Undo.NONE);
    boolean stands = end.outcome().publishes() || end.outcome() == RunOutcome.WAITING;
    return stands ? report.with(tally.totals()) : report;
  }

  /** Nobody is asked about values whose rows are rejected for good. */
  private @Nullable String list(String column) {
    int at = request.mapping().column(column);
    ColumnSpec spec = at < 0 ? null : request.mapping().columns().get(at);
    return spec != null
            && spec.policies().unknown() != UnknownCode.REJECT
            && spec.type() instanceof CodeType code
        ? code.list()
        : null;
  }

  /** A refusal before there is anything to count. */
  RunReport refused(Issue issue) {
    return report(
        new End(RunOutcome.REFUSED, null, messages().refused(issue.message()), null), issue);
  }

  /** A failure that is not the delivery's. */
  RunReport failed(Issue issue) {
    return report(
        new End(RunOutcome.FAILED, null, messages().failed(issue.message()), null), issue);
  }

  /** A report about a run that came to no rows. */
  RunReport report(End end, @Nullable Issue issue) {
    RowTally tally = new RowTally();
    if (issue != null) {
      tally.issues().add(issue);
    }
    return report(end, tally, Counts.NONE);
  }

  /** PostgreSQL keeps microseconds; a report must not change on its way through the ledger. */
  static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

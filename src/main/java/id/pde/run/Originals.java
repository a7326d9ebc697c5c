package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ledger whose rejected rows have the values that were delivered: the archived delivery is read
 * again for them. For the sender's own answer, and for those who may read the archive. A row that
 * does not come out of the archive any more (it is gone, or the mapping reads it otherwise now)
 * stays redacted.
 */
public final class Originals implements Ledger {

  /** Rows that wait for their values at a time; the delivery is read once for each such batch. */
  private static final int BATCH = 10_000;

  private final Ledger ledger;
  private final Ports ports;

  /**
   * What it reads with.
   *
   * @param mappings gives a usable mapping by its id; null: there is none
   */
  public record Ports(
      RowSource source, Archive archive, Function<String, @Nullable Mapping> mappings) {}

  public Originals(Ledger ledger, Ports ports) {
    this.ledger = ledger;
    this.ports = ports;
  }

  @Override
  public void rejects(long run, Consumer<RejectedRow> taker) {
    rows(run, ledger::rejects, taker);
  }

  @Override
  public void rejected(long run, Consumer<RejectedRow> taker) {
    rows(run, ledger::rejected, taker);
  }

  private void rows(
      long run, BiConsumer<Long, Consumer<RejectedRow>> stored, Consumer<RejectedRow> taker) {
    RunReport report = ledger.run(run);
    Mapping mapping = report == null ? null : ports.mappings().apply(report.mapping());
    if (report == null || mapping == null) {
      stored.accept(run, taker);
      return;
    }
    List<RejectedRow> batch = new ArrayList<>();
    stored.accept(
        run,
        row -> {
          batch.add(row);
          if (batch.size() == BATCH) {
            give(new Reading(report, mapping), batch, taker);
          }
        });
    give(new Reading(report, mapping), batch, taker);
  }

  private record Reading(RunReport report, Mapping mapping) {}

  private void give(Reading reading, List<RejectedRow> batch, Consumer<RejectedRow> taker) {
    Wanted wanted = new Wanted(batch);
    if (!wanted.missing.isEmpty()) {
      try {
        Delivery kept = ports.archive().find(reading.report.source());
        UUID claim = reading.report.source().claim();
        boolean known = !kept.folder().isEmpty() || claim == null;
        Delivery delivery = known ? kept : kept.in(reading.report.agency());
        ports.source().read(delivery, reading.mapping, wanted);
      } catch (Enough all) {
        // Every row has been seen.
      } catch (SourceUnreadable | LimitExceeded | UncheckedIOException unreadable) {
        // What was found up to here is right; the rest stays redacted.
      }
    }
    batch.forEach(row -> taker.accept(wanted.found.getOrDefault(row.ordinal(), row)));
    batch.clear();
  }

  /** Everything that was wanted is found. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Takes the rows that are redacted, by their ordinals; place and headings must be the same. */
  private static final class Wanted implements RowVisitor {

    private final Map<Long, RejectedRow> missing = new HashMap<>();
    private final Map<Long, RejectedRow> found = new HashMap<>();

    Wanted(List<RejectedRow> rows) {
      for (RejectedRow row : rows) {
        if (row.values().contains(Issue.REDACTED)) {
          missing.put(row.ordinal(), row);
        }
      }
    }

    @Override
    public void table(Header header) {
      // Each row knows its own.
    }

    @Override
    public void row(Row row) {
      take(row);
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      take(row);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      // Not in the quarantine.
    }

    @Override
    public void note(Issue issue) {
      // Told when it was loaded.
    }

    private void take(Row row) {
      RejectedRow kept = missing.remove(row.ordinal());
      if (kept == null) {
        return;
      }
      List<String> headings = row.header().fields().stream().map(Field::heading).toList();
      if (kept.place().equals(row.location(-1).shown()) && kept.headings().equals(headings)) {
        List<String> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
          String text = row.text(i);
          values.add(text == null ? "" : text);
        }
        found.put(
            row.ordinal(),
            new RejectedRow(row.ordinal(), kept.place(), headings, values, kept.issues()));
      }
      if (missing.isEmpty()) {
        throw new Enough();
      }
    }
  }

  @Override
  public List<RunReport> runs(Filter filter) {
    return ledger.runs(filter);
  }

  @Override
  public @Nullable RunReport run(long run) {
    return ledger.run(run);
  }

  @Override
  public List<RunReport> runsOfClaim(UUID claim) {
    return ledger.runsOfClaim(claim);
  }

  @Override
  public List<RunReport> unanswered() {
    return ledger.unanswered();
  }

  @Override
  public void answered(long run) {
    ledger.answered(run);
  }
}

package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.model.Counts;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.RunOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One table in memory, keyed by the first column, with its ledger; what is published is at once
 * there.
 */
public final class FakeWarehouse implements Warehouse, Ledger {

  public final Map<String, List<String>> table = new LinkedHashMap<>();
  public final Map<Long, RunReport> ledger = new LinkedHashMap<>();
  public final Map<Long, List<RejectedRow>> quarantine = new HashMap<>();

  /** Thrown, one after the other, when a publication is opened. */
  final Deque<RuntimeException> whenOpened = new ArrayDeque<>();

  /** Thrown, one after the other, when a publication is published. */
  final Deque<RuntimeException> whenPublished = new ArrayDeque<>();

  /** Thrown, one after the other, after a publication was published. */
  final Deque<RuntimeException> afterPublished = new ArrayDeque<>();

  /** Of every accepted row, in reading order; a dash where there is none. */
  final List<String> periods = new ArrayList<>();

  /** Added to what settle counts as inserted. */
  long miscount;

  long numbers;

  @Override
  public long nextRun() {
    return ++numbers;
  }

  @Override
  public Publication open(Order order) {
    throwNext(whenOpened);
    order.listener().reached(RunStep.LOCKED);
    return new FakePublication(order);
  }

  @Override
  public void record(RunReport report, @Nullable Mapping mapping) {
    ledger.put(report.run(), report);
  }

  @Override
  public List<RunReport> runs(Filter filter) {
    return List.copyOf(ledger.values());
  }

  @Override
  public @Nullable RunReport run(long run) {
    return ledger.get(run);
  }

  @Override
  public List<RunReport> runsOfClaim(UUID claim) {
    return ledger.values().stream()
        .filter(report -> claim.equals(report.source().claim()))
        .toList();
  }

  @Override
  public List<RunReport> unanswered() {
    return ledger.values().stream().filter(report -> !report.answered()).toList();
  }

  @Override
  public void answered(long run) {
    ledger.computeIfPresent(run, (number, report) -> report.withAnswer());
  }

  @Override
  public void rejects(long run, Consumer<RejectedRow> taker) {
    quarantine.getOrDefault(run, List.of()).forEach(taker);
  }

  private static boolean isSame(@Nullable Period period, SamePeriod same) {
    return !(same instanceof SamePeriod.Of of) || Objects.equals(period, of.period());
  }

  private static void throwNext(Deque<RuntimeException> faults) {
    RuntimeException fault = faults.poll();
    if (fault != null) {
      throw fault;
    }
  }

  private final class FakePublication implements Publication {

    private final Order order;
    private final List<Record> accepted = new ArrayList<>();
    private final Map<String, List<String>> merged = new LinkedHashMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    FakePublication(Order order) {
      this.order = order;
    }

    @Override
    public long run() {
      return order.run();
    }

    @Override
    public @Nullable Long duplicateOf(SamePeriod same) {
      return ledger.values().stream()
          .filter(
              report ->
                  report.outcome() == RunOutcome.LOADED
                      || report.outcome() == RunOutcome.LOADED_WITH_REJECTS)
          .filter(report -> report.source().sha256().equals(order.sha256()))
          .filter(report -> report.mapping().equals(order.mapping().id()))
          .filter(report -> isSame(report.period(), same))
          .map(RunReport::run)
          .findFirst()
          .orElse(null);
    }

    @Override
    public List<WaitingRow> waiting(long run) {
      return List.of();
    }

    @Override
    public @Nullable Long laterThan(long run) {
      return null;
    }

    @Override
    public void accept(
        Outcome.Accepted outcome, @Nullable Period period, List<@Nullable Long> marks) {
      periods.add(period == null ? "-" : period.text());
      accepted.add(outcome.record());
    }

    @Override
    public void reject(Outcome.Rejected outcome) {
      rejected.add(
          new RejectedRow(
              outcome.row().ordinal(),
              outcome.row().location(-1).shown(),
              outcome.row().header().fields().stream().map(field -> field.heading()).toList(),
              IntStream.range(0, outcome.row().size())
                  .mapToObj(outcome.row()::text)
                  .map(text -> text == null ? "" : text)
                  .toList(),
              outcome.issues()));
    }

    @Override
    public Settlement settle() {
      order.listener().reached(RunStep.COPIED);
      TargetSpec target = order.mapping().target();
      Map<String, List<Record>> byKey = new LinkedHashMap<>();
      accepted.forEach(
          record -> byKey.computeIfAbsent(key(record), key -> new ArrayList<>()).add(record));
      List<Exclusion> exclusions = new ArrayList<>();
      byKey.forEach((key, records) -> verdict(target, key, records, exclusions));
      exclusions.sort((left, right) -> Long.compare(left.ordinal(), right.ordinal()));
      Counts counts = counts(target);
      order.listener().reached(RunStep.SETTLED);
      return new Settlement(counts, table.size(), walk(exclusions.iterator()));
    }

    private void verdict(
        TargetSpec target, String key, List<Record> records, List<Exclusion> exclusions) {
      List<Record> different = new ArrayList<>();
      for (Record record : records) {
        Record equal =
            different.stream()
                .filter(earlier -> values(earlier).equals(values(record)))
                .findFirst()
                .orElse(null);
        if (equal == null) {
          different.add(record);
        } else {
          exclusions.add(
              new Exclusion(
                  record.row().ordinal(), Exclusion.Why.REPEATED_EQUAL, equal.row().ordinal()));
        }
      }
      Record kept =
          target.repeated() == Repeated.LAST
              ? different.get(different.size() - 1)
              : different.get(0);
      boolean none = different.size() > 1 && target.repeated() == Repeated.REJECT;
      for (Record record : different) {
        if (none || record != kept) {
          Record other = record == kept ? different.get(1) : kept;
          exclusions.add(
              new Exclusion(
                  record.row().ordinal(), Exclusion.Why.REPEATED_KEY, other.row().ordinal()));
        }
      }
      if (none) {
        return;
      }
      if (target.load() == LoadMode.APPEND && table.containsKey(key)) {
        exclusions.add(new Exclusion(kept.row().ordinal(), Exclusion.Why.KEY_EXISTS, 0));
        return;
      }
      merged.put(key, values(kept));
    }

    private Counts counts(TargetSpec target) {
      long inserted = merged.keySet().stream().filter(key -> !table.containsKey(key)).count();
      long unchanged =
          merged.entrySet().stream()
              .filter(entry -> entry.getValue().equals(table.get(entry.getKey())))
              .count();
      long deleted =
          target.load() == LoadMode.REPLACE
              ? table.keySet().stream().filter(key -> !merged.containsKey(key)).count()
              : 0;
      long updated = merged.size() - inserted - unchanged;
      return new Counts(
          0, merged.size(), 0, 0, inserted + miscount, updated, unchanged, deleted, 0);
    }

    @Override
    public void publish(RunReport report) {
      throwNext(whenPublished);
      order.listener().reached(RunStep.MERGED);
      order.listener().reached(RunStep.QUARANTINED);
      order.listener().reached(RunStep.RECORDED);
      if (order.mapping().target().load() == LoadMode.REPLACE) {
        table.keySet().retainAll(merged.keySet());
      }
      table.putAll(merged);
      quarantine.put(report.run(), List.copyOf(rejected));
      ledger.put(report.run(), report);
      order.listener().reached(RunStep.COMMITTED);
      throwNext(afterPublished);
    }

    @Override
    public void close() {
      // Nothing was written before publish.
    }
  }

  private static String key(Record record) {
    return String.valueOf(record.value(0));
  }

  private static List<String> values(Record record) {
    return IntStream.range(0, record.size())
        .mapToObj(column -> String.valueOf(record.value(column)))
        .toList();
  }

  private static Exclusions walk(Iterator<Exclusion> exclusions) {
    return new Exclusions() {
      @Override
      public @Nullable Exclusion next() {
        return exclusions.hasNext() ? exclusions.next() : null;
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    };
  }
}

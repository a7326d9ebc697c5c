package id.pde.run;

import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a table should hold, as simply as it can be said: the loads that stand, one after the other,
 * each with all that its delivery claimed, whether that was new or not. A whole delivery claims
 * that there is nothing else.
 */
final class TableModel {

  /** How many columns from the first on are the key; 0: there is none. */
  private final int key;

  private final TreeMap<Long, Load> loads = new TreeMap<>();

  /** Which load a run brought, or has to do with in the end. */
  private final Map<Long, Long> bottoms = new HashMap<>();

  TableModel(int key) {
    this.key = key;
  }

  /** A row: its values, written behind each other. */
  record Row(List<String> values) {
    Row {
      values = List.copyOf(values);
    }

    List<String> key(int width) {
      return values.subList(0, width);
    }
  }

  private static final class Load {
    final List<Row> claims;
    final boolean whole;
    final boolean confirms;
    boolean stands = true;

    Load(List<Row> claims, boolean whole, boolean confirms) {
      this.claims = claims;
      this.whole = whole;
      this.confirms = confirms;
    }
  }

  /** The rows that count, and the counts. */
  record Verdict(List<Row> accepted, Counts counts) {}

  /** What stands, each row as often as it does. */
  Map<Row, Integer> state() {
    Map<List<String>, Row> keyed = new LinkedHashMap<>();
    Map<Row, Integer> bag = new HashMap<>();
    for (Load load : loads.values()) {
      if (!load.stands) {
        continue;
      }
      if (load.whole) {
        keyed.clear();
        bag.clear();
      }
      for (Row row : load.claims) {
        if (key == 0) {
          bag.merge(row, 1, Integer::sum);
        } else {
          keyed.put(row.key(key), row);
        }
      }
    }
    keyed.values().forEach(row -> bag.merge(row, 1, Integer::sum));
    return bag;
  }

  Verdict judge(List<Row> delivery, LoadMode mode) {
    Map<Row, Integer> before = state();
    return key == 0 ? judgeBag(delivery, mode, before) : judgeKeyed(delivery, mode, before);
  }

  private static Verdict judgeBag(List<Row> delivery, LoadMode mode, Map<Row, Integer> before) {
    long unchanged = 0;
    long deleted = 0;
    if (mode == LoadMode.REPLACE) {
      Map<Row, Integer> left = new HashMap<>(before);
      for (Row row : delivery) {
        if (left.merge(row, -1, Integer::sum) >= 0) {
          unchanged++;
        }
      }
      deleted = left.values().stream().filter(count -> count > 0).mapToLong(count -> count).sum();
    }
    int read = delivery.size();
    return new Verdict(
        delivery, new Counts(read, read, 0, 0, read - unchanged, 0, unchanged, deleted, 0));
  }

  private Verdict judgeKeyed(List<Row> delivery, LoadMode mode, Map<Row, Integer> before) {
    Map<List<String>, Row> there = new HashMap<>();
    before.keySet().forEach(row -> there.put(row.key(key), row));
    Map<List<String>, Set<Row>> variants = new LinkedHashMap<>();
    delivery.forEach(
        row -> variants.computeIfAbsent(row.key(key), any -> new LinkedHashSet<>()).add(row));
    List<Row> accepted = new ArrayList<>();
    long inserted = 0;
    long updated = 0;
    int rejected = 0;
    for (Set<Row> same : variants.values()) {
      Row row = same.iterator().next();
      Row old = there.get(row.key(key));
      if (same.size() > 1 || (mode == LoadMode.APPEND && old != null)) {
        rejected += same.size();
        continue;
      }
      accepted.add(row);
      if (old == null) {
        inserted++;
      } else if (!old.equals(row)) {
        updated++;
      }
    }
    long distinct = new HashSet<>(delivery).size();
    long deleted = mode == LoadMode.REPLACE ? lacking(there, accepted) : 0;
    Counts counts =
        new Counts(
            delivery.size(),
            accepted.size(),
            rejected,
            delivery.size() - distinct,
            inserted,
            updated,
            accepted.size() - inserted - updated,
            deleted,
            0);
    return new Verdict(accepted, counts);
  }

  private long lacking(Map<List<String>, Row> there, List<Row> accepted) {
    Set<List<String>> keys = new HashSet<>(there.keySet());
    accepted.forEach(row -> keys.remove(row.key(key)));
    return keys.size();
  }

  void load(long run, Verdict verdict, LoadMode mode) {
    boolean confirms = verdict.counts().unchanged() > 0;
    loads.put(run, new Load(verdict.accepted(), mode == LoadMode.REPLACE, confirms));
    bottoms.put(run, run);
  }

  /** Takes a run back; in the end one load falls, or rises. */
  void undo(long run, long by) {
    long bottom = Objects.requireNonNull(bottoms.get(run));
    Load load = Objects.requireNonNull(loads.get(bottom));
    load.stands = !load.stands;
    bottoms.put(by, bottom);
  }

  /** Whether a load that stands said of rows that they are there already, at or after this one. */
  boolean isConfirmed(long run) {
    long bottom = Objects.requireNonNull(bottoms.get(run));
    return loads.tailMap(bottom).entrySet().stream()
        .anyMatch(
            load ->
                load.getValue().confirms && (load.getValue().stands || load.getKey() == bottom));
  }
}

package id.pde.run.erase;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Outcome;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.normalise.protect.Canonical;
import id.pde.normalise.protect.Pseudonyms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a row has to do with somebody who was, or is to be, erased. One thread at a time.
 *
 * <p>Whose row it is say the columns of the identifier's type that belong to the key; where none
 * does, the first of that type. Another column of the type speaks of somebody else's relation: the
 * row stays, the value goes. A mapping without such a column, or a row where it has no value, goes
 * by whole cells.
 */
public final class RowJudge {

  /** What is looked for. */
  interface Wanted {
    Set<String> kinds();

    boolean has(String kind, String text);
  }

  /** What a row has to do with it. */
  enum Verdict {
    OTHER,
    /** A column that is not about the row itself names it. */
    NAMED,
    /** It is its row. */
    ITS_OWN
  }

  /** The columns of a mapping for one sort of identifier. */
  private record Columns(Identity identity, List<Integer> own, List<Integer> others) {}

  private record Key(String kind, List<Integer> columns) {}

  private final Mapping mapping;
  private final Wanted wanted;
  private final Pseudonyms pseudonyms;
  private final List<Columns> persons = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  private RowJudge(Mapping mapping, Wanted wanted, Pseudonyms pseudonyms) {
    this.mapping = mapping;
    this.wanted = wanted;
    this.pseudonyms = pseudonyms;
  }

  static RowJudge of(Mapping mapping, Wanted wanted, Pseudonyms pseudonyms) {
    RowJudge judge = new RowJudge(mapping, wanted, pseudonyms);
    for (String kind : wanted.kinds()) {
      if (kind.startsWith(Subject.ROW)) {
        judge.addKey(kind);
      } else {
        Identity.of(kind).ifPresent(identity -> judge.persons.add(columns(mapping, identity)));
      }
    }
    return judge;
  }

  private void addKey(String kind) {
    int end = kind.lastIndexOf(' ');
    List<Integer> columns = new ArrayList<>();
    for (String name : kind.substring(end + 1).split(",", -1)) {
      columns.add(mapping.column(name));
    }
    boolean same = kind.startsWith(Subject.ROW + mapping.target().table() + " ");
    if (same && !columns.contains(-1)) {
      keys.add(new Key(kind, columns));
    }
  }

  private static Columns columns(Mapping mapping, Identity identity) {
    Set<String> key = new HashSet<>(mapping.target().key());
    key.addAll(mapping.target().terms().otherKey());
    List<Integer> own = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      ColumnSpec column = mapping.columns().get(i);
      if (identity.isOf(column)) {
        (key.contains(column.name()) ? own : others).add(i);
      }
    }
    if (own.isEmpty() && !others.isEmpty()) {
      own.add(others.remove(0));
    }
    // What cannot be left out of a row takes the row with it.
    for (int other : List.copyOf(others)) {
      if (mapping.columns().get(other).required()) {
        others.remove(Integer.valueOf(other));
        own.add(other);
      }
    }
    return new Columns(identity, own, others);
  }

  /** The names of the columns that say whose row it is. */
  static List<String> own(Mapping mapping, Identity identity) {
    return columns(mapping, identity).own().stream()
        .map(column -> mapping.columns().get(column).name())
        .toList();
  }

  /** What becomes of a row that is loaded. */
  public Outcome obeyed(Row row, @Nullable Object[] values, Outcome outcome) {
    return switch (judge(row, values)) {
      case OTHER -> outcome;
      case ITS_OWN -> new Outcome.Filtered(row, FilterReason.ERASED);
      case NAMED ->
          outcome instanceof Outcome.Accepted accepted
              ? new Outcome.Accepted(without(accepted.record(), values), accepted.issues())
              : outcome;
    };
  }

  private Record without(Record record, @Nullable Object[] values) {
    @Nullable Object[] left = new @Nullable Object[record.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = record.value(i);
    }
    for (Columns person : persons) {
      for (int column : person.others()) {
        if (has(person.identity(), values[column])) {
          left[column] = null;
        }
      }
    }
    return new Record(record.row(), left);
  }

  /**
   * The verdict over a row.
   *
   * @param values what was read of it, in the order of the mapping, before it was protected; empty:
   *     nobody read it
   */
  Verdict judge(Row row, @Nullable Object[] values) {
    Verdict verdict = Verdict.OTHER;
    for (Columns person : persons) {
      Verdict one = judge(person, row, values);
      verdict = one.compareTo(verdict) > 0 ? one : verdict;
    }
    return keys.stream().anyMatch(key -> matches(key, values)) ? Verdict.ITS_OWN : verdict;
  }

  private Verdict judge(Columns person, Row row, @Nullable Object[] values) {
    boolean read = false;
    if (values.length > 0) {
      for (int column : person.own()) {
        read |= values[column] != null;
        if (has(person.identity(), values[column])) {
          return Verdict.ITS_OWN;
        }
      }
    }
    if (!read && inWholeCell(person.identity(), row)) {
      return Verdict.ITS_OWN;
    }
    for (int column : person.others()) {
      if (values.length > 0 && has(person.identity(), values[column])) {
        return Verdict.NAMED;
      }
    }
    return Verdict.OTHER;
  }

  private boolean has(Identity identity, @Nullable Object value) {
    return value != null && wanted.has(identity.word(), Canonical.text(value));
  }

  private boolean inWholeCell(Identity identity, Row row) {
    for (int i = 0; i < row.size(); i++) {
      String text = row.text(i);
      if (text != null
          && identity.whole(text).filter(one -> wanted.has(identity.word(), one)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(Key key, @Nullable Object[] values) {
    if (values.length == 0) {
      return false;
    }
    List<String> clear = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (int column : key.columns()) {
      Object value = values[column];
      if (value == null) {
        return false;
      }
      ColumnSpec spec = mapping.columns().get(column);
      String text = Canonical.text(value);
      clear.add(text);
      boolean hides = spec.protect() == Protect.HMAC && pseudonyms.keyId().isPresent();
      named.add(hides ? pseudonyms.naming().of(Canonical.kind(spec), text) : text);
    }
    return wanted.has(key.kind(), String.join(Subject.BETWEEN, clear))
        || (!named.equals(clear) && wanted.has(key.kind(), String.join(Subject.BETWEEN, named)));
  }
}

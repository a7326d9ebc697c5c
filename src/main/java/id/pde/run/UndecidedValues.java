package id.pde.run;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.codes.Suggestion;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What people have to decide about code lists, from the queue and the lists as they are now. */
public final class UndecidedValues {

  private final MappingFolder folder;

  public UndecidedValues(MappingFolder folder) {
    this.folder = folder;
  }

  private record Key(String list, String value, List<String> levels) {}

  private static final class Gathered {
    private final String value;
    private final Set<String> agencies = new TreeSet<>();
    private final Set<String> columns = new TreeSet<>();
    private final Set<Long> runs = new LinkedHashSet<>();
    private long rows;
    private long waiting;

    Gathered(String value) {
      this.value = value;
    }
  }

  /** By list, then the most frequent first. */
  public List<Undecided> of(CodeQueue queue) {
    Map<Key, Gathered> gathered = new LinkedHashMap<>();
    for (Unmatched.Waiting waiting : queue.waiting()) {
      Unmatched one = waiting.unmatched();
      String folded = one.value().toLowerCase(Locale.ROOT);
      Key key = new Key(one.list(), folded, levels(waiting.mapping(), one.column()));
      Gathered all = gathered.computeIfAbsent(key, fresh -> new Gathered(one.value()));
      all.rows += one.rows();
      all.waiting += one.waits() ? one.rows() : 0;
      all.agencies.add(waiting.agency());
      all.columns.add(waiting.mapping() + "." + one.column());
      all.runs.add(waiting.run());
    }
    List<Undecided> undecided = new ArrayList<>();
    gathered.forEach((key, all) -> undecided.add(undecided(key, all)));
    undecided.sort(
        (left, right) ->
            left.list().equals(right.list())
                ? Long.compare(right.rows(), left.rows())
                : left.list().compareTo(right.list()));
    return undecided;
  }

  private List<String> levels(String mapping, String column) {
    Mapping known = folder.mappings().get(mapping);
    int at = known == null ? -1 : known.column(column);
    return at >= 0 && known != null && known.columns().get(at).type() instanceof CodeType code
        ? code.narrowing().levels()
        : List.of();
  }

  private Undecided undecided(Key key, Gathered all) {
    CodeList list = folder.codes().find(key.list);
    Question question = new Question(all.value, key.levels, null, null, null);
    Code known = null;
    List<Suggestion> like = List.of();
    if (list != null) {
      known = list.look(question) instanceof Lookup.Found found ? found.code() : null;
      like = known == null ? list.suggest(question) : List.of();
    }
    return new Undecided(
        key.list,
        all.value,
        key.levels,
        all.rows,
        all.waiting,
        all.agencies,
        all.columns,
        List.copyOf(all.runs),
        known,
        like);
  }
}

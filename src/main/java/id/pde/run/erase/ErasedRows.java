package id.pde.run.erase;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.normalise.protect.HmacKey;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.normalise.protect.Pseudonyms.Naming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks about erased subjects. Where there are no tombstones, nothing is done to any row.
 */
public class ErasedRows {

  /** Nobody was erased. */
  public static final ErasedRows NONE = new ErasedRows(List::of, id -> Optional.empty());

  private final Supplier<List<Tombstone>> tombstones;
  private final Function<String, Optional<HmacKey>> keys;

  /**
   * @param tombstones those that stand
   * @param keys gives a key by its id, also one that is in use no more
   */
  public ErasedRows(
      Supplier<List<Tombstone>> tombstones, Function<String, Optional<HmacKey>> keys) {
    this.tombstones = tombstones;
    this.keys = keys;
  }

  /** Looks for one subject that is known. */
  static ErasedRows looking(Subject subject) {
    RowJudge.Wanted wanted = new Known(subject);
    return new ErasedRows(List::of, id -> Optional.empty()) {
      @Override
      public RowJudge judge(Mapping mapping, Pseudonyms pseudonyms) {
        return RowJudge.of(mapping, wanted, pseudonyms);
      }
    };
  }

  private record Known(Subject subject) implements RowJudge.Wanted {
    @Override
    public Set<String> kinds() {
      return Set.of(subject.kind());
    }

    @Override
    public boolean has(String kind, String text) {
      return subject.kind().equals(kind) && subject.text().equals(text);
    }
  }

  /** The same, with the tombstones of this moment. */
  public ErasedRows settled() {
    List<Tombstone> read = tombstones.get();
    return read.isEmpty() ? NONE : new ErasedRows(() -> read, keys);
  }

  /** Tells rows of erased subjects from others; null: the mapping can have none. */
  public @Nullable RowJudge judge(Mapping mapping, Pseudonyms pseudonyms) {
    List<Tombstone> concerned = concerned(mapping);
    return concerned.isEmpty()
        ? null
        : RowJudge.of(mapping, new Hashed(concerned, keys), pseudonyms);
  }

  /** Why rows cannot be told from erased ones; null: they can. */
  public @Nullable Issue hindrance(Mapping mapping) {
    return concerned(mapping).stream()
        .map(Tombstone::key)
        .filter(id -> keys.apply(id).isEmpty())
        .findFirst()
        .map(EraseFaults::keyGone)
        .orElse(null);
  }

  private List<Tombstone> concerned(Mapping mapping) {
    String own = Subject.ROW + mapping.target().table() + " ";
    return tombstones.get().stream()
        .filter(one -> !one.kind().startsWith(Subject.ROW) || one.kind().startsWith(own))
        .toList();
  }

  /** Knows hashes only. One thread at a time. */
  private static final class Hashed implements RowJudge.Wanted {

    private final Map<String, Set<String>> hashes = new HashMap<>();
    private final Map<String, Map<String, Naming>> namings = new HashMap<>();

    Hashed(List<Tombstone> tombstones, Function<String, Optional<HmacKey>> keys) {
      for (Tombstone one : tombstones) {
        hashes.computeIfAbsent(one.kind(), kind -> new HashSet<>()).add(one.hash());
        Map<String, Naming> ofKind = namings.computeIfAbsent(one.kind(), kind -> new HashMap<>());
        if (!ofKind.containsKey(one.key())) {
          keys.apply(one.key()).ifPresent(key -> ofKind.put(one.key(), key.naming()));
        }
      }
    }

    @Override
    public Set<String> kinds() {
      return hashes.keySet();
    }

    @Override
    public boolean has(String kind, String text) {
      Set<String> known = hashes.getOrDefault(kind, Set.of());
      String hashed = Tombstone.hashed(kind);
      for (Naming naming : namings.getOrDefault(kind, Map.of()).values()) {
        if (known.contains(naming.of(hashed, text))) {
          return true;
        }
      }
      return false;
    }
  }
}

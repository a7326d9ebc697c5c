package id.pde.run.erase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an erased subject out: its kind, and a hash of its value under the key of pseudonyms, from
 * which nobody without the key can tell the value.
 *
 * @param hash {@code <key id>:<32 hex digits>}
 */
public record Tombstone(String kind, String hash) {

  /** Parts the kinds of tombstones from those of pseudonyms: the two never join. */
  private static final String APART = "erased ";

  /** The kind under which the hash is made. */
  static String hashed(String kind) {
    return APART + kind;
  }

  /** The id of the key. */
  public String key() {
    return hash.substring(0, Math.max(hash.indexOf(':'), 0));
  }

  /** That a tombstone was laid, or lifted. */
  public record Event(Tombstone tombstone, State state, Instant at) {}

  /** Whether it counts. */
  public enum State {
    LAID,
    LIFTED
  }

  /** Those that stand, whoever remembers them: of each the last word counts. */
  public static List<Tombstone> standing(List<Event> events) {
    Map<String, Event> last = new LinkedHashMap<>();
    List<Event> ordered = new ArrayList<>(events);
    ordered.sort(Comparator.comparing(Event::at));
    ordered.forEach(event -> last.put(event.tombstone().hash(), event));
    return last.values().stream()
        .filter(event -> event.state() == State.LAID)
        .map(Event::tombstone)
        .toList();
  }
}

package id.pde.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load does to the rows of its table, by examples; how many they are is in the counts.
 *
 * @param columns how many rows of the changed ones differ in a column, by its name
 */
public record Changes(
    List<Change> added, List<Change> changed, List<Change> deleted, Map<String, Long> columns) {

  public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), Map.of());

  /** So many of each are shown. */
  public static final int EXAMPLES = 10;

  public Changes {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    deleted = List.copyOf(deleted);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * A row.
   *
   * @param key its values by column; those that not everybody may see are {@link
   *     id.pde.model.Issue#REDACTED}
   * @param place in the delivery; of a deleted row, in the delivery that brought it
   * @param run that brought the row as it stands; null: this delivery adds it
   */
  public record Change(
      Map<String, String> key, String place, @Nullable Long run, List<Difference> differences) {
    public Change {
      key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
      differences = List.copyOf(differences);
    }
  }

  /** A value that changes, as far as everybody may see it; null: none. */
  public record Difference(String column, @Nullable String before, @Nullable String after) {}
}

package id.pde.run.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row is asked for.
 *
 * @param table with or without {@code mart.}, {@code warehouse.} or {@code history.}
 * @param key its values in the order of the key's columns, or as {@code column=value}
 * @param place for tables without a key; null: the key says it
 */
public record Question(
    String table, List<String> key, RowVersions.@Nullable Place place, Sight sight) {

  public Question {
    key = List.copyOf(key);
  }

  /** What of personal values is shown. */
  public enum Sight {
    /** Nothing. */
    REDACTED,
    /** All that the archive and the table hold; whoever may read the archive may see it. */
    FROM_ARCHIVE
  }
}

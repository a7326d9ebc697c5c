package id.pde.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the records go and how they meet what is there. */
public record TargetSpec(
    String table, List<String> key, LoadMode load, Repeated repeated, Terms terms) {

  public TargetSpec {
    key = List.copyOf(key);
  }

  /** A target without terms of its own. */
  public TargetSpec(String table, List<String> key, LoadMode load, Repeated repeated) {
    this(table, key, load, repeated, Terms.NONE);
  }

  /** The same, loaded in another way. */
  public TargetSpec with(LoadMode other) {
    return new TargetSpec(table, key, other, repeated, terms);
  }

  /** The same, with names of before. */
  TargetSpec with(Former former) {
    Terms others = new Terms(terms.per(), terms.otherKey(), terms.newest(), terms.owner(), former);
    return new TargetSpec(table, key, load, repeated, others);
  }

  /** How records meet the rows of the table. */
  public enum LoadMode {
    /** Added; with a key, a row whose key is already there is rejected. */
    APPEND,
    /** Inserted or updated by key. */
    MERGE,
    /** The delivery is the whole table, or whole parts of it: what it lacks is deleted. */
    REPLACE
  }

  /** What happens to different rows with one key in one delivery; equal rows always count once. */
  public enum Repeated {
    /** All rows of that key are rejected. */
    REJECT,
    /** The first one counts, the others are rejected. */
    FIRST,
    /** The last one counts, the others are rejected. */
    LAST,
    /** The one with the highest value of a column counts, the others are rejected. */
    NEWEST,
    /** They are told apart by the other key. */
    ELSE
  }

  /**
   * What a target says beyond its table, key and mode.
   *
   * @param per what a delivery replaces
   * @param otherKey columns that tell rows apart whose key is unusable; empty: they are rejected
   * @param newest the column that decides among repeated rows; null: none
   * @param owner the mapping that the table belongs to; null: this one
   * @param former what had other names before
   */
  public record Terms(
      Per per,
      List<String> otherKey,
      @Nullable String newest,
      @Nullable String owner,
      Former former) {

    public static final Terms NONE = new Terms(Per.TABLE, List.of(), null, null, Former.NONE);

    public Terms {
      otherKey = List.copyOf(otherKey);
    }
  }

  /**
   * Names of before ({@code was:}); history is kept through a renaming.
   *
   * @param mapping the id that the mapping had; null: it never had another
   * @param columns former names by the present ones
   */
  public record Former(@Nullable String mapping, Map<String, String> columns) {
    public static final Former NONE = new Former(null, Map.of());

    public Former {
      columns = Map.copyOf(columns);
    }
  }

  /**
   * The part of a table that a delivery replaces.
   *
   * @param period whether the rows of a period are a part; the period then belongs to the key
   * @param columns whose values make a part
   */
  public record Per(boolean period, List<String> columns) {

    /** The whole table. */
    public static final Per TABLE = new Per(false, List.of());

    public Per {
      columns = List.copyOf(columns);
    }

    /** Whether the rest of the table stays. */
    public boolean parts() {
      return period || !columns.isEmpty();
    }
  }
}

package id.pde.run.explain;

import id.pde.mapping.Mapping.MappingText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All versions of a row: the current one and those in history. */
public interface RowVersions {

  /**
   * A table that PDE made; empty: there is none of that name.
   *
   * @throws id.pde.run.TargetUnavailable when the database is away, as all of these
   */
  Optional<Standing> table(String name);

  /** The tables that PDE made, by name. */
  List<String> tables();

  /**
   * The versions of a key, the newest first; what is no value of its column finds none.
   *
   * @param key a text for each column of the key, as PostgreSQL reads it
   */
  List<Version> ofKey(Standing table, List<String> key);

  /** The versions that a run made of a row, the newest first; for tables without a key. */
  List<Version> ofRow(Standing table, Place place);

  /** What a mapping said when a run used it. */
  Optional<MappingText> mapping(String id, String sha256);

  /** The number of that version; empty: it has none. */
  default Optional<Integer> mappingNumber(long run) {
    return Optional.empty();
  }

  /** Keeps that somebody reads personal columns of a table, before it is shown. */
  void noteReading(Standing table, List<String> columns, long rows);

  /**
   * A table.
   *
   * @param mapping the id of the one that owns it
   * @param key its columns; empty: there is none
   * @param closed columns that were personal or protected in any mapping so far
   * @param former the names that a column had before, by its present name, the newest first
   */
  record Standing(
      String table,
      String mapping,
      List<String> key,
      Set<String> closed,
      Map<String, List<String>> former) {
    public Standing {
      former = Map.copyOf(former);
      key = List.copyOf(key);
      closed = Set.copyOf(closed);
    }
  }

  /** A run and a row of its delivery, as {@code _run} and {@code _row} have them. */
  record Place(long run, String row) {}

  /**
   * A version of a row.
   *
   * @param values of the columns of the table, in their order
   * @param run that delivered it
   * @param since the run that took another one back and so put it in force again; null: none did
   * @param end null: it is the current one
   */
  record Version(
      List<Stored> values,
      long run,
      String row,
      @Nullable String period,
      @Nullable Long since,
      @Nullable End end) {
    public Version {
      values = List.copyOf(values);
    }
  }

  /**
   * A value as the table holds it.
   *
   * @param value of one of the types of {@link id.pde.model.Record}; JSON as text
   */
  record Stored(String column, @Nullable Object value) {}

  /** The run that ended a version. */
  record End(long run, How how) {}

  /** What that run did. */
  enum How {
    /** Another version took its place. */
    UPDATE,
    DELETE
  }
}

package id.pde.warehouse.publish;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.run.Changes;
import id.pde.run.Changes.Change;
import id.pde.run.Changes.Difference;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a settled publication would do. */
final class ChangeReading {

  private final Draft draft;
  private final ChangedRows rows;
  private final Mapping mapping;
  private final List<String> names;
  private final List<String> key;

  ChangeReading(Draft draft, ChangedRows rows) {
    this.draft = draft;
    this.rows = rows;
    this.mapping = draft.order().mapping();
    this.names = draft.shape().names();
    this.key = mapping.target().key();
  }

  /** A digest of every value that comes, changes or goes. */
  String digest() throws SQLException {
    String mine = Sql.names("s.", names) + ", s._period";
    String theirs = there("") + ", t.\"_period\"";
    return sum(mine, rows.added())
        + "/"
        + sum(mine + ", " + theirs, rows.changed())
        + "/"
        + sum(theirs, rows.deleted());
  }

  private String sum(String values, String from) throws SQLException {
    if (from.isEmpty()) {
      return "";
    }
    String query =
        "SELECT count(*), sum(hash_record_extended(ROW(" + values + "), 0)::numeric)::text" + from;
    try (Statement statement = connection().createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1) + ":" + found.getString(2);
    }
  }

  /** A plan may meet a table that lacks a column. */
  private String there(String cast) {
    return names.stream().map(name -> theirs(name) + cast).collect(Collectors.joining(", "));
  }

  private String theirs(String name) {
    return draft.look().current().names().contains(name) ? "t." + Sql.name(name) : "NULL::text";
  }

  /** Examples, in the order of the delivery. */
  Changes changes() throws SQLException {
    return new Changes(
        examples("s", rows.added()),
        rows.changed().isEmpty() ? List.of() : differing(),
        examples("t", rows.deleted()),
        rows.changed().isEmpty() ? Map.of() : columns());
  }

  private List<Change> examples(String row, String from) throws SQLException {
    List<Change> examples = new ArrayList<>();
    if (from.isEmpty()) {
      return examples;
    }
    boolean stands = row.equals("t");
    String query =
        "SELECT "
            + row
            + ".\"_row\", "
            + (stands ? "t.\"_run\"" : "NULL::bigint")
            + keys(row)
            + from
            + " ORDER BY "
            + (stands ? "t.\"_run\", t.\"_row\"" : "s._ordinal")
            + " LIMIT "
            + Changes.EXAMPLES;
    try (Statement statement = connection().createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        examples.add(change(found, List.of()));
      }
    }
    return examples;
  }

  private String keys(String row) {
    return key.stream()
        .map(name -> ", " + row + "." + Sql.name(name) + "::text")
        .collect(Collectors.joining());
  }

  private List<Change> differing() throws SQLException {
    String mine =
        names.stream()
            .map(name -> "s." + Sql.name(name) + "::text")
            .collect(Collectors.joining(", "));
    String query =
        "SELECT s._row, t.\"_run\""
            + keys("s")
            + ", "
            + mine
            + ", "
            + there("::text")
            + rows.changed()
            + " ORDER BY s._ordinal LIMIT "
            + Changes.EXAMPLES;
    List<Change> examples = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        examples.add(change(found, differences(found)));
      }
    }
    return examples;
  }

  private List<Difference> differences(ResultSet found) throws SQLException {
    int first = 3 + key.size();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String after = found.getString(first + i);
      String before = found.getString(first + names.size() + i);
      if (after == null ? before != null : !after.equals(before)) {
        String name = names.get(i);
        differences.add(new Difference(name, shown(name, before), shown(name, after)));
      }
    }
    return differences;
  }

  private Change change(ResultSet found, List<Difference> differences) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < key.size(); i++) {
      String value = shown(key.get(i), found.getString(3 + i));
      values.put(key.get(i), value == null ? "" : value);
    }
    return new Change(values, found.getString(1), found.getObject(2, Long.class), differences);
  }

  private @Nullable String shown(String column, @Nullable String value) {
    ColumnSpec spec = mapping.columns().get(mapping.column(column));
    return value == null || spec.open() ? value : Issue.REDACTED;
  }

  private Map<String, Long> columns() throws SQLException {
    String counts =
        names.stream()
            .map(
                name ->
                    "count(*) FILTER (WHERE s."
                        + Sql.name(name)
                        + "::text IS DISTINCT FROM "
                        + theirs(name)
                        + "::text)")
            .collect(Collectors.joining(", "));
    Map<String, Long> columns = new LinkedHashMap<>();
    try (Statement statement = connection().createStatement();
        ResultSet found = statement.executeQuery("SELECT " + counts + rows.changed())) {
      found.next();
      for (int i = 0; i < names.size(); i++) {
        if (found.getLong(i + 1) > 0) {
          columns.put(names.get(i), found.getLong(i + 1));
        }
      }
    }
    return columns;
  }

  private Connection connection() {
    return draft.connection();
  }
}

package id.pde.warehouse.table;

import id.pde.warehouse.ledger.MappingNumbers;
import id.pde.warehouse.table.Widening.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says was called otherwise ({@code was:}) and still is in the database.
 *
 * @param columns present names by those that the table has
 * @param mapping the id that owns the table; null: the mapping's own
 */
public record Renames(Map<String, String> columns, @Nullable String mapping) {

  static final Renames NONE = new Renames(Map.of(), null);

  private static final List<String> REMEMBERED = List.of("column_types", "protections", "classes");

  public Renames {
    columns = Map.copyOf(columns);
  }

  /** Those that are still to be done. */
  static Renames of(TableShape shape, StandingTable standing, @Nullable Ownership owner) {
    if (owner == null) {
      return NONE;
    }
    Map<String, String> columns = new HashMap<>();
    shape
        .former()
        .columns()
        .forEach(
            (now, before) -> {
              if (standing.names().contains(before) && !standing.names().contains(now)) {
                columns.put(before, now);
              }
            });
    boolean moved =
        !owner.mapping().equals(shape.mapping())
            && owner.mapping().equals(shape.former().mapping());
    return new Renames(columns, moved ? owner.mapping() : null);
  }

  public boolean isEmpty() {
    return columns.isEmpty() && mapping == null;
  }

  /** The name that a column has from now on. */
  String now(String column) {
    return columns.getOrDefault(column, column);
  }

  StandingTable in(StandingTable standing) {
    Map<String, StandingTable.Column> renamed = new LinkedHashMap<>();
    standing.columns().forEach((name, column) -> renamed.put(now(name), column));
    return new StandingTable(renamed);
  }

  Ownership in(Ownership owner, TableShape shape) {
    return new Ownership(
        mapping == null ? owner.mapping() : shape.mapping(),
        owner.key().stream().map(this::now).toList(),
        in(owner.columnTypes()),
        in(owner.protections()));
  }

  private Map<String, String> in(Map<String, String> byColumn) {
    return byColumn.entrySet().stream()
        .collect(Collectors.toMap(entry -> now(entry.getKey()), Map.Entry::getValue));
  }

  /** A copy of the table under the new names, for a plan, which changes nothing. */
  public List<String> copy(String table, StandingTable renamed) {
    Map<String, String> before = new HashMap<>();
    columns.forEach((old, now) -> before.put(now, old));
    String selected =
        renamed.names().stream()
            .map(name -> Sql.name(before.getOrDefault(name, name)) + " AS " + Sql.name(name))
            .collect(Collectors.joining(", "));
    return List.of(
        "CREATE TEMP TABLE "
            + COPY
            + " ON COMMIT DROP AS SELECT "
            + selected
            + " FROM "
            + Side.CURRENT.qualified(table),
        "ANALYZE pg_temp." + COPY);
  }

  /** The name of that copy, without schema. */
  public static final String COPY = "pde_renamed";

  /** Renames in the table, its history and what is remembered of both; alone in a transaction. */
  void apply(Connection connection, TableShape shape, StandingTable history) throws SQLException {
    for (Map.Entry<String, String> each : new TreeMap<>(columns).entrySet()) {
      String sql =
          "ALTER TABLE %s RENAME COLUMN "
              + Sql.name(each.getKey())
              + " TO "
              + Sql.name(each.getValue());
      execute(connection, sql.formatted(Side.CURRENT.qualified(shape.table())));
      if (history.names().contains(each.getKey())) {
        execute(connection, sql.formatted(Side.HISTORY.qualified(shape.table())));
      }
      rememberColumn(connection, shape.table(), each);
    }
    String before = mapping;
    if (before != null) {
      MappingNumbers.rename(connection, before, shape.mapping());
      for (String sql :
          List.of(
              "UPDATE pde.run SET mapping = ? WHERE mapping = ?",
              "UPDATE pde.mapping_version SET mapping = ? WHERE mapping = ?",
              "UPDATE pde.owned_table SET mapping = ? WHERE mapping = ?")) {
        execute(connection, sql, shape.mapping(), before);
      }
      note(connection, shape.table(), "mapping", Map.entry(before, shape.mapping()));
    }
  }

  private static void rememberColumn(
      Connection connection, String table, Map.Entry<String, String> each) throws SQLException {
    List<String> changes = new ArrayList<>();
    for (String remembered : REMEMBERED) {
      changes.add(
          "%1$s = CASE WHEN jsonb_exists(%1$s, n.b) THEN (%1$s - n.b) || jsonb_build_object(n.a, %1$s -> n.b) ELSE %1$s END"
              .formatted(remembered));
    }
    execute(
        connection,
        "UPDATE pde.owned_table SET key_columns = array_replace(key_columns, n.b, n.a), "
            + String.join(", ", changes)
            + " FROM (SELECT ?::text AS a, ?::text AS b) n WHERE table_name = ?",
        each.getValue(),
        each.getKey(),
        table);
    note(connection, table, "column", each);
  }

  private static void note(
      Connection connection, String table, String kind, Map.Entry<String, String> each)
      throws SQLException {
    execute(
        connection,
        "INSERT INTO pde.rename (table_name, kind, from_name, to_name) VALUES (?, ?, ?, ?)",
        table,
        kind,
        each.getKey(),
        each.getValue());
  }

  private static void execute(Connection connection, String sql, String... texts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < texts.length; i++) {
        statement.setString(i + 1, texts[i]);
      }
      statement.execute();
    }
  }
}

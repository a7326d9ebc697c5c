package id.pde.warehouse.table;

import id.pde.warehouse.table.Widening.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table and its history, as far as versions can go from one to the other.
 *
 * @param columns that both have, without those of PDE
 * @param key empty: rows have none
 * @param required columns that must have a value
 * @param dated whether both say since which run a version stands again
 */
public record UndoTable(
    String table, List<String> columns, List<String> key, List<String> required, boolean dated) {

  /** The column that says since which run a version stands again. */
  private static final String SINCE = "_since";

  public UndoTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    required = List.copyOf(required);
  }

  /** Null: one of them does not stand, or PDE does not know it. */
  public static @Nullable UndoTable read(Connection connection, String table) throws SQLException {
    StandingTable current = StandingTable.read(connection, "warehouse", table);
    StandingTable history = StandingTable.read(connection, "history", table);
    Optional<Ownership> owner = Ownership.read(connection, table);
    if (!current.exists() || !history.exists() || owner.isEmpty()) {
      return null;
    }
    List<String> columns = new ArrayList<>();
    List<String> required = new ArrayList<>();
    current
        .columns()
        .forEach(
            (name, column) -> {
              if ((!name.startsWith("_") || name.equals(KeyForm.DIGEST))
                  && history.names().contains(name)) {
                columns.add(name);
              }
              if (column.required() && !name.startsWith("_") && history.names().contains(name)) {
                required.add(name);
              }
            });
    boolean dated = current.names().contains(SINCE) && history.names().contains(SINCE);
    return new UndoTable(table, columns, owner.get().key(), required, dated);
  }

  /** Gives both the column where they lack it; a transaction of its own, for it locks the table. */
  public static void date(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '5s'");
      for (Side side : Side.values()) {
        String qualified = side.qualified(table);
        statement.execute(
            "ALTER TABLE " + qualified + " ADD COLUMN IF NOT EXISTS " + SINCE + " bigint");
        statement.execute(
            "COMMENT ON COLUMN "
                + qualified
                + "."
                + SINCE
                + " IS 'The run that took another one back and brought this version back; empty: _run'");
      }
    }
  }

  public String qualified() {
    return "warehouse." + Sql.name(table);
  }
}

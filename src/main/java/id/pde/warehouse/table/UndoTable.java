package id.pde.warehouse.table;

import java.sql.Connection;
import java.sql.SQLException;
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
 */
public record UndoTable(
    String table, List<String> columns, List<String> key, List<String> required) {

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
    return new UndoTable(table, columns, owner.get().key(), required);
  }

  public String qualified() {
    return "warehouse." + Sql.name(table);
  }
}

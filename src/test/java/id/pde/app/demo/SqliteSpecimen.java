package id.pde.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQLite database of an agency. */
final class SqliteSpecimen implements Specimen {

  private final byte[] original;
  private final List<String> names = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();

  SqliteSpecimen(byte[] original, List<String> tables) throws IOException {
    this.original = original.clone();
    onCopy(connection -> tables.forEach(table -> look(connection, table)));
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private byte[] onCopy(Work work) throws IOException {
    Path copy = Files.createTempFile("damage", ".sqlite");
    try {
      Files.write(copy, original);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
        work.on(connection);
      } catch (SQLException failed) {
        throw new IOException(failed);
      }
      return Files.readAllBytes(copy);
    } finally {
      Files.delete(copy);
    }
  }

  private void look(Connection connection, String table) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT rowid AS _place, * FROM " + table)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        for (int i = 2; i <= columns; i++) {
          String text = row.getString(i);
          // The key of a table takes whole numbers only, each once; no damage gets into it.
          boolean key = row.getMetaData().getColumnName(i).equals("id");
          if (text != null && !text.isBlank() && !key) {
            add(table, row.getLong(1), row.getMetaData().getColumnName(i), text);
          }
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void add(String table, long row, String name, String text) {
    if (!names.contains(name)) {
      names.add(name);
    }
    String kind = text.matches("[0-9.]+") ? "digits" : "text";
    String shown = table + " row " + row + ", " + name;
    spots.add(new Spot(table, row, names.indexOf(name), kind, text, shown));
  }

  @Override
  public List<Spot> spots() {
    return spots;
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) throws IOException {
    if (damage == null) {
      return original.clone();
    }
    Spot spot = damage.spot();
    // What the tables themselves forbid is left out: that copy is as it was.
    String sql =
        switch (damage.kind()) {
          case ROW_TAKEN -> "DELETE FROM %s WHERE rowid = ?";
          case EMPTIED -> "UPDATE OR IGNORE %s SET %s = NULL WHERE rowid = ?";
          case DIGIT -> "UPDATE OR IGNORE %s SET %s = ? WHERE rowid = ?";
          case EXCHANGED ->
              "UPDATE OR IGNORE %1$s SET %2$s = (SELECT %2$s FROM %1$s WHERE rowid = ?) WHERE rowid = ?";
        };
    return onCopy(
        connection -> {
          String name = names.get(spot.column());
          try (PreparedStatement change =
              connection.prepareStatement(sql.formatted(spot.sheet(), name))) {
            int next = 1;
            if (damage.kind() == Damage.Kind.DIGIT) {
              change.setString(next++, damage.text());
            } else if (damage.kind() == Damage.Kind.EXCHANGED) {
              change.setLong(next++, Objects.requireNonNull(damage.other()).row());
            }
            change.setLong(next, spot.row());
            change.executeUpdate();
          }
        });
  }
}

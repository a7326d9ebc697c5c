package id.pde.warehouse.publish;

import id.pde.run.pull.Mark;
import id.pde.run.pull.MarkValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The SQL of watermarks: each run keeps how far pulls had come when it was published. */
public final class Watermarks {

  private static final String FIND =
      """
      SELECT w.kind, w.value, w.tie_kind, w.tie FROM pde.watermark w JOIN pde.run r ON r.run = w.run
       WHERE r.mapping = ? AND r.undone_by IS NULL AND r.undoes IS NULL
       ORDER BY w.run DESC LIMIT 1
      """;

  private static final String WRITE =
      "INSERT INTO pde.watermark (run, kind, value, tie_kind, tie) VALUES (?, ?, ?, ?, ?)";

  private Watermarks() {}

  /** The newest of a mapping whose run stands; null: there is none. */
  public static @Nullable Mark find(Connection connection, String mapping) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, mapping);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        MarkValue value = new MarkValue(kind(row.getString(1)), row.getString(2));
        String tie = row.getString(3);
        return new Mark(value, tie == null ? null : new MarkValue(kind(tie), row.getString(4)));
      }
    }
  }

  /** Keeps a watermark with its run; one that is lower than the last leaves that one standing. */
  static void write(Connection connection, long run, String mapping, Mark reached)
      throws SQLException {
    Mark mark = Mark.higher(reached, find(connection, mapping));
    if (mark == null) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setLong(1, run);
      statement.setString(2, name(mark.value()));
      statement.setString(3, mark.value().text());
      MarkValue tie = mark.tie();
      statement.setString(4, tie == null ? null : name(tie));
      statement.setString(5, tie == null ? null : tie.text());
      statement.executeUpdate();
    }
  }

  private static String name(MarkValue value) {
    return value.kind().name().toLowerCase(Locale.ROOT);
  }

  private static MarkValue.Kind kind(String name) {
    return MarkValue.Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }
}

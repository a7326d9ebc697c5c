package id.pde.warehouse.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keeps who read what, never what it was. What is not kept is not read. */
public final class AccessLog {

  private static final String BEGIN =
      """
      INSERT INTO pde.access (who, action, relations, columns, form) VALUES (?, ?, ?, ?, ?) RETURNING id
      """;

  private static final String END = "UPDATE pde.access SET ended = now(), rows = ? WHERE id = ?";

  private final Connection connection;
  private final String who;

  /**
   * @param connection without a transaction under way
   * @param who the user of the operating system
   */
  public AccessLog(Connection connection, String who) {
    this.connection = connection;
    this.who = who;
  }

  /**
   * A reading.
   *
   * @param action what was done, as {@code pde.access} lists them
   */
  public record Reading(String action, List<String> relations, List<String> columns, String form) {
    public Reading {
      relations = List.copyOf(relations);
      columns = List.copyOf(columns);
    }
  }

  /** Keeps that it begins, before the first row; its number. */
  public long begin(Reading reading) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, who);
      statement.setString(2, reading.action());
      statement.setArray(3, connection.createArrayOf("text", reading.relations().toArray()));
      statement.setArray(4, connection.createArrayOf("text", reading.columns().toArray()));
      statement.setString(5, reading.form());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Keeps that it came to its end. */
  public void end(long number, long rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setLong(1, rows);
      statement.setLong(2, number);
      statement.executeUpdate();
    }
  }
}

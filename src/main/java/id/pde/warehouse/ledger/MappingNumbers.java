package id.pde.warehouse.ledger;

import id.pde.mapping.Mapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The numbers of mapping versions ({@code pde.mapping_history}) as runs see them. */
public final class MappingNumbers {

  /** "mapv" in ASCII; advisory locks are numbers that all programs of a database share. */
  private static final int LOCK = 0x6d617076;

  static final String KNOWN =
      "SELECT FROM pde.mapping_history WHERE mapping = ? AND sha256 = ? LIMIT 1";

  private static final String NOTE =
      """
      INSERT INTO pde.mapping_history (mapping, number, sha256, content, origin)
      SELECT n.mapping, coalesce(max(h.number), 0) + 1, ?, ?, 'file'
        FROM (SELECT ?::text AS mapping) n LEFT JOIN pde.mapping_history h ON h.mapping = n.mapping
       GROUP BY n.mapping
      """;

  /** Beyond all numbers, so that none meets another on its way. */
  private static final String ASIDE =
      """
      UPDATE pde.mapping_history h
         SET number = h.number + o.numbers + 1000000000, restored = h.restored + o.numbers
        FROM (SELECT max(number) AS numbers FROM pde.mapping_history WHERE mapping = ?) o
       WHERE h.mapping = ? AND o.numbers IS NOT NULL
      """;

  private static final String BEHIND =
      """
      UPDATE pde.mapping_history SET number = number - 1000000000
       WHERE mapping = ? AND number > 1000000000
      """;

  private static final String RUNS =
      """
      UPDATE pde.run r SET mapping_number = r.mapping_number + o.numbers
        FROM (SELECT max(number) AS numbers FROM pde.mapping_history WHERE mapping = ?) o
       WHERE r.mapping = ? AND o.numbers IS NOT NULL
      """;

  private static final String MOVED =
      "UPDATE pde.mapping_history SET mapping = ? WHERE mapping = ?";

  private MappingNumbers() {}

  /**
   * A mapping has another name: its versions keep their numbers, and those of the new name, which
   * came later, go on from there.
   */
  public static void rename(Connection connection, String before, String now) throws SQLException {
    // In one order, whoever renames.
    await(connection, before.compareTo(now) < 0 ? before : now);
    await(connection, before.compareTo(now) < 0 ? now : before);
    execute(connection, RUNS, before, now);
    execute(connection, ASIDE, before, now);
    execute(connection, BEHIND, now);
    execute(connection, MOVED, now, before);
  }

  private static void execute(Connection connection, String sql, String... texts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < texts.length; i++) {
        statement.setString(i + 1, texts[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Waits until nobody else adds a version of a mapping; until the end of the transaction. */
  public static void await(Connection connection, String mapping) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, hashtext(?))")) {
      lock.setInt(1, LOCK);
      lock.setString(2, mapping);
      lock.execute();
    }
  }

  /** A text that a run uses and nobody has seen so far gets the next number. */
  static void note(Connection connection, Mapping mapping) throws SQLException {
    await(connection, mapping.id());
    if (isKnown(connection, mapping)) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.setString(1, mapping.text().sha256());
      statement.setString(2, mapping.text().content());
      statement.setString(3, mapping.id());
      statement.executeUpdate();
    }
  }

  private static boolean isKnown(Connection connection, Mapping mapping) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setString(1, mapping.id());
      statement.setString(2, mapping.text().sha256());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}

package id.pde.warehouse.mart;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.run.References;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes code lists and agencies into their tables where they changed; lists never go away. */
public final class ReferenceTables {

  /** Whoever writes a list keeps others from it until the end; the same text writes nothing. */
  private static final String CLAIM =
      """
      INSERT INTO pde.code_list AS l (list, sha256, dated) VALUES (?, ?, ?)
      ON CONFLICT (list) DO UPDATE SET sha256 = excluded.sha256, dated = excluded.dated, synced = now()
       WHERE l.sha256 <> excluded.sha256
      """;

  private static final String CODE =
      """
      INSERT INTO pde.code (list, code, version, name, level, parent, valid_from, valid_to, successors, systems)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(jsonb_object_agg(s, to_jsonb(string_to_array(f, E'\\x1f'))), '{}')
                                            FROM unnest(?::text[], ?::text[]) AS x (s, f)))
      """;

  private static final char UNIT = '\u001f';

  private static final Comparator<Code> OLDEST_FIRST =
      Comparator.comparing(
          code -> code.validity().from(), Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Connection connection;

  private ReferenceTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * Part of the caller's transaction; nothing is written, nor locked, where nothing changed.
   *
   * @return whether something did
   */
  public static boolean sync(Connection connection, References references) throws SQLException {
    ReferenceTables tables = new ReferenceTables(connection);
    boolean changed = false;
    Map<String, String> known =
        references.codes().lists().isEmpty()
            ? Map.of()
            : tables.pairs("SELECT list, sha256 FROM pde.code_list");
    // In one order, so that two that write do not wait for each other in a ring.
    for (CodeList list : new TreeMap<>(references.codes().lists()).values()) {
      String digest = digest(list);
      if (!digest.equals(known.get(list.name()))) {
        tables.write(list, digest);
        changed = true;
      }
    }
    if (!references.agencies().isEmpty()) {
      changed |= tables.agencies(references.agencies());
    }
    return changed;
  }

  private void write(CodeList list, String digest) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, list.name());
      claim.setString(2, digest);
      claim.setBoolean(3, list.dated());
      if (claim.executeUpdate() == 0) {
        return;
      }
    }
    try (PreparedStatement old =
        connection.prepareStatement("DELETE FROM pde.code WHERE list = ?")) {
      old.setString(1, list.name());
      old.executeUpdate();
    }
    Map<String, Integer> versions = new HashMap<>();
    try (PreparedStatement row = connection.prepareStatement(CODE)) {
      for (Code code : list.codes().stream().sorted(OLDEST_FIRST).toList()) {
        row.setString(1, list.name());
        row.setString(2, code.code());
        row.setInt(3, versions.merge(code.code(), 1, Integer::sum));
        row.setString(4, code.name());
        row.setString(5, code.level());
        row.setString(6, code.parent());
        row.setObject(7, code.validity().from(), Types.DATE);
        row.setObject(8, code.validity().to(), Types.DATE);
        row.setArray(9, connection.createArrayOf("text", code.successors().toArray()));
        systems(row, code);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void systems(PreparedStatement row, Code code) throws SQLException {
    List<String> systems = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    new TreeMap<>(code.bridges())
        .forEach(
            (system, names) -> {
              systems.add(system);
              forms.add(String.join(String.valueOf(UNIT), names));
            });
    row.setArray(10, connection.createArrayOf("text", systems.toArray()));
    row.setArray(11, connection.createArrayOf("text", forms.toArray()));
  }

  private boolean agencies(Map<String, String> agencies) throws SQLException {
    Map<String, String> wanted = new TreeMap<>(agencies);
    if (pairs("SELECT agency, name FROM pde.agency").equals(wanted)) {
      return false;
    }
    try (Statement lock = connection.createStatement();
        PreparedStatement row =
            connection.prepareStatement("INSERT INTO pde.agency (agency, name) VALUES (?, ?)")) {
      lock.execute("LOCK TABLE pde.agency IN SHARE ROW EXCLUSIVE MODE");
      lock.execute("DELETE FROM pde.agency");
      for (Map.Entry<String, String> agency : wanted.entrySet()) {
        row.setString(1, agency.getKey());
        row.setString(2, agency.getValue());
        row.addBatch();
      }
      row.executeBatch();
    }
    return true;
  }

  private Map<String, String> pairs(String sql) throws SQLException {
    Map<String, String> pairs = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return pairs;
  }

  /** Of what is written: spellings and decisions are no part of it. */
  private static String digest(CodeList list) {
    MessageDigest digest = sha256();
    for (Code code : list.codes()) {
      List<Object> parts = new ArrayList<>();
      parts.add(code.code());
      parts.add(code.name());
      parts.add(String.valueOf(code.level()));
      parts.add(String.valueOf(code.parent()));
      parts.add(code.validity());
      parts.add(code.successors());
      parts.add(new TreeMap<>(code.bridges()));
      digest.update((parts.toString() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}

package id.pde.warehouse.backup;

import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.backup.SavedTable;
import id.pde.run.backup.WarehouseCopy.Contents;
import id.pde.run.backup.WarehouseCopy.Snapshot;
import id.pde.warehouse.backup.Catalogue.Relation;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One moment of the database, in one repeatable read transaction. It holds ACCESS SHARE on every
 * table, which no load minds; a load that has to change a table waits for it. For one thread.
 */
final class OpenSnapshot implements Snapshot {

  private static final int ATTEMPTS = 40;
  private static final long PAUSE_MILLIS = 250;
  private static final int AS_SQL_NEEDS = 10_000;

  private static final String DELIVERIES =
      """
      SELECT sha256, first_name FROM pde.delivery
      UNION SELECT bundle_sha256, bundle FROM pde.run WHERE bundle_sha256 IS NOT NULL
      """;

  private final Connections connections;
  private final Connections superuser;
  private final Failures failures;
  private final Connection connection;
  private List<Relation> tables = List.of();
  private final Map<String, List<String>> statements = new HashMap<>();

  OpenSnapshot(Connections connections, Connections superuser) {
    this.connections = connections;
    this.superuser = superuser;
    this.failures = new Failures(connections.place());
    this.connection = connections.open(Purpose.LOADING);
    try {
      begin();
    } catch (SQLException failure) {
      close();
      throw failures.explain(failure);
    }
  }

  /** Again and again, until nobody changed a definition between its first look and its last. */
  private void begin() throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (isSettled()) {
        return;
      }
      connection.rollback();
      pause();
    }
    throw failures.refused("backup.changing", changing(), null);
  }

  private boolean isSettled() throws SQLException {
    try (Connection beside = connections.connect(Purpose.QUERY)) {
      // LOCK takes no snapshot: what is seen afterwards is what was locked.
      String locked =
          String.join(", ", Catalogue.tables(beside).stream().map(Relation::sql).toList());
      Catalogue.execute(connection, "SET LOCAL search_path = ''", "SET LOCAL lock_timeout = '60s'");
      if (!locked.isEmpty()) {
        Catalogue.execute(connection, "LOCK TABLE " + locked + " IN ACCESS SHARE MODE");
      }
      tables = Catalogue.tables(connection);
      // The server writes definitions out as they are now, not as they were at the snapshot.
      statements.put("before", answers(TableSql.questions()));
      statements.put("after", answers(LaterSql.questions()));
      statements.put("grant", answers(GrantSql.questions()));
      return Catalogue.fingerprint(connection).equals(Catalogue.fingerprint(beside));
    } catch (SQLException failure) {
      if (isGone(failure)) {
        return false;
      }
      throw failure;
    }
  }

  /** A table, schema or function that was dropped between two looks. */
  private static boolean isGone(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.equals("42P01") || state.equals("3F000") || state.equals("XX000");
  }

  private static void pause() throws SQLException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", "57014", interrupted);
    }
  }

  private List<String> answers(List<String> questions) throws SQLException {
    List<String> answers = new ArrayList<>();
    for (String question : questions) {
      answers.addAll(Catalogue.texts(connection, question));
    }
    return answers;
  }

  @Override
  public String server() {
    return ask("SHOW server_version");
  }

  @Override
  public int major() {
    return Integer.parseInt(ask("SHOW server_version_num")) / AS_SQL_NEEDS;
  }

  private String ask(String question) {
    try {
      return Catalogue.texts(connection, question).get(0);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Map<String, String> deliveries() {
    Map<String, String> names = new HashMap<>();
    if (tables.stream().noneMatch(table -> table.sql().equals("\"pde\".\"delivery\""))) {
      return names;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DELIVERIES)) {
      while (row.next()) {
        names.put(row.getString(1), String.valueOf(row.getString(2)));
      }
      return names;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Contents write(ZipOutputStream out) throws IOException {
    try {
      write(out, "before");
      List<SavedTable> saved = new ArrayList<>();
      for (Relation table : tables) {
        out.putNextEntry(new ZipEntry(OpenTarget.DATA + table.schema() + "." + table.name()));
        saved.add(RowsOut.copy(connection, table, out));
      }
      write(out, "after");
      // Behind the rows: a number that stands in one of them was given away before.
      statements.put("value", values());
      write(out, "value");
      write(out, "grant");
      List<SavedLogin> logins = SavedLogin.all(connection, superuser);
      for (SavedLogin login : logins) {
        out.putNextEntry(new ZipEntry(OpenTarget.LOGIN + login.name()));
        out.write(login.verifier().getBytes(StandardCharsets.UTF_8));
      }
      long passwords = logins.stream().filter(login -> !login.verifier().isEmpty()).count();
      List<String> unsaved = Catalogue.texts(connection, GrantSql.UNSAVED);
      return new Contents(saved, unsaved, logins.size(), (int) passwords);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private List<String> values() throws SQLException {
    List<String> values = new ArrayList<>();
    for (String sequence : Catalogue.texts(connection, LaterSql.SEQUENCES)) {
      values.addAll(Catalogue.texts(connection, LaterSql.valueOf(sequence)));
    }
    return values;
  }

  private void write(ZipOutputStream out, String phase) throws IOException {
    int number = 0;
    for (String sql : statements.getOrDefault(phase, List.of())) {
      String name = String.format(Locale.ROOT, "%s/%06d.sql", phase, ++number);
      out.putNextEntry(new ZipEntry(name));
      out.write(sql.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Advice changing() {
    return new Advice(
        "pde backup",
        new Text(
            "Tabel atau view di basis data terus diubah, sehingga tidak dapat dicadangkan",
            "Tables or views of the database are being changed all the time, so it cannot be saved"),
        new Text("Ulangi sebentar lagi", "Repeat it in a moment"));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}

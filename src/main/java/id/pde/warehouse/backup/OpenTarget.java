package id.pde.warehouse.backup;

import id.pde.model.Text;
import id.pde.run.backup.SavedTable;
import id.pde.run.backup.WarehouseCopy.Target;
import id.pde.warehouse.backup.Catalogue.Relation;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.mart.AnalystLogin;
import id.pde.warehouse.mart.AnalystRole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;

/** A database that takes what was saved, in one transaction. For one thread. */
final class OpenTarget implements Target {

  static final String DATA = "data/";
  static final String LOGIN = "login/";

  private static final int MOST_SQL = 64 << 20;

  private final Connections connections;
  private final Failures failures;
  private final Connection connection;
  private final Remaining remaining;
  private final List<Text> notes = new ArrayList<>();
  private boolean laterMade;

  OpenTarget(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
    this.connection = connections.open(Purpose.LOADING);
    this.remaining = new Remaining(connection);
    try {
      connection.setAutoCommit(false);
      Catalogue.execute(
          connection,
          "SET search_path = ''",
          "SET check_function_bodies = off",
          // Rows are read back in the order in which they were written.
          "SET synchronize_seqscans = off",
          "SET statement_timeout = 0",
          "SET idle_in_transaction_session_timeout = 0");
      connection.commit();
    } catch (SQLException failure) {
      close();
      throw failures.explain(failure);
    }
  }

  @Override
  public String place() {
    return connections.place();
  }

  @Override
  public int major() {
    try {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<String> holds() {
    try {
      List<String> holds = Catalogue.holds(connection);
      connection.commit();
      return holds;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<Text> read(ZipInputStream in) throws IOException {
    try {
      dropEmpty();
      if (!AnalystRole.ensure(connection)) {
        notes.add(
            RestoreNotes.noRole(AnalystRole.missing(connection, connections.settings().user())));
      }
      Map<String, Relation> made = new HashMap<>();
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        take(entry.getName(), in, made);
      }
      finishLater();
      return notes;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private void take(String name, ZipInputStream in, Map<String, Relation> made)
      throws IOException, SQLException {
    if (name.startsWith(DATA)) {
      if (made.isEmpty()) {
        remaining.make();
        Catalogue.tables(connection)
            .forEach(table -> made.put(DATA + table.schema() + "." + table.name(), table));
      }
      Relation table = made.get(name);
      if (table == null) {
        throw new IOException("rows without a table: " + name);
      }
      fill(table, in);
      return;
    }
    String text = new String(in.readNBytes(MOST_SQL), StandardCharsets.UTF_8);
    if (name.startsWith("before/") || name.startsWith("after/")) {
      remaining.add(text);
    } else if (name.startsWith("value/")) {
      finishLater();
      Catalogue.execute(connection, text);
    } else if (name.startsWith("grant/")) {
      finishLater();
      grant(text);
    } else if (name.startsWith(LOGIN)) {
      finishLater();
      login(name.substring(LOGIN.length()), text);
    }
  }

  private void finishLater() throws SQLException {
    if (!laterMade) {
      laterMade = true;
      remaining.makeAll();
    }
  }

  /** What migrations made in a database that was only looked at. */
  private void dropEmpty() throws SQLException {
    for (String schema : Catalogue.SCHEMAS) {
      Catalogue.execute(connection, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
  }

  /** The table was made in this transaction: its rows need no vacuum afterwards. */
  private void fill(Relation table, ZipInputStream in) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + table.filled() + " FROM STDIN (FORMAT binary, FREEZE)", in, 1 << 16);
  }

  private void grant(String sql) throws SQLException {
    switch (remaining.attempt(sql)) {
      case "" -> {
        // Done.
      }
      case "42704" -> notes.add(RestoreNotes.noGrantee(sql));
      default -> Catalogue.execute(connection, sql);
    }
  }

  private void login(String name, String verifier) throws SQLException {
    if (!AnalystRole.exists(connection)) {
      notes.add(RestoreNotes.noLogin(name));
      return;
    }
    String database = connections.settings().databaseName();
    String state =
        remaining.attempt(
            made ->
                new AnalystLogin(name, verifier.isEmpty() ? null : verifier).make(made, database));
    switch (state) {
      case "" -> {
        if (verifier.isEmpty()) {
          notes.add(RestoreNotes.noPassword(name));
        }
      }
      case "42710" -> notes.add(RestoreNotes.loginThere(name));
      default -> notes.add(RestoreNotes.noLogin(name));
    }
  }

  @Override
  public List<SavedTable> tables() {
    List<SavedTable> tables = new ArrayList<>();
    try {
      for (Relation table : Catalogue.tables(connection)) {
        tables.add(RowsOut.copy(connection, table, OutputStream.nullOutputStream()));
      }
      return tables;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void commit() {
    try {
      connection.commit();
      // Else the first queries are planned without knowing the tables.
      connection.setAutoCommit(true);
      for (Relation table : Catalogue.tables(connection)) {
        Catalogue.execute(connection, "ANALYZE " + table.sql());
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public void close() {
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.close();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}

package id.pde.app.demo;

import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.model.RunOutcome;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.FileNames;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Receiving;
import id.pde.run.RowsSpool;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.source.rows.RowsWriter;
import id.pde.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A city that holds one delivery at a time, and what that delivery refers to. */
final class SingleCity implements AutoCloseable {

  /** The tables that routes pull, and the mapping of each. */
  static final Map<String, String> PULLED =
      Map.of("m_pasar", "pasar", "m_komoditas", "komoditas", "t_harga", "harga");

  private final TestDatabase database;
  private final Wiring wiring;
  private final Receiving receiving;
  private final Map<String, Destination> destinations = new HashMap<>();
  private final Set<String> filled = new TreeSet<>();

  SingleCity(TestDatabase database, Path home) {
    this.database = database;
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PDE_HOME", home.toString());
    this.wiring = new Wiring(Settings.from(environment, Path.of("").toAbsolutePath()), note -> {});
    wiring.ensureKey();
    // Nobody waits for an answer.
    this.receiving =
        new Receiving(wiring.archive(), wiring.claims(), (reports, ledger) -> {}, wiring.ledger());
  }

  Wiring wiring() {
    return wiring;
  }

  /** All runs since it was emptied. */
  List<RunReport> runs() {
    return wiring.ledger().runs(new Ledger.Filter(null, null, 100));
  }

  /** Loads a file of an agency; whether all its runs loaded. */
  boolean load(String agency, Path file) throws SQLException {
    List<RunReport> reports =
        file.toString().endsWith(".sqlite")
            ? pull(agency, file)
            : deliver(wiring.archive().keep(file, FileNames.of(file), null), agency);
    reports.stream().filter(SingleCity::loaded).map(RunReport::table).forEach(filled::add);
    return reports.stream().allMatch(SingleCity::loaded);
  }

  private static boolean loaded(RunReport report) {
    return report.outcome() == RunOutcome.LOADED
        || report.outcome() == RunOutcome.LOADED_WITH_REJECTS;
  }

  private List<RunReport> deliver(Delivery delivery, String agency) {
    Destination destination =
        destinations.computeIfAbsent(agency, name -> wiring.recogniser(name, Choices.DEFAULT));
    return receiving.deliver(delivery.in(agency), destination, RunListener.SILENT);
  }

  private List<RunReport> pull(String agency, Path file) throws SQLException {
    List<RunReport> reports = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (Map.Entry<String, String> pulled : PULLED.entrySet()) {
        List<Map<String, Object>> rows = rows(connection, pulled.getKey());
        Delivery delivery =
            wiring.archive().keepRows(pulled.getValue(), spool -> write(rows, spool));
        String mapping = agency + "/" + pulled.getValue();
        Destination destination =
            destinations.computeIfAbsent(mapping, id -> wiring.destination(id, Choices.DEFAULT));
        reports.addAll(receiving.deliver(delivery, destination, RunListener.SILENT));
      }
    }
    return reports;
  }

  private static void write(List<Map<String, Object>> rows, Path file) {
    try (RowsSpool.Spool spool = new RowsWriter().open(file)) {
      rows.forEach(spool::add);
    }
  }

  private static List<Map<String, Object>> rows(Connection connection, String table)
      throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
      while (row.next()) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.put(row.getMetaData().getColumnName(i), row.getObject(i));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  /** As if nothing had been loaded. */
  void empty() throws SQLException {
    StringBuilder tables = new StringBuilder("pde.run, pde.quarantine");
    for (String table : filled) {
      tables.append(", warehouse.").append(table).append(", history.").append(table);
    }
    filled.clear();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE " + tables + " CASCADE");
    }
  }

  /** One value of each query; a query that cannot be answered is no value. */
  List<String> ask(List<String> queries) throws SQLException {
    try (Connection connection = database.open()) {
      try {
        return values(connection, CityValues.together(queries));
      } catch (SQLException oneFails) {
        List<String> values = new ArrayList<>();
        for (String query : queries) {
          values.add(value(connection, query));
        }
        return values;
      }
    }
  }

  /** Where the issues stand that a line counts. */
  Set<String> places(ExpectedLine line) throws SQLException {
    if (!line.check().startsWith("count ")) {
      return Set.of();
    }
    String codes = line.check().substring("count ".length()).replace(" ", "', '");
    String query = "SELECT place AS value FROM pde.issue WHERE code IN ('" + codes + "')";
    try (Connection connection = database.open()) {
      return Set.copyOf(values(connection, query));
    }
  }

  private static String value(Connection connection, String query) {
    try {
      return values(connection, CityValues.together(List.of(query))).get(0);
    } catch (SQLException twoRows) {
      return "no single value";
    }
  }

  private static List<String> values(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        String value = row.getString("value");
        values.add(value == null ? "" : value);
      }
    }
    return values;
  }

  @Override
  public void close() {
    wiring.close();
  }
}

package id.pde.run.backup;

import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.run.Home;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.testing.TableDigests;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.backup.PostgresCopy;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A home and its database, with the mappings of the checkout. */
record SavedCity(TestDatabase database, Path root) {

  static final int ROUNDS = 100;

  /** Everything of a schema that a backup promises to keep, as text, one thing a line. */
  private static final String DEFINITIONS =
      """
      WITH ours AS (SELECT c.*, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname IN ('pde', 'warehouse', 'history', 'versions', 'mart'))
      SELECT line FROM (
        SELECT format('%s.%s %s %s %s', nspname, relname, relkind, relpersistence, reloptions) FROM ours WHERE relkind <> 'i'
        UNION ALL SELECT format('%s.%s.%s %s %s %s %s %s %s', o.nspname, o.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            a.attnotnull, a.attidentity, a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid), col_description(o.oid, a.attnum))
          FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid LEFT JOIN pg_attrdef d ON d.adrelid = o.oid AND d.adnum = a.attnum
         WHERE a.attnum > 0 AND NOT a.attisdropped AND o.relkind <> 'i'
        UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM ours o JOIN pg_index i ON i.indrelid = o.oid
        UNION ALL SELECT format('%s %s %s', o.relname, k.conname, pg_get_constraintdef(k.oid)) FROM ours o
          JOIN pg_constraint k ON k.conrelid = o.oid WHERE k.contype <> 'n'
        UNION ALL SELECT format('%s %s', relname, pg_get_viewdef(oid)) FROM ours WHERE relkind = 'v'
        UNION ALL SELECT pg_get_functiondef(p.oid) || obj_description(p.oid, 'pg_proc') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname IN ('pde', 'warehouse', 'history', 'versions', 'mart')
        UNION ALL SELECT format('%s.%s: %s', nspname, relname, obj_description(oid, 'pg_class')) FROM ours
        UNION ALL SELECT format('%s.%s acl %s', nspname, relname,
            (SELECT array_agg(x::text ORDER BY x::text) FROM unnest(relacl) x WHERE x::text NOT LIKE 'pde=%')) FROM ours
        UNION ALL SELECT format('%s.%s.%s acl %s', o.nspname, o.relname, a.attname, a.attacl) FROM ours o
          JOIN pg_attribute a ON a.attrelid = o.oid WHERE a.attacl IS NOT NULL
        UNION ALL SELECT format('%s acl %s %s', nspname, nspacl, obj_description(oid, 'pg_namespace')) FROM pg_namespace
          WHERE nspname IN ('pde', 'warehouse', 'history', 'versions', 'mart')
        UNION ALL SELECT format('%s at %s', sequencename, last_value) FROM pg_sequences WHERE schemaname = 'pde'
      ) lines (line) ORDER BY line
      """;

  Home home() {
    return new Home(root);
  }

  Wiring wiring() {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PDE_HOME", root.toString());
    return new Wiring(Settings.from(environment, Path.of("").toAbsolutePath()), note -> {});
  }

  List<RunReport> load(String agency, String name) {
    try (Wiring wiring = wiring()) {
      Path file = Path.of("src/main/demo", agency, name);
      return wiring
          .receiving()
          .deliver(
              wiring.archive().keep(file, name, null).in(agency),
              wiring.recogniser(agency, Choices.DEFAULT),
              RunListener.SILENT);
    }
  }

  List<RunReport> runs() {
    try (Wiring wiring = wiring()) {
      return wiring.ledger().runs(new Ledger.Filter(null, null, 100));
    }
  }

  WarehouseCopy copy() {
    return new PostgresCopy(database::connections, this::superuser);
  }

  private Optional<Connections> superuser() {
    Path secret = Path.of("target/test-pg/secrets/pg-superuser");
    if (!Files.exists(secret)) {
      return Optional.empty();
    }
    try {
      Password password = new Password(Files.readString(secret).strip());
      return Optional.of(
          new Connections(new ConnectionSettings(database.settings().url(), "postgres", password)));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Lines of a question's first column. */
  List<String> ask(String question) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> definitions() throws SQLException {
    return ask(DEFINITIONS);
  }

  /** Rows of every table, hashed by the server. */
  Map<String, String> rows() throws SQLException {
    return TableDigests.of(database.connections());
  }

  /** Every file below a folder of the home, with its content, rights and time. */
  Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Sha256.hex(digested(file))
                + Files.getPosixFilePermissions(file)
                + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private static MessageDigest digested(Path file) throws IOException {
    var digest = Sha256.digest();
    digest.update(Files.readAllBytes(file));
    return digest;
  }

  /** As if nobody had looked at it. */
  void empty() throws SQLException {
    execute("DROP SCHEMA IF EXISTS pde, warehouse, history, versions, mart CASCADE");
  }
}

package id.pde.app.bench;

import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The two tables of the benchmark, and the side that PostgreSQL does alone. */
record BenchTables(Connections connections) {

  static final String COPY = "COPY warehouse.pde_bench_copy FROM STDIN (FORMAT csv)";

  private static final String CREATE =
      "CREATE TABLE warehouse.pde_bench_copy (LIKE warehouse.pde_bench INCLUDING ALL)";

  private static final List<String> REMOVE =
      List.of(
          "DROP TABLE IF EXISTS warehouse.pde_bench_stage, warehouse.pde_bench_copy, warehouse.pde_bench, history.pde_bench CASCADE",
          "DELETE FROM pde.issue USING pde.run r WHERE issue.run = r.run AND r.mapping = 'bench/append'",
          "DELETE FROM pde.issue_count USING pde.run r WHERE issue_count.run = r.run AND r.mapping = 'bench/append'",
          "DELETE FROM pde.run WHERE mapping = 'bench/append'",
          "DELETE FROM pde.delivery WHERE first_name = 'bench.csv' AND sha256 = repeat('0', 64)",
          "DELETE FROM pde.delivery WHERE first_name LIKE 'pde-bench-%.csv' AND NOT EXISTS (SELECT FROM pde.run r WHERE r.sha256 = delivery.sha256)",
          "DELETE FROM pde.mapping_version WHERE mapping = 'bench/append'",
          "DELETE FROM pde.mapping_history WHERE mapping = 'bench/append'",
          "DELETE FROM pde.owned_table WHERE mapping = 'bench/append'");

  /** Makes COPY's table after PDE's, so that both are equal. */
  void createCopy() throws SQLException {
    execute(List.of(CREATE));
  }

  void empty() throws SQLException {
    execute(
        List.of(
            "TRUNCATE warehouse.pde_bench, warehouse.pde_bench_copy",
            "TRUNCATE history.pde_bench"));
  }

  /** As {@link #empty}, where there is no table of COPY's. */
  void emptyOwn() throws SQLException {
    execute(List.of("TRUNCATE warehouse.pde_bench", "TRUNCATE history.pde_bench"));
  }

  /** As {@link #settle}, where there is no table of COPY's. */
  void settleOwn() throws SQLException {
    execute(List.of("VACUUM (ANALYZE) warehouse.pde_bench", "VACUUM (ANALYZE) history.pde_bench"));
  }

  private static final String STAGE = "COPY warehouse.pde_bench_stage FROM STDIN (FORMAT csv)";

  private static final String UPSERT =
      "INSERT INTO warehouse.pde_bench_copy SELECT * FROM warehouse.pde_bench_stage"
          + " ON CONFLICT (nomor) DO UPDATE SET ";

  private static final List<String> SET =
      List.of(
          "nik",
          "nama",
          "jenis_kelamin",
          "tanggal_lahir",
          "agama",
          "alamat",
          "kelurahan",
          "penghasilan",
          "luas_tanah",
          "anggota",
          "terdaftar",
          "aktif",
          "keterangan",
          "_run",
          "_row",
          "_period");

  /** What is written by hand. */
  static List<String> upsertSql() {
    return List.of(
        STAGE,
        UPSERT
            + SET.stream()
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", ")),
        "TRUNCATE warehouse.pde_bench_stage");
  }

  /** Makes the unlogged stage of the side that is written by hand. */
  void createStage() throws SQLException {
    execute(List.of("CREATE UNLOGGED TABLE warehouse.pde_bench_stage (LIKE warehouse.pde_bench)"));
  }

  /** Lets the server know what stands, and write it out, before anything is measured. */
  void settle() throws SQLException {
    execute(
        List.of(
            "VACUUM (ANALYZE) warehouse.pde_bench", "VACUUM (ANALYZE) warehouse.pde_bench_copy"));
  }

  /** Takes rows in by hand, in one transaction; how many were written. */
  long upsert(Path canonical) throws SQLException, IOException {
    List<String> sql = upsertSql();
    try (Connection connection = connections.open(Purpose.LOADING);
        InputStream rows = Files.newInputStream(canonical);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql.get(0), rows, 1 << 16);
      long written = statement.executeLargeUpdate(sql.get(1));
      statement.execute(sql.get(2));
      connection.commit();
      return written;
    }
  }

  /** Takes away every trace of the benchmark. */
  void remove() throws SQLException {
    execute(REMOVE);
  }

  long copy(Path canonical) throws SQLException, IOException {
    try (Connection connection = connections.open(Purpose.LOADING);
        InputStream rows = Files.newInputStream(canonical)) {
      connection.setAutoCommit(false);
      long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, rows, 1 << 16);
      connection.commit();
      return copied;
    }
  }

  String server() throws SQLException {
    try (Connection connection = connections.open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_version")) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(List<String> statements) throws SQLException {
    try (Connection connection = connections.open(Purpose.LOADING);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}

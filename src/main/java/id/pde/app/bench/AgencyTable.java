package id.pde.app.bench;

import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** The table of the benchmark as an agency has it, on a server of its own. */
record AgencyTable(ConnectionSettings settings) {

  static final String OUT = "COPY bench TO STDOUT";
  static final String IN = "COPY warehouse.pde_bench_copy FROM STDIN";

  static final String SELECT =
      """
      SELECT nik AS "NIK", nama AS "Nama Lengkap", jk AS "JK", lahir AS "Tgl Lahir", agama AS "Agama",
        alamat AS "Alamat", kelurahan AS "Kelurahan", penghasilan AS "Penghasilan", luas AS "Luas Tanah",
        anggota AS "Anggota Keluarga", terdaftar AS "Terdaftar", aktif AS "Aktif", ket AS "Keterangan" FROM bench
      """;

  /** The last four columns are what PDE adds to a row, for the sake of COPY. */
  private static final String CREATE =
      """
      CREATE TABLE bench (nik text, nama text, jk text, lahir date, agama text, alamat text, kelurahan text,
        penghasilan numeric(14,2), luas numeric(10,2), anggota bigint, terdaftar date, aktif boolean, ket text,
        _run bigint, _row text, _period text, _since text)
      """;

  void create() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS bench");
      statement.execute(CREATE);
    }
  }

  void fill(Path canonical) throws SQLException, IOException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        InputStream rows = Files.newInputStream(canonical)) {
      statement.execute("TRUNCATE bench");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY bench FROM STDIN (FORMAT csv)", rows, 1 << 16);
      statement.execute("VACUUM (ANALYZE) bench");
    }
  }

  /** Carries all rows over in one transaction, without looking at them; how many came. */
  long pipe(Connections target) throws SQLException {
    try (Connection from = open();
        Connection to = target.open(Purpose.LOADING)) {
      to.setAutoCommit(false);
      CopyOut out = from.unwrap(PGConnection.class).getCopyAPI().copyOut(OUT);
      CopyIn in = to.unwrap(PGConnection.class).getCopyAPI().copyIn(IN);
      for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
        in.writeToCopy(row, 0, row.length);
      }
      long copied = in.endCopy();
      to.commit();
      return copied;
    }
  }

  private Connection open() {
    return new Connections(settings).open(Purpose.LOADING);
  }
}

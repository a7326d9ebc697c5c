package id.pde.warehouse.backup;

import id.pde.run.backup.RowDigest;
import id.pde.run.backup.SavedTable;
import id.pde.warehouse.backup.Catalogue.Relation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads a table in PostgreSQL's binary form, and digests its rows on the way. */
final class RowsOut {

  /** Signature (11), flags (4), length of the extension (4), which is zero. */
  private static final int HEADER = 19;

  private static final int TRAILER = 2;

  private RowsOut() {}

  /** Copies all rows as COPY writes them. */
  static SavedTable copy(Connection connection, Relation table, OutputStream out)
      throws SQLException, IOException {
    RowDigest digest = new RowDigest();
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + table.filled() + " TO STDOUT (FORMAT binary)");
    try {
      int begin = HEADER;
      for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
        out.write(message);
        if (message.length > begin) {
          digest(message, begin, digest);
        }
        begin = Math.max(0, begin - message.length);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    return new SavedTable(table.schema(), table.name(), digest.rows(), digest.hex());
  }

  /** PostgreSQL sends a row at a time, behind the header, and the trailer as a row of -1 fields. */
  private static void digest(byte[] message, int begin, RowDigest digest) throws IOException {
    ByteBuffer row = ByteBuffer.wrap(message, begin, message.length - begin);
    int fields = row.getShort();
    int at = begin + TRAILER;
    for (int field = 0; field < fields; field++) {
      int length = row.getInt(at);
      at += Integer.BYTES + Math.max(0, length);
    }
    if (at != message.length) {
      throw new IOException("COPY sent something else than a row");
    }
    if (fields >= 0) {
      digest.add(message, begin, message.length - begin);
    }
  }
}

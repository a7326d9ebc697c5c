package id.pde.warehouse.ledger;

import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import id.pde.warehouse.copy.BinaryRows;
import id.pde.warehouse.copy.BlockSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rejected rows on their way to {@code pde.quarantine}, in a file of COPY's format: the COPY of the
 * accepted ones has the connection meanwhile. The file's name is gone as soon as it is open, so
 * that no personal values stay behind, whatever ends the run.
 */
public final class RejectSpool implements BlockSink, AutoCloseable {

  private static final String COPY =
      "COPY pde.quarantine (run, ordinal, place, headings, row_values, issues)"
          + " FROM STDIN (FORMAT binary)";

  private static final int VALUES = 6;

  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final FileChannel file;
  private final BinaryRows rows;
  private @Nullable Header header;
  private byte[] headings = new byte[0];

  private RejectSpool(Path folder, FileChannel file) throws SQLException {
    this.folder = folder;
    this.file = file;
    this.rows = new BinaryRows(this);
  }

  /** A spool in a folder that only PDE reads. */
  public static RejectSpool open(Path folder) throws SQLException {
    try {
      Files.createDirectories(folder);
      Path path = folder.resolve("rejects-" + UUID.randomUUID() + ".copy");
      // On Linux the name goes with the call that makes it.
      return new RejectSpool(folder, FileChannel.open(path, OPTIONS, OWNER_ONLY));
    } catch (IOException failure) {
      throw refused(folder, failure);
    }
  }

  public long rows() {
    return rows.rows();
  }

  public void add(long run, Outcome.Rejected rejected) throws SQLException {
    Row row = rejected.row();
    rows.row(VALUES);
    rows.integer(run);
    rows.integer(row.ordinal());
    rows.text(Storable.text(row.location(-1).shown()));
    rows.encoded(headings(row.header()));
    rows.text(IssueJson.texts(values(row)));
    rows.text(IssueJson.issues(rejected.issues()));
  }

  /** Copies everything into the quarantine and gives the number of rows the server took. */
  public long copyTo(Connection connection) throws SQLException {
    rows.end();
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      file.position(0);
      while (file.read(block) >= 0) {
        copy.writeToCopy(block.array(), 0, block.position());
        block.clear();
      }
      return copy.endCopy();
    } catch (IOException failure) {
      throw refused(folder, failure);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  @Override
  public byte[] first() {
    return new byte[BLOCK];
  }

  @Override
  public byte[] exchange(byte[] block, int length) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      return block;
    } catch (IOException failure) {
      throw refused(folder, failure);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw refused(folder, failure);
    }
  }

  private byte[] headings(Header of) {
    if (!of.equals(header)) {
      header = of;
      String json = IssueJson.texts(of.fields().stream().map(Field::heading).toList());
      headings = json.getBytes(StandardCharsets.UTF_8);
    }
    return headings;
  }

  private static List<@Nullable String> values(Row row) {
    List<@Nullable String> values = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      values.add(row.text(i));
    }
    return values;
  }

  private static TargetRefused refused(Path folder, IOException failure) {
    Advice advice =
        new Advice(
            "",
            new Text(
                "Baris yang ditolak tidak dapat disimpan sementara di " + folder,
                "Rejected rows cannot be kept for the moment in " + folder),
            new Text(
                "Periksa ruang disk dan hak tulis folder itu, lalu ulangi; tidak ada yang tersimpan",
                "Check the disk space and the right to write there, then repeat; nothing was kept"));
    Location place = new Location.Whole(folder.toString());
    return new TargetRefused(Issue.of("work.unwritable", Severity.REFUSE, place, advice), failure);
  }
}

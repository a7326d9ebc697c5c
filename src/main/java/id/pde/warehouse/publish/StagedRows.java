package id.pde.warehouse.publish;

import static java.util.stream.Collectors.joining;

import id.pde.mapping.DeliveryCheck;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.warehouse.copy.BinaryRows;
import id.pde.warehouse.copy.CopyPipe;
import id.pde.warehouse.copy.ValueWriter;
import id.pde.warehouse.table.KeyForm;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Accepted rows in the temporary table {@code pde_stage}, which ends with the transaction, and the
 * statements that are run on it.
 */
final class StagedRows implements AutoCloseable {

  private final Draft draft;
  private final CopyPipe pipe;
  private final BinaryRows rows;
  private final ValueWriter values;
  private final int marked;
  private final int width;
  private final boolean deletes;
  private final @Nullable KeySuspects suspects;

  StagedRows(Draft draft) throws SQLException {
    this.draft = draft;
    this.deletes = draft.order().mapping().records().deletion() != null;
    this.suspects = KeySuspects.of(draft.order().mapping(), draft.shape());
    Room.make(draft.connection());
    run(create(draft.shape(), marks(draft), deletes));
    String copy = copy(draft.shape(), marks(draft), deletes);
    this.pipe = CopyPipe.open(draft.connection(), copy, draft::reading);
    this.rows = new BinaryRows(pipe);
    this.values = new ValueWriter(draft.order().mapping().columns());
    this.marked = marks(draft);
    this.width = draft.shape().columns().size() + 3 + marked + (deletes ? 1 : 0);
  }

  /** Whether rows carry a number for a check. */
  static boolean isMarked(DeliveryCheck check) {
    return check instanceof DeliveryCheck.Unique || check instanceof DeliveryCheck.Duplicates;
  }

  private static int marks(Draft draft) {
    return (int) draft.order().mapping().checks().stream().filter(StagedRows::isMarked).count();
  }

  /** The column of a number, counted from 0. */
  static String mark(int number) {
    return "_mark" + number;
  }

  /** Whether rows may say that they delete. */
  boolean deletes() {
    return deletes;
  }

  /** Whether the keys are known to have come in ascending order. */
  boolean inOrder() {
    return suspects != null && suspects.inOrder();
  }

  /** The rows whose key may have come before; null: it is not known which. */
  @Nullable KeySuspects suspects() {
    return suspects == null || suspects.tooMany() ? null : suspects;
  }

  /** Takes a row of data. */
  void accept(Record record, @Nullable Period period, List<@Nullable Long> marks)
      throws SQLException {
    take(record, period, marks, false);
  }

  /** Takes a row that deletes the one of its key. */
  void delete(Record record, @Nullable Period period) throws SQLException {
    take(record, period, List.of(), true);
  }

  private void take(
      Record record, @Nullable Period period, List<@Nullable Long> marks, boolean deleting)
      throws SQLException {
    if (suspects != null) {
      suspects.see(record, period);
    }
    rows.row(width);
    rows.integer(record.row().ordinal());
    rows.text(record.row().reference());
    RowPath.write(period, rows);
    values.write(record, rows);
    for (int i = 0; i < marked; i++) {
      Long mark = i < marks.size() ? marks.get(i) : null;
      if (mark == null) {
        rows.absent();
      } else {
        rows.integer(mark);
      }
    }
    if (deletes) {
      rows.bool(deleting);
    }
  }

  void copied() throws SQLException {
    rows.end();
    long copied = pipe.finish();
    if (copied != rows.rows()) {
      throw new SQLException("the server took another number of rows than were sent", "XX000");
    }
  }

  long count() {
    return rows.rows();
  }

  @Override
  public void close() {
    pipe.close();
  }

  /** Runs a statement and gives the number of rows it wrote. */
  long run(String sql) throws SQLException {
    try (Statement statement = draft.connection().createStatement()) {
      return Math.max(statement.executeLargeUpdate(sql), 0);
    }
  }

  /** Runs a statement with one array of numbers. */
  void run(String sql, long[] numbers) throws SQLException {
    Connection connection = draft.connection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("bigint", Arrays.stream(numbers).boxed().toArray()));
      statement.execute();
    }
  }

  /** Two counts of one statement. */
  record Pair(long first, long second) {}

  Pair pair(String sql) throws SQLException {
    Connection connection = draft.connection();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new Pair(row.getLong(1), row.getLong(2));
    }
  }

  /** Key columns have the target's collation, so that its index serves the join. */
  private static String create(TableShape shape, int marks, boolean deletes) {
    String columns =
        shape.columns().stream()
            .map(column -> Sql.name(column.name()) + " " + column.type() + column.collation())
            .collect(joining(", "));
    return "CREATE TEMP TABLE pde_stage (_ordinal bigint NOT NULL, _row text NOT NULL, _period text, "
        + columns
        + IntStream.range(0, marks).mapToObj(i -> ", " + mark(i) + " bigint").collect(joining())
        + (shape.keyForm().digested() ? ", " + Sql.name(KeyForm.DIGEST) + " uuid" : "")
        + (deletes ? ", _deletes boolean NOT NULL" : "")
        + ") ON COMMIT DROP";
  }

  private static String copy(TableShape shape, int marks, boolean deletes) {
    return "COPY pg_temp.pde_stage (_ordinal, _row, _period, "
        + Sql.names("", shape.names())
        + IntStream.range(0, marks).mapToObj(i -> ", " + mark(i)).collect(joining())
        + (deletes ? ", _deletes" : "")
        + ") FROM STDIN (FORMAT binary)";
  }
}

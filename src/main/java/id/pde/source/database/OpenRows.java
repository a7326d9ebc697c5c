package id.pde.source.database;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.RowsSpool.Cells;
import id.pde.run.RowsSpool.Spool;
import id.pde.run.SourceUnreadable;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PulledRows;
import id.pde.source.database.TableColumns.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one question. */
final class OpenRows implements PulledRows {

  private final DatabasePull source;
  private final Pull pull;
  private final Question question;
  private @Nullable Cursor cursor;
  private State state = State.NEW;
  private List<Issue> notes = List.of();
  private long rows;

  /** A statement and its parameters. */
  record Question(String sql, Binding binding) {}

  private record Cursor(
      Connection connection, PreparedStatement statement, ResultSet result, TableColumns table) {}

  private enum State {
    NEW,
    /** The row that was stepped to was not given yet. */
    AT_ROW,
    BETWEEN,
    ENDED
  }

  OpenRows(DatabasePull source, Pull pull, Question question) {
    this.source = source;
    this.pull = pull;
    this.question = question;
  }

  @Override
  public String connection() {
    return source.name();
  }

  @Override
  public List<Issue> notes() {
    return notes;
  }

  @Override
  public void copyTo(Spool spool) {
    Cursor open = open();
    List<Column> columns = open.table().columns();
    spool.columns(
        columns.stream().map(Column::name).toList(), columns.stream().map(Column::type).toList());
    while (hasNext()) {
      spool.row(cells -> give(open, cells));
      state = State.BETWEEN;
    }
  }

  private void give(Cursor open, Cells cells) {
    try {
      for (Column column : open.table().columns()) {
        column.kind().give(open.result(), column.position(), cells);
      }
    } catch (CellKind.BytesInside bytes) {
      throw bytes(bytes);
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public boolean hasNext() {
    if (state == State.AT_ROW || state == State.ENDED) {
      return state == State.AT_ROW;
    }
    Cursor open = open();
    try {
      if (open.result().next()) {
        rows++;
        state = State.AT_ROW;
        return true;
      }
      state = State.ENDED;
      release(open);
      return false;
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  @Override
  public Map<String, @Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all rows were given");
    }
    Cursor open = open();
    NamedCells cells = new NamedCells(open.table().columns());
    give(open, cells);
    state = State.BETWEEN;
    return cells.row();
  }

  private Cursor open() {
    Cursor open = cursor;
    if (open != null) {
      return open;
    }
    if (state == State.ENDED) {
      throw new IllegalStateException("these rows were given already");
    }
    try {
      Cursor begun = begin();
      cursor = begun;
      notes = begun.table().notes();
      state = State.BETWEEN;
      return begun;
    } catch (SQLException failed) {
      throw failed(failed);
    }
  }

  // Whatever goes wrong before the cursor stands lets the connection go.
  private Cursor begin() throws SQLException {
    Connection connection = source.login().open();
    try {
      connection.setAutoCommit(false);
      String first = source.dialect().transaction();
      if (first != null) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(first);
        }
      }
      PreparedStatement statement =
          connection.prepareStatement(
              question.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
      statement.setFetchSize(pull.limits().rowsAtOnce());
      statement.setQueryTimeout(pull.limits().seconds());
      if (pull.limits().rows() > 0) {
        statement.setMaxRows((int) Math.min(Integer.MAX_VALUE, pull.limits().rows()));
      }
      question.binding().set(statement);
      ResultSet result = statement.executeQuery();
      TableColumns table = TableColumns.of(result.getMetaData(), source.dialect(), source.name());
      refuseTwice(table);
      return new Cursor(connection, statement, result, table);
    } catch (SQLException | RuntimeException failed) {
      abandon(connection);
      throw failed;
    }
  }

  private void refuseTwice(TableColumns table) {
    String twice = table.twice();
    if (!twice.isEmpty()) {
      throw new SourceUnreadable(
          source
              .faults()
              .issue(
                  "source.twice",
                  twice,
                  new Text(
                      "dua kolom hasil kueri bernama " + twice,
                      "two columns of the result are called " + twice),
                  new Text(
                      "beri salah satu nama lain dengan AS",
                      "give one of them another name with AS")),
          null);
    }
  }

  private SourceUnreadable bytes(SQLException cause) {
    close();
    return new SourceUnreadable(
        source
            .faults()
            .issue(
                "rows.bytes",
                "rows hold text, numbers and dates",
                new Text(
                    "baris ke-" + rows + " memuat data biner, yang tidak dapat disimpan",
                    "row " + rows + " holds binary content, which is not kept"),
                new Text(
                    "ambil hanya kolom teks, angka dan tanggal di rute",
                    "pull only columns of text, numbers and dates in the route")),
        cause);
  }

  private SourceUnreadable failed(SQLException failed) {
    Issue issue = source.faults().of(failed, rows);
    close();
    return new SourceUnreadable(issue, failed);
  }

  @Override
  public void close() {
    Cursor open = cursor;
    boolean midway = state == State.AT_ROW || state == State.BETWEEN;
    state = State.ENDED;
    if (open != null && midway) {
      // A driver would read all that is left before the connection is free again.
      abandon(open.connection());
    }
    cursor = null;
  }

  /** Result and statement end before the transaction does. */
  @SuppressWarnings("try")
  private static void release(Cursor open) throws SQLException {
    try (Connection connection = open.connection();
        PreparedStatement statement = open.statement();
        ResultSet result = open.result()) {
      result.close();
      statement.close();
      connection.rollback();
    }
  }

  private static void abandon(Connection connection) {
    try (connection) {
      connection.abort(Runnable::run);
    } catch (SQLException broken) {
      // It is gone either way; why it had to go is said by the failure that led here.
      return;
    }
  }
}

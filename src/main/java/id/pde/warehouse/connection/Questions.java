package id.pde.warehouse.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are sent together and answered one after the other: one round trip to the server
 * for all of them. Each sees what those before it did, as if it had been sent alone.
 */
public final class Questions {

  private final List<Answer<?>> asked = new ArrayList<>();

  /** Reads the rows that answer a question. */
  public interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  /** What a question will be answered with. */
  public static final class Answer<T> {
    private final String sql;
    private final List<? extends @Nullable Object> parameters;
    private final Reading<T> reading;
    private @Nullable T read;

    private Answer(String sql, List<? extends @Nullable Object> parameters, Reading<T> reading) {
      this.sql = sql;
      this.parameters = parameters;
      this.reading = reading;
    }

    /** The answer, once the questions were sent. */
    public T get() {
      T there = read;
      if (there == null) {
        throw new IllegalStateException("not asked yet");
      }
      return there;
    }

    private void read(ResultSet rows) throws SQLException {
      read = reading.of(rows);
    }
  }

  /**
   * Adds a question.
   *
   * @param sql one statement that gives rows
   * @param parameters in the order of its marks
   */
  public <T> Answer<T> ask(
      String sql, List<? extends @Nullable Object> parameters, Reading<T> reading) {
    Answer<T> answer = new Answer<>(sql, parameters, reading);
    asked.add(answer);
    return answer;
  }

  /** Adds a question that is answered with yes or no. */
  public Answer<Boolean> whether(String sql, List<? extends @Nullable Object> parameters) {
    return ask(sql, parameters, rows -> rows.next() && rows.getBoolean(1));
  }

  /** Asks all of them. */
  public void send(Connection connection) throws SQLException {
    String together = asked.stream().map(one -> one.sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(together)) {
      int position = 0;
      for (Answer<?> one : asked) {
        for (Object parameter : one.parameters) {
          statement.setObject(++position, parameter);
        }
      }
      statement.execute();
      for (Answer<?> one : asked) {
        try (ResultSet rows = statement.getResultSet()) {
          one.read(rows);
        }
        statement.getMoreResults();
      }
    }
  }
}

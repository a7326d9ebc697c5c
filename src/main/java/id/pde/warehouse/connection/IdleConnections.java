package id.pde.warehouse.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for the next short question of a server: to log in takes longer than most
 * questions do. Only for those that leave nothing in their session. Safe for use by many threads.
 */
final class IdleConnections {

  private static final int ANSWER_SECONDS = 2;

  /** One that waited longer is asked first whether it still lives. */
  private static final Duration FRESH = Duration.ofMillis(500);

  /** One that waited longer is not used again. */
  private static final Duration OLD = Duration.ofSeconds(30);

  private final int most;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

  private record Idle(Connection connection, long since, String use) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - since > age.toNanos();
    }
  }

  /**
   * @param most wait at a time
   */
  IdleConnections(int most) {
    this.most = most;
  }

  /** Opens a new one. */
  interface Opening {
    Connection open() throws SQLException;
  }

  /** One that waited, or a new one; closing it gives it back. */
  Connection take(Opening opening) throws SQLException {
    Connection waited = waited();
    Connection connection = waited == null ? opening.open() : waited;
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, method, arguments));
  }

  /** One that waited, and lives; null: none did. */
  @Nullable Connection waited() throws SQLException {
    Waited found = waited("");
    return found == null ? null : found.connection();
  }

  /**
   * One that waited.
   *
   * @param use what it was used for
   */
  record Waited(Connection connection, String use) {}

  /** One that waited, and lives, rather one of the same use; null: none did. */
  @Nullable Waited waited(String use) throws SQLException {
    for (Idle next = poll(use); next != null; next = poll(use)) {
      boolean good =
          !next.isOlderThan(OLD)
              && (!next.isOlderThan(FRESH) || next.connection().isValid(ANSWER_SECONDS));
      if (good) {
        return new Waited(next.connection(), next.use());
      }
      next.connection().close();
    }
    return null;
  }

  private synchronized @Nullable Idle poll(String use) {
    for (Iterator<Idle> newest = idle.descendingIterator(); newest.hasNext(); ) {
      Idle next = newest.next();
      if (next.use().equals(use)) {
        newest.remove();
        return next;
      }
    }
    return idle.pollLast();
  }

  private @Nullable Object call(
      Connection connection, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      giveBack(connection);
      return null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private void giveBack(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
    if (!isKept(connection, "")) {
      connection.close();
    }
  }

  /** Whether it waits from now on; who gives it closes it otherwise. */
  synchronized boolean isKept(Connection connection, String use) {
    if (closed || idle.size() >= most) {
      return false;
    }
    idle.addLast(new Idle(connection, System.nanoTime(), use));
    return true;
  }

  /** Closes those that wait; from now on none waits. */
  void close() {
    refuse();
    for (Idle next = poll(""); next != null; next = poll("")) {
      try {
        next.connection().close();
      } catch (SQLException gone) {
        // It was lost: there is nothing to close.
      }
    }
  }

  private synchronized void refuse() {
    closed = true;
  }
}

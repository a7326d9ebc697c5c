package id.pde.warehouse.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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

  private record Idle(Connection connection, long since) {
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
    for (Idle next = poll(); next != null; next = poll()) {
      boolean good =
          !next.isOlderThan(OLD)
              && (!next.isOlderThan(FRESH) || next.connection().isValid(ANSWER_SECONDS));
      if (good) {
        return next.connection();
      }
      next.connection().close();
    }
    return null;
  }

  private synchronized @Nullable Idle poll() {
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
    if (!isKept(connection)) {
      connection.close();
    }
  }

  /** Whether it waits from now on; who gives it closes it otherwise. */
  synchronized boolean isKept(Connection connection) {
    if (closed || idle.size() >= most) {
      return false;
    }
    idle.addLast(new Idle(connection, System.nanoTime()));
    return true;
  }

  /** Closes those that wait; from now on none waits. */
  void close() {
    refuse();
    for (Idle next = poll(); next != null; next = poll()) {
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

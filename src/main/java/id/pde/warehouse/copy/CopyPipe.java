package id.pde.warehouse.copy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One COPY ... FROM STDIN fed by a thread of its own, so that encoding and sending overlap; what
 * fits into one block is sent by who filled it. Filled by one thread; while it is open nothing else
 * may use the connection, and after a failure nothing at all.
 */
public final class CopyPipe implements BlockSink, AutoCloseable {

  private static final int BLOCKS = 4;
  private static final int CLOSE_SECONDS = 5;

  private final Connection connection;
  private final CopyIn copy;
  private final Runnable started;
  private final BlockingQueue<Order> filled = new ArrayBlockingQueue<>(BLOCKS + 2);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread writer;
  private final ReentrantLock ending = new ReentrantLock();
  private volatile @Nullable SQLException failure;
  private volatile long copied;
  private int made;
  private boolean sending;
  private boolean ended;

  /** What the writer is told. */
  private sealed interface Order {
    /** Send this. */
    record Send(ByteBuffer bytes) implements Order {}

    /** That was all. */
    record End() implements Order {}

    /** Forget it. */
    record Abort() implements Order {}
  }

  private CopyPipe(Connection connection, CopyIn copy, Runnable started) {
    this.connection = connection;
    this.copy = copy;
    this.started = started;
    this.writer = new Thread(this::write, "pde-copy");
    this.writer.setDaemon(true);
  }

  /**
   * Begins a COPY.
   *
   * @param started called once, when the first block is on its way
   */
  public static CopyPipe open(Connection connection, String sql, Runnable started)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    return new CopyPipe(connection, copy, started);
  }

  @Override
  public byte[] first() throws SQLException {
    return emptyBlock();
  }

  @Override
  public byte[] exchange(byte[] block, int length) throws SQLException {
    stopOnFailure();
    if (sending && writer.getState() == Thread.State.NEW) {
      writer.start();
    }
    put(new Order.Send(ByteBuffer.wrap(block, 0, length)));
    if (!sending) {
      sending = true;
      started.run();
    }
    return emptyBlock();
  }

  /** Ends the COPY and gives the number of rows that the server took. */
  public long finish() throws SQLException {
    put(new Order.End());
    ended = true;
    if (writer.getState() == Thread.State.NEW) {
      write();
    } else {
      join(0);
    }
    stopOnFailure();
    return copied;
  }

  /** Breaks off a COPY that was not finished; the connection is then closed. */
  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    filled.clear();
    filled.add(new Order.Abort());
    if (writer.getState() == Thread.State.NEW) {
      writer.start();
    }
    try {
      join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
      if (writer.isAlive()) {
        // The network is stuck in the middle of a block: only taking the socket away ends it.
        connection.abort(Runnable::run);
      }
    } catch (SQLException broken) {
      // Whatever the connection says while it is thrown away changes nothing.
      failure = broken;
    }
  }

  private void write() {
    boolean writing = true;
    while (writing) {
      try {
        Order next = filled.take();
        writing = next instanceof Order.Send;
        step(next);
      } catch (InterruptedException stop) {
        fail(new SQLException("the writer was interrupted", "57014", stop));
        writing = false;
      }
    }
  }

  /**
   * After a failure blocks are only passed back, so that the filling thread never waits in vain.
   */
  private void step(Order next) {
    try {
      if (next instanceof Order.Abort) {
        copy.cancelCopy();
      } else if (failure == null) {
        send(next);
      }
    } catch (SQLException refused) {
      fail(refused);
    } catch (RuntimeException broken) {
      fail(new SQLException("the driver broke off the COPY", "08006", broken));
    }
    if (next instanceof Order.Send sent) {
      empty.add(sent.bytes().array());
    }
  }

  private void send(Order next) throws SQLException {
    if (next instanceof Order.Send filled) {
      copy.writeToCopy(filled.bytes().array(), 0, filled.bytes().limit());
    } else {
      copied = copy.endCopy();
    }
  }

  private void fail(SQLException first) {
    ending.lock();
    try {
      if (failure == null) {
        failure = first;
      }
    } finally {
      ending.unlock();
    }
  }

  private byte[] emptyBlock() throws SQLException {
    try {
      if (empty.isEmpty() && made < BLOCKS) {
        made++;
        return new byte[BLOCK];
      }
      byte[] block = empty.poll(1, TimeUnit.SECONDS);
      while (block == null) {
        stopOnDeath();
        block = empty.poll(1, TimeUnit.SECONDS);
      }
      return block;
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private void put(Order order) throws SQLException {
    try {
      while (!filled.offer(order, 1, TimeUnit.SECONDS)) {
        stopOnDeath();
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private void join(long millis) throws SQLException {
    try {
      writer.join(millis);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private void stopOnDeath() throws SQLException {
    stopOnFailure();
    if (!writer.isAlive()) {
      throw new SQLException("the writer of the COPY ended early", "08006");
    }
  }

  private void stopOnFailure() throws SQLException {
    SQLException found = failure;
    if (found != null) {
      throw found;
    }
  }

  private static SQLException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new SQLException("interrupted while rows were sent", "57014", cause);
  }
}

package id.pde.warehouse.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * Writes rows in PostgreSQL's binary COPY format ("COPY", file formats, binary format). Used by one
 * thread.
 */
public final class BinaryRows {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  /** PostgreSQL counts days and microseconds from 2000-01-01. */
  private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();

  private static final long EPOCH_SECONDS = EPOCH_DAYS * 86_400;

  /** The largest fixed part of any value: a length and 19 groups of a numeric with its header. */
  private static final int FIXED = 64;

  /** Of the binary form of jsonb (jsonb_recv), one byte. */
  private static final String JSONB_VERSION = "\u0001";

  private final BlockSink sink;
  private byte[] block;
  private int at;
  private long rows;

  public BinaryRows(BlockSink sink) throws SQLException {
    this.sink = sink;
    this.block = sink.first();
    System.arraycopy(SIGNATURE, 0, block, 0, SIGNATURE.length);
    this.at = SIGNATURE.length;
  }

  /** How many rows were begun. */
  public long rows() {
    return rows;
  }

  /** Begins a row; so many values follow. */
  public void row(int values) throws SQLException {
    room(2);
    SHORTS.set(block, at, (short) values);
    at += 2;
    rows++;
  }

  public void absent() throws SQLException {
    room(4);
    INTS.set(block, at, -1);
    at += 4;
  }

  /**
   * Text as UTF-8.
   *
   * @throws SQLException with state 22021 for what PostgreSQL's text cannot hold: half a surrogate
   *     pair
   */
  public void text(CharSequence text) throws SQLException {
    int length = text.length();
    if (length > (BlockSink.BLOCK - FIXED) / 3) {
      encoded(Utf8.encode(text));
      return;
    }
    room(4 + 3 * length);
    int start = at + 4;
    int end = Utf8.encode(text, block, start);
    INTS.set(block, at, end - start);
    at = end;
  }

  /** A JSON document for a column of jsonb: its version, and the text. */
  public void json(String document) throws SQLException {
    encoded(Utf8.encode(JSONB_VERSION + document));
  }

  /** A value whose bytes are ready. */
  public void encoded(byte[] value) throws SQLException {
    room(4);
    INTS.set(block, at, value.length);
    at += 4;
    int done = 0;
    while (done < value.length) {
      int part = Math.min(value.length - done, block.length - at);
      System.arraycopy(value, done, block, at, part);
      at += part;
      done += part;
      if (at == block.length) {
        handOver();
      }
    }
  }

  public void integer(long value) throws SQLException {
    room(12);
    INTS.set(block, at, 8);
    LONGS.set(block, at + 4, value);
    at += 12;
  }

  public void numeric(BigDecimal value) throws SQLException {
    if (!NumericDigits.isShort(value)) {
      encoded(NumericDigits.encode(value));
      return;
    }
    room(FIXED);
    int end = NumericDigits.encode(value, block, at + 4);
    INTS.set(block, at, end - at - 4);
    at = end;
  }

  public void date(LocalDate value) throws SQLException {
    room(8);
    INTS.set(block, at, 4);
    INTS.set(block, at + 4, Math.toIntExact(value.toEpochDay() - EPOCH_DAYS));
    at += 8;
  }

  public void timestamp(OffsetDateTime value) throws SQLException {
    long seconds = value.toEpochSecond() - EPOCH_SECONDS;
    long micros = value.getNano() / 1_000;
    integer(Math.addExact(Math.multiplyExact(seconds, 1_000_000L), micros));
  }

  public void time(LocalTime value) throws SQLException {
    integer(value.toNanoOfDay() / 1_000);
  }

  public void bool(boolean value) throws SQLException {
    room(5);
    INTS.set(block, at, 1);
    block[at + 4] = (byte) (value ? 1 : 0);
    at += 5;
  }

  /** Ends the rows and hands over what is left. */
  public void end() throws SQLException {
    room(2);
    SHORTS.set(block, at, (short) -1);
    at += 2;
    handOver();
  }

  private void room(int bytes) throws SQLException {
    if (block.length - at < bytes) {
      handOver();
    }
  }

  private void handOver() throws SQLException {
    block = sink.exchange(block, at);
    at = 0;
  }
}

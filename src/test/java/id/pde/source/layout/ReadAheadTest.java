package id.pde.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {

  private final byte[] content = new byte[1_000_003];

  ReadAheadTest() {
    new Random(3).nextBytes(content);
  }

  @Test
  void givesEveryByteInItsOrder() throws IOException {
    try (InputStream ahead = new ReadAhead(new ByteArrayInputStream(content))) {
      assertThat(ahead.read()).isEqualTo(content[0] & 0xFF);
      assertThat(ahead.readNBytes(content.length)).isEqualTo(tail(1));
      assertThat(ahead.read()).isNegative();
      assertThat(ahead.read()).as("again").isNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_536, 65_537, 1_000_003})
  void throwsWhatTheStreamThrowsBehindTheBytesBeforeIt(int good) throws IOException {
    try (InputStream ahead = new ReadAhead(new Breaking(good, new ZipException("crc")))) {
      assertThat(ahead.readNBytes(good)).hasSize(good);
      assertThatExceptionOfType(ZipException.class).isThrownBy(ahead::read).withMessage("crc");
    }
    try (InputStream ahead = new ReadAhead(new Breaking(good, new OutOfMemoryError("small")))) {
      assertThat(ahead.readNBytes(good)).hasSize(good);
      assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(ahead::read);
    }
  }

  @Test
  void isClosedBeforeItsEndAndClosesTheStreamOnceNobodyReadsIt() throws IOException {
    Breaking stream = new Breaking(content.length, new IOException("end"));
    try (InputStream ahead = new ReadAhead(stream)) {
      assertThat(ahead.read()).isEqualTo(content[0] & 0xFF);
    }
    assertThat(stream.closed).isTrue();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("pde-unpack");
  }

  @Test
  void stopsWaitingWhenItsReaderIsInterrupted() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    InputStream stuck =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            try {
              never.await();
              return -1;
            } catch (InterruptedException interrupted) {
              throw new InterruptedIOException();
            }
          }
        };
    Thread.currentThread().interrupt();
    try (InputStream ahead = new ReadAhead(stuck)) {
      assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(ahead::read);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private byte[] tail(int from) {
    return Arrays.copyOfRange(content, from, content.length);
  }

  /** Some bytes, then a fault. */
  private final class Breaking extends FilterInputStream {
    private final Throwable fault;
    private volatile boolean closed;

    Breaking(int good, Throwable fault) {
      super(new ByteArrayInputStream(content, 0, good));
      this.fault = fault;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      if (count >= 0) {
        return count;
      }
      if (fault instanceof Error error) {
        throw error;
      }
      throw (IOException) fault;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }
}

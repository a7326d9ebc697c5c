package id.pde.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.RunListener;
import id.pde.web.Say;
import id.pde.web.work.Works.Wanted;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener who does not read keeps nobody else waiting. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WorkEventsTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Works works = new Works(InstantSource.system());
  private final WorkEvents events = new WorkEvents(works);
  private volatile RunListener load = RunListener.SILENT;
  private Work work;
  private ServerSocketChannel server;

  @BeforeEach
  void begin() throws Exception {
    server =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    work =
        works.begin(
            new Wanted(Text.same("load"), "ana", "run 1"),
            listener -> {
              load = listener;
              begun.countDown();
              await(over);
              return List.of();
            },
            AT_ONCE);
    await(begun);
  }

  @AfterEach
  void end() throws IOException {
    over.countDown();
    events.close();
    works.close();
    server.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSocketThatNeverReadsKeepsNobodyElseWaiting() throws Exception {
    try (Socket never = connected();
        SocketChannel full = server.accept();
        Socket reads = connected();
        SocketChannel told = server.accept();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(reads.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(never.isConnected()).isTrue();
      CountDownLatch asked = new CountDownLatch(2);
      listen("slow", new Sent(full, asked));
      listen("quick", new Sent(told, new CountDownLatch(0)));
      fill(full);
      load.rows(1);
      assertThat(asked.await(1, TimeUnit.MINUTES)).as("the slow one is being told").isTrue();

      for (long rows = 100; rows < 105; rows++) {
        load.rows(rows);
        assertThat(next(lines, "\"rows\":" + rows)).isTrue();
      }
      over.countDown();
      assertThat(next(lines, "event: over")).isTrue();
      assertThat(events.listening()).as("the slow one keeps its own room").isPositive();
    }
  }

  private Socket connected() throws IOException {
    InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
    return new Socket(address.getAddress(), address.getPort());
  }

  /** From now on not one byte more fits: whoever writes waits until somebody reads. */
  private static void fill(SocketChannel channel) throws Exception {
    channel.configureBlocking(false);
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    // The two sides move what they hold to and fro for a while.
    for (int full = 0; full < 100; ) {
      block.clear();
      full = channel.write(block) == 0 ? full + 1 : 0;
      TimeUnit.MILLISECONDS.sleep(full == 0 ? 0 : 5);
    }
    channel.configureBlocking(true);
  }

  private static boolean next(BufferedReader lines, String wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void listen(String name, ServletOutputStream out) throws IOException {
    HttpServletResponse response =
        made(
            HttpServletResponse.class,
            (self, method, arguments) -> method.getName().equals("getOutputStream") ? out : null);
    AsyncContext context =
        made(
            AsyncContext.class,
            (self, method, arguments) -> method.getName().equals("getResponse") ? response : null);
    HttpServletRequest request =
        made(
            HttpServletRequest.class,
            (self, method, arguments) -> method.getName().equals("startAsync") ? context : null);
    WorkEvents.Reader reader =
        new WorkEvents.Reader(name, new Say(Language.EN, Instant.EPOCH), () -> true);
    events.listen(work.id(), reader, request, response);
  }

  private static <T> T made(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** What a response sends. */
  private static final class Sent extends ServletOutputStream {

    private final SocketChannel channel;
    private final CountDownLatch asked;

    Sent(SocketChannel channel, CountDownLatch asked) {
      this.channel = channel;
      this.asked = asked;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int sign) throws IOException {
      write(new byte[] {(byte) sign}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      asked.countDown();
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}

package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EndingOutputTest {

  /** A disk on which there is no room, and which counts how often it is asked. */
  private static final class Full extends OutputStream {
    private int tries;

    @Override
    public void write(int sign) throws IOException {
      tries++;
      throw new IOException("No space left on device");
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      write(0);
    }
  }

  @Test
  void whatCannotBeWrittenIsTriedOnceAndRemembered() {
    Full disk = new Full();
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(new EndingOutput(disk), StandardCharsets.UTF_8));

    for (int i = 0; i < 100_000; i++) {
      out.println("baris " + i);
    }

    assertThat(out.checkError()).isTrue();
    assertThat(disk.tries).isEqualTo(1);
  }
}

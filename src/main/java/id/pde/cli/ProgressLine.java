package id.pde.cli;

import id.pde.model.Language;
import id.pde.run.RunListener;
import java.time.Duration;
import java.util.Locale;

/** One line that tells how far a run is; only on a terminal. */
final class ProgressLine implements RunListener, AutoCloseable {

  private static final long EVERY = Duration.ofMillis(200).toNanos();

  private final Output console;
  private final long started = System.nanoTime();
  private long shown = started;
  private double share;
  private int width;

  ProgressLine(Output console) {
    this.console = console;
  }

  @Override
  public void rows(long read) {
    long now = System.nanoTime();
    if (!console.interactive() || now - shown < EVERY) {
      return;
    }
    shown = now;
    show(line(read, (now - started) / 1e9));
  }

  @Override
  public void share(double done) {
    share = done;
  }

  @Override
  public void close() {
    if (width > 0) {
      show("");
      console.err().print('\r');
      console.err().flush();
      width = 0;
    }
  }

  private String line(long read, double seconds) {
    boolean indonesian = console.language() == Language.ID;
    Locale numbers = indonesian ? Locale.forLanguageTag("id-ID") : Locale.UK;
    String speed =
        String.format(
            numbers,
            indonesian ? "%,d baris, %,.0f/detik" : "%,d rows, %,.0f/s",
            read,
            read / seconds);
    if (share <= 0.01) {
      return speed;
    }
    double left = seconds / share * (1 - share);
    return speed
        + String.format(
            numbers, indonesian ? ", sisa %.0f detik" : ", %.0f s left", Math.ceil(left));
  }

  private void show(String line) {
    console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    console.err().flush();
    width = line.length();
  }
}

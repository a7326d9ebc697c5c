package id.pde.run;

import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs where PDE itself stumbled in a run, without the exception's words: they may quote a cell.
 */
final class Stumble {

  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  private static final int FRAMES = 25;

  private Stumble() {}

  static void log(long run, Throwable fault) {
    StringBuilder trail = new StringBuilder(fault.getClass().getName());
    Stream.of(fault.getStackTrace())
        .limit(FRAMES)
        .forEach(frame -> trail.append(System.lineSeparator()).append("  at ").append(frame));
    Throwable cause = fault.getCause();
    if (cause != null) {
      trail.append(System.lineSeparator()).append("  because of ").append(cause.getClass());
    }
    LOG.error("run {} broke: {}", run, trail);
  }
}

package id.pde.app;

import id.pde.cli.CommandTree.FailureLog;
import id.pde.run.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps unexpected failures of commands for those who mend PDE. Only classes and lines of code: the
 * message of a foreign exception may quote a cell.
 */
public final class FailureFile implements FailureLog {

  private final Path file;

  public FailureFile(Home home) {
    this.file = home.log().resolve("pde-failures.log");
  }

  @Override
  public void keep(Exception failure) {
    StringBuilder text = new StringBuilder().append(Instant.now()).append('\n');
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName()).append('\n');
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("  at ").append(frame).append('\n');
      }
    }
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      // The command already tells of its failure; where even the log cannot be written nothing is
      // left to do.
      failure.addSuppressed(unwritable);
    }
  }
}

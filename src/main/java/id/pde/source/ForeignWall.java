package id.pde.source;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.FileFaults;
import id.pde.run.RunStopped;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;

/**
 * The one wall around foreign parsers: whatever they throw at a bad file, up to a stack overflow,
 * becomes a refusal of that file. What the taker of the rows throws passes through unchanged.
 */
final class ForeignWall {

  private ForeignWall() {}

  /** Work on a foreign file. */
  interface Work<T> {
    T run() throws Exception;
  }

  // Parsers of damaged files throw anything (RELIABILITY 2.5); nothing else may catch this much.
  @SuppressWarnings("CatchingUnchecked")
  static <T> T guard(Location whole, Watch watch, Work<T> work) {
    try {
      return work.run();
    } catch (Throwable thrown) {
      watch.rethrowOwn();
      throw verdict(whole, thrown);
    }
  }

  private static RuntimeException verdict(Location whole, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RunStopped stopped) {
        return stopped;
      }
      if (cause instanceof OutOfMemoryError) {
        return Faults.limit(
            "limit.memory",
            whole,
            new Text(
                "Isi berkas ini tidak muat di memori.",
                "The content of this file does not fit into memory."),
            thrown);
      }
      if (cause instanceof EncryptedDocumentException) {
        return FileCheck.refused(FileKind.PASSWORD, whole, thrown);
      }
      if (cause instanceof OldFileFormatException) {
        return FileCheck.refused(FileKind.WORKSPACE, whole, thrown);
      }
      if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedIOException) {
        return new UncheckedIOException((IOException) cause);
      }
      if (cause instanceof IOException full && FileFaults.isNoSpace(full)) {
        // The file is not at fault: readers keep what does not fit into memory in temporary files.
        return FileFaults.at(Path.of(System.getProperty("java.io.tmpdir")), full);
      }
      if (cause instanceof FileSystemException) {
        return Faults.unreachable(whole, thrown);
      }
      if (isBomb(cause)) {
        return Faults.limit(
            "limit.inflated",
            whole,
            new Text(
                "Isi berkas ini mengembang melebihi batas ketika dibuka (bom ZIP).",
                "The content of this file grows beyond the limit when unpacked (zip bomb)."),
            thrown);
      }
    }
    return Faults.damaged(whole, thrown);
  }

  /** POI has no type of its own for it, only these words. */
  private static boolean isBomb(Throwable cause) {
    String message = cause.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("zip bomb");
  }
}

package id.pde.cli;

import id.pde.run.GridSource.CellVisitor;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One CSV file after the other: the next one ends the one before. */
final class SheetFiles implements Closeable {

  private final Path folder;
  private final Output console;
  private final List<Path> written;
  private @Nullable PrintWriter current;

  /**
   * @param written takes every file that was begun
   */
  SheetFiles(Path folder, Output console, List<Path> written) {
    this.folder = folder;
    this.console = console;
    this.written = written;
  }

  CellVisitor next(String name) {
    try {
      close();
      Path target = folder.resolve(name);
      written.add(target);
      PrintWriter out =
          new PrintWriter(
              new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(target), encoder())));
      current = out;
      return new CsvRows(new Output(out, console.err(), console.language(), false))::cells;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Half of a pair of signs, as some workbooks hold, must not end the export of all files. */
  private static CharsetEncoder encoder() {
    return StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the last files away again, so that only the first ones stay. */
  void keep(int first) {
    try {
      close();
      while (written.size() > first) {
        Files.deleteIfExists(written.remove(written.size() - 1));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() throws IOException {
    PrintWriter out = current;
    if (out == null) {
      return;
    }
    current = null;
    boolean failed = out.checkError();
    out.close();
    if (failed) {
      throw new IOException("cannot write " + written.get(written.size() - 1));
    }
  }
}

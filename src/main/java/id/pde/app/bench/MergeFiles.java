package id.pde.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A delivery of numbered rows and the same rows as COPY takes them; gone when it is closed. */
record MergeFiles(Path folder, Path delivered, Path canonical) implements AutoCloseable {

  /** Every hundredth row differs. */
  private static final int DIFFERS = 100;

  /** Which rows. */
  enum Rows {
    /** Those that stand before. */
    STANDING,
    /** The same, 1 % of them changed. */
    CHANGED,
    /** As many, none of which stands. */
    NEW
  }

  static MergeFiles write(Path work, Rows which, int rows) throws IOException {
    return write(work, which, rows, DIFFERS);
  }

  /**
   * As above.
   *
   * @param every how many rows apart those that differ are
   */
  static MergeFiles write(Path work, Rows which, int rows, int every) throws IOException {
    Files.createDirectories(work);
    Path folder = Files.createTempDirectory(work, "bench-");
    MergeFiles files =
        new MergeFiles(folder, folder.resolve("bench.csv"), folder.resolve("canonical.csv"));
    BenchRow row = new BenchRow();
    long first = which == Rows.NEW ? rows : 0;
    try (BufferedWriter delivered = writer(files.delivered());
        BufferedWriter canonical = writer(files.canonical())) {
      delivered.write("No;" + String.join(";", BenchRow.HEADINGS));
      delivered.write("\r\n");
      for (int i = 0; i < rows; i++) {
        row.next();
        if (which == Rows.CHANGED && i % every == 0) {
          row.change();
        }
        delivered.write(row.numberedDelivered(first));
        delivered.write("\r\n");
        canonical.write(row.numberedCanonical(first));
        canonical.write('\n');
      }
    }
    return files;
  }

  /** How many rows of so many differ. */
  static long differing(int rows) {
    return (rows + DIFFERS - 1L) / DIFFERS;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(delivered);
    Files.deleteIfExists(canonical);
    Files.deleteIfExists(folder);
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }
}

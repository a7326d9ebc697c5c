package id.pde.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The delivery and the same rows as COPY takes them; gone when the benchmark is over. */
record BenchFiles(Path folder, Path delivered, Path canonical) implements AutoCloseable {

  static BenchFiles write(Path work, int rows) throws IOException {
    Files.createDirectories(work);
    Path folder = Files.createTempDirectory(work, "bench-");
    BenchFiles files =
        new BenchFiles(folder, folder.resolve("bench.csv"), folder.resolve("canonical.csv"));
    BenchRow row = new BenchRow();
    try (BufferedWriter delivered = writer(files.delivered());
        BufferedWriter canonical = writer(files.canonical())) {
      delivered.write(String.join(";", BenchRow.HEADINGS));
      delivered.write("\r\n");
      for (int i = 0; i < rows; i++) {
        row.next();
        delivered.write(row.delivered());
        delivered.write("\r\n");
        canonical.write(row.canonical());
        canonical.write('\n');
      }
    }
    return files;
  }

  long bytes() throws IOException {
    return Files.size(delivered);
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

package id.pde.app.bench;

import id.pde.run.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home with one mapping, gone when the measurement is over. */
record BenchHome(Path root) implements AutoCloseable {

  /**
   * @param work a folder for it
   */
  static BenchHome make(Path work, String mapping) throws IOException {
    Path root = Files.createTempDirectory(work, "home-");
    Path mappings = Files.createDirectories(root.resolve("mappings/bench"));
    Files.writeString(root.resolve("mappings/agencies.yaml"), "bench: {name: Bench}\n");
    Files.writeString(mappings.resolve("append.yaml"), mapping);
    return new BenchHome(root);
  }

  @Override
  public void close() throws IOException {
    DurableFiles.remove(root);
  }
}

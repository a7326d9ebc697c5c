package id.pde.run;

import java.nio.file.Path;

/** The folders of {@code PDE_HOME}. */
public record Home(Path root) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  public Path inbox() {
    return root.resolve("inbox");
  }

  public Path outbox() {
    return root.resolve("outbox");
  }

  public Path archive() {
    return root.resolve("archive");
  }

  /** Claimed files and spooled rows of runs under way; on the same file system as the inbox. */
  public Path work() {
    return root.resolve("work");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path log() {
    return root.resolve("log");
  }

  /** The embedded PostgreSQL. */
  public Path pg() {
    return root.resolve("pg");
  }
}

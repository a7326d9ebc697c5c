package id.pde.run;

import java.nio.file.Path;

/**
 * The folders of {@code PDE_HOME}, and those that several servers share.
 *
 * @param root of what belongs to one server
 * @param exchange what agencies see, and claimed files: {@code inbox/}, {@code outbox/} and {@code
 *     work/} lie there, on one file system; of a single server the root
 * @param archive of all deliveries
 */
public record Home(Path root, Path exchange, Path archive) {

  public Home {
    root = root.toAbsolutePath().normalize();
    exchange = exchange.toAbsolutePath().normalize();
    archive = archive.toAbsolutePath().normalize();
  }

  /** Of a server that shares nothing. */
  public Home(Path root) {
    this(root, root, root.resolve("archive"));
  }

  public Path inbox() {
    return exchange.resolve("inbox");
  }

  public Path outbox() {
    return exchange.resolve("outbox");
  }

  /** Claimed files, and what servers must do one after the other. */
  public Path shared() {
    return exchange.resolve("work");
  }

  /** Spooled rows and drafts of runs under way: this server's own. */
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

package id.pde.app.embedded;

import id.pde.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own that starts or adopts the server of a home, says its port, and stays. */
final class PdeJvm implements AutoCloseable {

  private final Process process;

  private PdeJvm(Process process) {
    this.process = process;
  }

  static PdeJvm start(Path home) {
    try {
      return new PdeJvm(
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      PdeJvm.class.getName(),
                      home.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs in the other JVM. */
  public static void main(String... words) throws IOException {
    var settings = new EmbeddedServer(new Home(Path.of(words[0])), text -> {}).ensureRunning();
    System.out.println(settings.place());
    System.out.flush();
    if (System.in.read() != -1) {
      throw new IllegalStateException("nobody writes here");
    }
  }

  /** Where the server is, once it runs. */
  String place() throws IOException {
    String line = process.inputReader().readLine();
    return line == null ? "ended without a server" : line;
  }

  /** As kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

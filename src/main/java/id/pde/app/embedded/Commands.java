package id.pde.app.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the programs of PostgreSQL and of the system, with nothing in their environment. */
final class Commands {

  private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "TZ");
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private Commands() {}

  /** A command line and the folder it runs in. */
  record Script(List<String> words, @Nullable Path folder) {

    Script {
      words = List.copyOf(words);
    }

    static Script of(String... words) {
      return new Script(List.of(words), null);
    }
  }

  /** How a command ended and everything it said. */
  record Ending(int code, String output) {

    boolean good() {
      return code == 0;
    }
  }

  /**
   * The builder of a process that sees neither PDE's secrets nor PG* variables, which would bend
   * what PostgreSQL does, and that speaks English, which this package reads.
   */
  static ProcessBuilder builder(Script script) {
    ProcessBuilder builder = new ProcessBuilder(script.words());
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.environment().put("LC_ALL", "C");
    builder.redirectInput(new File("/dev/null"));
    Path folder = script.folder();
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    return builder;
  }

  static Ending run(Script script) throws IOException {
    Process process;
    try {
      process = builder(script).redirectErrorStream(true).start();
    } catch (IOException missing) {
      return new Ending(127, String.valueOf(missing.getMessage()));
    }
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Ending(124, output);
      }
      return new Ending(process.exitValue(), output);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + script.words().get(0), interrupted);
    }
  }
}

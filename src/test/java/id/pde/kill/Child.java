package id.pde.kill;

import id.pde.warehouse.connection.ConnectionSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that loads what lies in an inbox, and can be killed like any other. */
final class Child implements AutoCloseable {

  /** Whether its publish is PDE's, or the mistaken one in two transactions. */
  enum Mode {
    WHOLE,
    SPLIT
  }

  /**
   * How a child is to run.
   *
   * @param pause milliseconds it stays at each step
   */
  record Order(ConnectionSettings database, Mode mode, long pause) {}

  /** What the road does without: a short class path starts fast, and logback writes to stdout. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(spring|camel|tomcat|logback|junit|assertj|archunit|byte-buddy|quartz).*");

  private final Process process;
  private final BufferedReader said;
  private final List<String> lines = new ArrayList<>();
  private final Path errors;

  private Child(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts the JVM; when it has loaded the first delivery, it waits for {@link #begin}. */
  static Child start(Trial trial, Order order) throws IOException {
    Path root = trial.home().root();
    Path errors = root.resolveSibling(trial.table() + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            classPath(),
            KilledRoad.class.getName(),
            root.toString(),
            trial.table(),
            Long.toString(order.pause()),
            order.mode().name().toLowerCase(Locale.ROOT));
    builder.environment().put("PDE_DB_URL", order.database().url());
    builder.environment().put("PDE_DB_USER", order.database().user());
    builder.environment().put("PDE_DB_PASSWORD", order.database().password().reveal());
    return new Child(builder.redirectError(errors.toFile()).start(), errors);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !isLeftOut(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isLeftOut(Path entry) {
    return LEFT_OUT.matcher(entry.getFileName().toString()).matches();
  }

  /** Lets it work; comes back when it does. */
  void begin() throws IOException {
    awaits(Timeline.PREPARED);
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    awaits(Timeline.BEGUN);
  }

  /** Waits until it says that it came there. */
  void awaits(String mark) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.startsWith(mark + " ")) {
        return;
      }
    }
    throw new IllegalStateException("no " + mark + ": " + Files.readString(errors));
  }

  /** SIGKILL after a delay, unless it ends before; what it said until then. */
  Timeline killedAfter(long millis) throws IOException, InterruptedException {
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    if (!ended) {
      // Not Process.destroyForcibly: that throws away what the process has said.
      process.toHandle().destroyForcibly();
    }
    return rest();
  }

  /** Waits for its end, whichever that is. */
  Timeline rest() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
    }
    process.onExit().join();
    return Timeline.of(lines);
  }

  /** What it wrote on its standard error. */
  String errors() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

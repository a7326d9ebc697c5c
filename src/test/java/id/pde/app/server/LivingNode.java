package id.pde.app.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server among several, as a process with a home of its own; what it says is kept. */
final class LivingNode implements AutoCloseable {

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread listener;

  /**
   * What a server is started with.
   *
   * @param options of the virtual machine
   * @param variables of its environment
   */
  record Start(List<String> options, Map<String, String> variables) {
    Start {
      options = List.copyOf(options);
      variables = Map.copyOf(variables);
    }
  }

  private LivingNode(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "node");
    listener.setDaemon(true);
    listener.start();
  }

  static LivingNode start(Path home, Start with) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(with.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(UpJvm.class.getName(), "up", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PDE_HOME", home.toString());
    builder.environment().put("PDE_LANG", "en");
    builder.environment().putAll(with.variables());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new LivingNode(builder.start());
  }

  private void listen() {
    try (BufferedReader reader = process.errorReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException killed) {
      throw new UncheckedIOException(killed);
    }
  }

  /** Whether it ended or said so. */
  boolean said(String words) {
    return lines.stream().anyMatch(line -> line.contains(words)) || !process.isAlive();
  }

  boolean lives() {
    return process.isAlive();
  }

  String all() {
    return String.join("\n", lines);
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("it does not end:\n" + all());
    }
    listener.join();
    return process.exitValue();
  }

  void stop() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

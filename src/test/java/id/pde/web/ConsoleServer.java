package id.pde.web;

import id.pde.app.Main;
import id.pde.app.server.UpJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server as a real process, with the mappings of the city and one more that asks for approval.
 */
final class ConsoleServer implements AutoCloseable {

  /** Whose loads of more than two rows a second person approves. */
  private static final String HELD =
      """
      title: {id: Titipan, en: Deposits}
      agency: dinsos
      source: {format: csv, file: ["titipan*"]}
      target: {table: titipan, key: [kode], load: merge}
      columns:
        kode: {from: KODE, type: text, required: true}
        nilai: {from: NILAI, type: integer}
      tolerance: {approve: {rows: 2}}
      """;

  private final Map<String, String> settings;
  private final Path home;
  private final Path mappings;
  private final List<Process> processes = new ArrayList<>();
  private final String address;
  private final String setup;

  private ConsoleServer(Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    this.settings = Map.copyOf(settings);
    this.home = Files.createDirectories(folder.resolve("home"));
    this.mappings = folder.resolve("mappings");
    copy(Path.of("mappings"), mappings);
    Files.writeString(mappings.resolve("dinsos/titipan.yaml"), HELD);
    copy(Path.of("routes"), folder.resolve("routes"));
    Path databases = Files.createDirectories(home.resolve("databases"));
    Files.copy(
        Path.of("src/main/demo/dkupp/simpasar.sqlite"), databases.resolve("simpasar.sqlite"));
    secret();
    Process up = process("up", "0");
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(up, lines), "console-server");
    reader.setDaemon(true);
    reader.start();
    this.address = await(lines, "PDE is ready: ").replaceFirst(" .*", "");
    this.setup = await(lines, "make the first administrator: ");
  }

  static ConsoleServer start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * The same.
   *
   * @param settings variables of its environment
   */
  static ConsoleServer start(Path folder, Map<String, String> settings) {
    try {
      return new ConsoleServer(folder, settings);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(told);
    }
  }

  /** {@code http://127.0.0.1:port}. */
  String address() {
    return address;
  }

  /** Where the first account is made, with the code. */
  String setup() {
    return setup;
  }

  Path home() {
    return home;
  }

  Path mappings() {
    return mappings;
  }

  /** Changes a mapping as somebody does who works in the folder. */
  void append(String mapping, String line) {
    try {
      Files.writeString(mappings.resolve(mapping + ".yaml"), line, StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Pseudonyms need a key. */
  private void secret() throws IOException {
    Path secrets = Files.createDirectories(home.resolve("secrets"));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
    Path key = Files.writeString(secrets.resolve("hmac"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  /** A command beside the server, as one with other routes has it; its exit code. */
  int command(Path routes, String... words) throws IOException, InterruptedException {
    Process command = process(Main.class, routes, words);
    return command.waitFor(1, TimeUnit.MINUTES) ? command.exitValue() : -1;
  }

  private Process process(String... arguments) throws IOException {
    return process(UpJvm.class, home.resolveSibling("routes"), arguments);
  }

  private Process process(Class<?> program, Path routes, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PDE_DB_URL");
    builder.environment().put("PDE_HOME", home.toString());
    builder.environment().put("PDE_ROUTES", routes.toString());
    builder.environment().put("PDE_MAPPINGS", mappings.toString());
    builder.environment().put("PDE_LANG", "en");
    builder.environment().putAll(settings);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process started = builder.start();
    processes.add(started);
    return started;
  }

  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader reader = process.errorReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException ended) {
      lines.add("ended");
    }
  }

  private static String await(BlockingQueue<String> lines, String start)
      throws InterruptedException {
    List<String> others = new ArrayList<>();
    while (true) {
      @Nullable String line = lines.poll(2, TimeUnit.MINUTES);
      if (line == null || line.equals("ended")) {
        throw new IllegalStateException("no \"" + start + "\" in " + others);
      }
      int at = line.indexOf(start);
      if (at >= 0) {
        return line.substring(at + start.length());
      }
      others.add(line);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      for (Process process : List.copyOf(processes)) {
        process.destroy();
        process.waitFor(40, TimeUnit.SECONDS);
      }
      process("down").waitFor(1, TimeUnit.MINUTES);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }
}

package id.pde.app.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What postmaster.pid says about a server, believed only after looking at the process.
 *
 * @param phase as PostgreSQL writes it: starting, ready, stopping, standby
 */
record Postmaster(long pid, int port, String phase) {

  /** The lines of the file, from pidfile.h of PostgreSQL; they are written one after the other. */
  private static final int PID_LINE = 0;

  private static final int PORT_LINE = 3;
  private static final int PHASE_LINE = 7;

  /** The server that runs on this data folder, if there is one. */
  static Optional<Postmaster> of(Path data) throws IOException {
    List<String> lines = lines(data);
    if (lines.isEmpty() || !isNumber(lines.get(PID_LINE))) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(PID_LINE).strip());
    if (!runsOn(pid, data)) {
      return Optional.empty();
    }
    String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
    String phase = lines.size() > PHASE_LINE ? lines.get(PHASE_LINE).strip() : "starting";
    return Optional.of(new Postmaster(pid, isNumber(port) ? Integer.parseInt(port) : 0, phase));
  }

  boolean ready() {
    return phase.equals("ready") && port != 0;
  }

  /**
   * Takes away a file left by a crash whose number now belongs to another program: PostgreSQL would
   * take that program for itself and refuse to start. A server of this folder is never touched.
   */
  static void forgetStranger(Path data) throws IOException {
    List<String> lines = lines(data);
    if (lines.isEmpty() || !isNumber(lines.get(PID_LINE))) {
      return;
    }
    long pid = Long.parseLong(lines.get(PID_LINE).strip());
    boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    if (alive && !runsOn(pid, data)) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  static boolean runsOn(long pid, Path data) {
    List<String> words = commandLine(pid);
    if (words.isEmpty() || !words.get(0).endsWith("postgres")) {
      return false;
    }
    int option = words.indexOf("-D");
    return option >= 0
        && option + 1 < words.size()
        && (isSame(words.get(option + 1), data) || worksIn(pid, data));
  }

  /** A home may be renamed while its server runs: the folder is the same, its name is not. */
  private static boolean worksIn(long pid, Path data) {
    try {
      return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), data);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isSame(String written, Path data) {
    try {
      return Files.isSameFile(Path.of(written), data);
    } catch (IOException | InvalidPathException gone) {
      return false;
    }
  }

  private static List<String> commandLine(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
      String text = new String(bytes, pathCharset());
      return Arrays.asList(text.split("\0", -1));
    } catch (IOException gone) {
      // A process that ends while it is read gives ESRCH, not "no such file".
      return List.of();
    }
  }

  /** The charset of file names, which need not be that of file contents. */
  private static Charset pathCharset() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  private static List<String> lines(Path data) throws IOException {
    try {
      String text = Files.readString(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
      return Arrays.asList(text.split("\n", -1));
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("\\d{1,9}");
  }
}

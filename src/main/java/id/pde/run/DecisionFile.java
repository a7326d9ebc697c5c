package id.pde.run;

import id.pde.codes.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds decisions to {@code mappings/codes/<list>.decisions.csv}. */
final class DecisionFile {

  private static final String HEADER = "value,code,who,when,why\n";

  private final Path file;

  /**
   * @param root the folder {@code mappings/}
   */
  DecisionFile(Path root, String list) {
    this.file = root.resolve("codes").resolve(list + ".decisions.csv");
  }

  Path file() {
    return file;
  }

  /** One line of the file, without its end. */
  static String line(Decision decision) {
    return List.of(
            decision.value(), decision.code(), decision.who(), decision.when(), decision.why())
        .stream()
        .map(DecisionFile::field)
        .collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign < ' ');
    boolean edged = !text.equals(text.strip());
    return plain && !edged ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Adds a line: whole or not at all, and not at the same time as somebody else.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  void add(Decision decision) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalStateException("a file of decisions lies in a folder");
    }
    Path lock = folder.resolve("." + file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("the lock was lost");
      }
      String before = Files.exists(file) ? Files.readString(file) : HEADER;
      String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
      String all = (before.isEmpty() ? HEADER : before) + end + line(decision) + "\n";
      Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
      Files.write(draft, all.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      DurableFiles.forceFile(draft);
      DurableFiles.place(draft, file);
    } catch (IOException failure) {
      throw FileFaults.at(file, failure);
    }
  }
}

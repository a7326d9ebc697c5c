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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Changes the decisions in {@code mappings/codes/<list>.decisions.csv}. */
final class DecisionFile {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

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

  /** A moment as the file has it, to the second. */
  static String now(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
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
    change(
        before -> {
          String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
          return (before.isEmpty() ? HEADER : before) + end + line(decision) + "\n";
        });
  }

  /** Puts another text in place of the file's: whole, and not at the same time as somebody else. */
  void change(UnaryOperator<String> change) {
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
      String all = change.apply(Files.exists(file) ? Files.readString(file) : HEADER);
      Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
      Files.write(draft, all.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      DurableFiles.forceFile(draft);
      DurableFiles.place(draft, file);
    } catch (IOException failure) {
      throw FileFaults.at(file, failure);
    }
  }
}

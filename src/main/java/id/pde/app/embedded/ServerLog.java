package id.pde.app.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The log of the server, and what was added to it since a moment. */
record ServerLog(Path file, long from) {

  private static final long LONGEST = 10_000_000;
  private static final int TAIL_BYTES = 16_384;
  private static final int TAIL_LINES = 15;

  /** Ready for a start: not too long, private, and the end of it remembered. */
  static ServerLog open(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > LONGEST) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(OwnerOnly.FILE))
          .close();
    }
    return new ServerLog(file, Files.size(file));
  }

  /** The last lines that were added. */
  String tail() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(from, channel.size() - TAIL_BYTES));
      String text =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
  }
}

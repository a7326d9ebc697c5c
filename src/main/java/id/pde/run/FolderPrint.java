package id.pde.run;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a folder look from outside: two equal ones mean that nothing in it was changed.
 * Times alone cannot tell two changes within one tick of the clock, so files that changed a moment
 * ago are told by what they say.
 */
record FolderPrint(Map<Path, String> files) {

  private static final int DEPTH = 2;

  /** Longer than the coarsest clock of a file system. */
  private static final Duration TICK = Duration.ofSeconds(2);

  FolderPrint {
    files = Map.copyOf(files);
  }

  /**
   * Links in it are looked at, not followed, the folder itself may be one; what cannot be read has
   * no more than its name.
   */
  static FolderPrint of(Path root, Instant now) {
    Map<Path, String> files = new TreeMap<>();
    Instant moment = now.minus(TICK);
    try {
      Files.walkFileTree(
          root.toRealPath(),
          EnumSet.noneOf(FileVisitOption.class),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              files.put(folder, look(folder, attributes, moment));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.put(file, look(file, attributes, moment));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              files.put(file, "?");
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException cut) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      files.put(root, "?");
    }
    return new FolderPrint(files);
  }

  private static String look(Path file, BasicFileAttributes attributes, Instant moment) {
    Instant changed = changed(file, attributes);
    String outside =
        attributes.size()
            + " "
            + attributes.lastModifiedTime().toInstant()
            + " "
            + changed
            + " "
            + attributes.fileKey();
    boolean fresh =
        changed.isAfter(moment) || attributes.lastModifiedTime().toInstant().isAfter(moment);
    return fresh && attributes.isRegularFile() ? outside + " " + content(file) : outside;
  }

  /** A copy may bring the time of another file along; this one cannot be set. */
  private static Instant changed(Path file, BasicFileAttributes attributes) {
    try {
      return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
              instanceof FileTime time
          ? time.toInstant()
          : attributes.lastModifiedTime().toInstant();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException other) {
      return attributes.lastModifiedTime().toInstant();
    }
  }

  private static String content(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      return "?";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

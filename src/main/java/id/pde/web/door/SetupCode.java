package id.pde.web.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the first one to set up the console has to show: a word in a file that only the owner of
 * {@code PDE_HOME} can read. There is no password from the factory.
 */
public final class SetupCode {

  private static final int BYTES = 12;

  private final Path file;

  /**
   * @param secrets the folder of secrets
   */
  public SetupCode(Path secrets) {
    this.file = secrets.resolve("setup-code");
  }

  /** Where it stands. */
  public Path file() {
    return file;
  }

  /** The word; made where there is none. */
  public String word() {
    try {
      Path folder = file.getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (FileAlreadyExistsException there) {
        String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!kept.isEmpty()) {
          return kept;
        }
      }
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      Files.writeString(file, word + "\n", StandardOpenOption.TRUNCATE_EXISTING);
      return word;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Whether somebody has it; takes as long for a wrong one. */
  boolean is(String given) {
    try {
      byte[] kept =
          Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
      return kept.length > 0
          && MessageDigest.isEqual(kept, given.strip().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return false;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** It has served. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}

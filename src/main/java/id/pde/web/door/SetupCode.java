package id.pde.web.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

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

  /** The word; made where there is none. Whoever finds the file finds a whole word in it. */
  public synchronized String word() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        throw new IllegalStateException("the file of the setup code lies in a folder");
      }
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, only("rwx------"));
      }
      String kept =
          Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
      return kept.isEmpty() ? fresh(folder) : kept;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private String fresh(Path folder) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path draft = Files.createTempFile(folder, ".setup-code", "", only("rw-------"));
    Files.writeString(draft, word + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return word;
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
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

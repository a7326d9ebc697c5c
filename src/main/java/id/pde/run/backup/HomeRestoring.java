package id.pde.run.backup;

import id.pde.run.DurableFiles;
import id.pde.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a home that is restored: first beside their places, then in them. */
final class HomeRestoring {

  private static final int MOST_BYTES = 1 << 20;

  private final Home home;
  private final Path draft;
  private boolean placed;

  HomeRestoring(Home home) {
    this.home = home;
    this.draft = home.root().resolve("archive.restoring");
  }

  /**
   * Refuses a home with contents.
   *
   * @param again whether a restore was killed here before: then the archive is what it left
   */
  void requireEmpty(boolean again, Map<String, byte[]> secrets) throws IOException {
    if (!again && !HomeFiles.archive(home.archive()).isEmpty()) {
      throw BackupFaults.homeNotEmpty(home.archive());
    }
    for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
      Path file = home.secrets().resolve(secret.getKey());
      boolean other =
          HomeFiles.isSecret(secret.getKey())
              && Files.exists(file)
              && !Arrays.equals(Files.readAllBytes(file), secret.getValue());
      if (other) {
        throw BackupFaults.homeNotEmpty(file);
      }
    }
  }

  /** Keys and passwords; they are few and small. */
  static Map<String, byte[]> secrets(ZipInputStream zip) throws IOException {
    Map<String, byte[]> secrets = new TreeMap<>();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      secrets.put(entry.getName(), zip.readNBytes(MOST_BYTES));
    }
    return secrets;
  }

  /** So that saved connections of analysts stay right; another port is taken where it is in use. */
  void placePort(Map<String, byte[]> secrets) throws IOException {
    byte[] port = secrets.get(HomeFiles.PORT);
    Path file = home.pg().resolve("port");
    if (port != null && !Files.exists(file)) {
      DurableFiles.privateFolder(home.pg());
      write(file, port);
    }
  }

  /** Writes the archive beside its place, every original hashed once more by its name. */
  long stage(ZipInputStream zip) throws IOException {
    DurableFiles.remove(draft);
    DurableFiles.privateFolder(draft);
    long files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Matcher name = HomeFiles.ARCHIVED.matcher(entry.getName());
      if (!name.matches()) {
        throw new IOException("not of an archive: " + entry.getName());
      }
      Path file = draft.resolve(entry.getName());
      if (name.group(1) != null) {
        DurableFiles.privateFolder(draft.resolve(name.group(1)));
      }
      create(file);
      try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        zip.transferTo(out);
      }
      Files.setLastModifiedTime(file, HomeFiles.time(entry));
      files++;
    }
    return files;
  }

  /** Puts archive and secrets in their places. */
  void place(Map<String, byte[]> secrets) throws IOException {
    placed = true;
    DurableFiles.remove(home.archive());
    Files.move(draft, home.archive());
    DurableFiles.privateFolder(home.secrets());
    for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
      if (HomeFiles.isSecret(secret.getKey())) {
        write(home.secrets().resolve(secret.getKey()), secret.getValue());
      }
    }
  }

  /** Whether anything is in its place, which only another restore takes away. */
  boolean placed() {
    return placed;
  }

  void discard() throws IOException {
    DurableFiles.remove(draft);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(fresh);
    create(fresh);
    Files.write(fresh, bytes);
    DurableFiles.place(fresh, file);
  }

  private static void create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}

package id.pde.run.backup;

import id.pde.run.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** Which files of a home a backup holds, and how it names them. */
final class HomeFiles {

  /** {@code ab/abcd...}, 64 hex digits, what stands beside it, and the tombstones. */
  static final Pattern ARCHIVED =
      Pattern.compile("([0-9a-f]{2})/(\\1[0-9a-f]{62})(\\.label|\\.erased)?|tombstones");

  /** What must not come back, beside all originals. */
  static final String TOMBSTONES = "tombstones";

  /** The passwords of the embedded server belong to its data folder, which is made anew. */
  private static final Set<String> OF_SERVER = Set.of("pg-superuser", "pg-pde");

  /** Under this name the port of the embedded server lies among the secrets. */
  static final String PORT = "../pg/port";

  private static final Pattern SECRET = Pattern.compile("[^/\\x00.][^/\\x00]*");

  private static final short TIME = 0x6470;
  private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;

  private HomeFiles() {}

  /** Originals and labels, by name. */
  static List<Path> archive(Path archive) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(archive)) {
      Files.walkFileTree(
          archive,
          Set.of(),
          2,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && ARCHIVED.matcher(archive.relativize(file).toString()).matches()) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    }
    Collections.sort(files);
    return files;
  }

  /** Keys and passwords that no server makes by itself. */
  static List<Path> secrets(Home home) throws IOException {
    if (!Files.isDirectory(home.secrets())) {
      return List.of();
    }
    try (var files = Files.list(home.secrets())) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> isSecret(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    }
  }

  static boolean isSecret(String name) {
    return SECRET.matcher(name).matches() && !OF_SERVER.contains(name) && !name.endsWith(".draft");
  }

  /** A name with the time of a file to the nanosecond: the archive tells by it what came first. */
  static ZipEntry entry(String name, FileTime time) {
    Instant at = time.toInstant();
    ByteBuffer extra = ByteBuffer.allocate(4 + TIME_BYTES);
    extra.order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort(TIME).putShort((short) TIME_BYTES).putLong(at.getEpochSecond());
    extra.putInt(at.getNano());
    ZipEntry entry = new ZipEntry(name);
    entry.setExtra(extra.array());
    return entry;
  }

  /** The time that {@link #entry} gave it. */
  static FileTime time(ZipEntry entry) throws IOException {
    byte[] bytes = entry.getExtra();
    ByteBuffer extra = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes);
    extra.order(ByteOrder.LITTLE_ENDIAN);
    while (extra.remaining() >= 4) {
      short kind = extra.getShort();
      int length = Short.toUnsignedInt(extra.getShort());
      if (kind == TIME && length == TIME_BYTES && extra.remaining() >= length) {
        return FileTime.from(Instant.ofEpochSecond(extra.getLong(), extra.getInt()));
      }
      extra.position(Math.min(extra.limit(), extra.position() + length));
    }
    throw new IOException("an entry without a time: " + entry.getName());
  }
}

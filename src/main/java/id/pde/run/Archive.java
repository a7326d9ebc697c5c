package id.pde.run;

import id.pde.run.resubmit.Resubmission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every delivery as it came, under its SHA-256, before anything reads it. Safe for use by several
 * threads and processes.
 */
public final class Archive implements AutoCloseable {

  /** Kept free beside twice the delivery: a full disk stops the database, too. */
  public static final long FLOOR = 1L << 30;

  private static final int BLOCK = 1 << 16;

  private final Path root;
  private final long floor;
  private final Path work;
  private final ArchiveDrafts drafts;

  /** Folders whose names this process forced to disk. */
  private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

  private volatile @Nullable FileStore store;

  public Archive(Home home, long floor) {
    this.root = home.archive();
    this.floor = floor;
    this.work = home.work();
    this.drafts = new ArchiveDrafts(work.resolve("drafts"));
  }

  /**
   * Copies a file into the archive.
   *
   * @param name as the sender named it
   * @throws SourceUnreadable when it is not a regular file; it is not opened then
   * @throws UncheckedIOException when it cannot be read or kept, a full disk included
   */
  public Delivery keep(Path file, String name, @Nullable UUID claim) {
    long size = sizeOfRegular(file, name);
    requireRoom(size);
    try {
      Path bytes = drafts.next();
      try {
        String sha256 = copy(file, size, bytes);
        return settle(bytes, sha256, name, new Origin(Delivery.Form.FILE, claim, null));
      } finally {
        Files.deleteIfExists(bytes);
      }
    } catch (IOException e) {
      throw FileFaults.atFuller(work, root, e);
    }
  }

  /**
   * Unpacks a member of a bundle into the archive.
   *
   * @throws SourceUnreadable when the member cannot be unpacked; nothing of it stays
   * @throws LimitExceeded when a limit protects the machine
   * @throws UncheckedIOException when it cannot be kept, a full disk included
   */
  Delivery keep(Bundles.Member member, Delivery bundle) {
    requireRoom(member.bytes());
    try {
      Path bytes = drafts.next();
      try {
        member.unpack(bytes);
        DurableFiles.forceFile(bytes);
        Packed place = new Packed(bundle.name(), bundle.sha256(), member.path());
        Origin origin = new Origin(Delivery.Form.FILE, bundle.claim(), place);
        return settle(bytes, hash(bytes), member.name(), origin)
            .in(member.folder(bundle.folder()))
            .packed(bundle, member);
      } finally {
        Files.deleteIfExists(bytes);
      }
    } catch (IOException e) {
      throw FileFaults.atFuller(work, root, e);
    }
  }

  /**
   * Takes rows that a route hands over.
   *
   * @param writer writes them into the file that it is given
   */
  public Delivery keepRows(String name, RowsWriter writer) {
    requireRoom(0);
    try {
      Path bytes = drafts.next();
      try {
        writer.write(bytes);
        DurableFiles.forceFile(bytes);
        return settle(bytes, hash(bytes), name, new Origin(Delivery.Form.ROWS, null, null));
      } finally {
        Files.deleteIfExists(bytes);
      }
    } catch (IOException e) {
      throw FileFaults.atFuller(work, root, e);
    }
  }

  /** Writes rows into a file. */
  @FunctionalInterface
  public interface RowsWriter {
    void write(Path file) throws IOException;
  }

  /**
   * A delivery that was kept before; of a member that could not be unpacked, its bundle.
   *
   * @throws UncheckedIOException when its bytes are not there any more
   */
  public Delivery find(RunReport.SourceFile source) {
    Path kept = contents().place(source.sha256());
    if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
      throw FileFaults.at(root, new NoSuchFileException(kept.toString()));
    }
    Packed packed = source.packed();
    if (packed != null && packed.sha256().equals(source.sha256())) {
      // It could not be unpacked: what is kept is the bundle.
      return new Delivery(
          packed.bundle(), kept, source.sha256(), source.bytes(), source.form(), null);
    }
    Delivery delivery =
        new Delivery(
            source.name(),
            packed == null ? "" : packed.folder(),
            kept,
            source.sha256(),
            source.bytes(),
            source.form(),
            null,
            packed);
    Resubmission what = source.resubmission();
    return what == null ? delivery : below().laid(delivery, what, root);
  }

  /** Whether an erasure deleted the bytes of a delivery. */
  public boolean isErased(RunReport.SourceFile source) {
    return isErasedItself(source) || below().isErased(source);
  }

  private boolean isErasedItself(RunReport.SourceFile source) {
    return !Files.isRegularFile(contents().place(source.sha256()), LinkOption.NOFOLLOW_LINKS)
        && contents().erased(source.sha256()).isPresent();
  }

  /** SHA-256 of a file. */
  public static String digest(Path file) {
    try {
      return hash(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LaidOver below() {
    return new LaidOver(contents());
  }

  /** What is in it, with what it knows of each. */
  public ArchiveContents contents() {
    return new ArchiveContents(root);
  }

  /** Whether the bytes of a delivery that was kept are still there. */
  public boolean has(RunReport.SourceFile source) {
    return hasItself(source)
        && below().of(source).stream().allMatch(this::hasItself)
        && !below().isErased(source);
  }

  private boolean hasItself(RunReport.SourceFile source) {
    try {
      return isKept(contents().place(source.sha256()), source.bytes());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What a delivery is, without keeping it: for a plan. */
  public static Delivery look(Path file, String name) {
    long size = sizeOfRegular(file, name);
    try {
      return new Delivery(name, file, hash(file), size, Delivery.Form.FILE, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is room for a delivery of that size. */
  public boolean hasRoom(long size) {
    try {
      DurableFiles.privateFolder(root);
      FileStore known = store;
      if (known == null) {
        // To find it, the system goes through all that is mounted; what is free it asks each time.
        known = Files.getFileStore(root);
        store = known;
      }
      return known.getUsableSpace() - floor >= 2 * size;
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  /** Removes what killed processes left half-written. */
  public void sweep() {
    try {
      drafts.sweep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      drafts.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Origin(Delivery.Form form, @Nullable UUID claim, @Nullable Packed packed) {}

  private Delivery settle(Path bytes, String sha256, String name, Origin origin)
      throws IOException {
    long size = Files.size(bytes);
    DurableFiles.privateFolder(root);
    Path folder = root.resolve(sha256.substring(0, 2));
    DurableFiles.privateFolder(folder);
    if (!lasting.contains(folder)) {
      DurableFiles.forceFolder(root);
      lasting.add(folder);
    }
    Path kept = folder.resolve(sha256);
    // Before the bytes: none are there of which nothing is known.
    Instant at = Files.getLastModifiedTime(bytes).toInstant();
    ArchiveLabels.arrived(kept, new ArchiveLabel(name, at, origin.form(), origin.packed(), null));
    // What an erasure took away does not come back, however often it is sent.
    if (!isKept(kept, size) && ErasedMark.beside(kept).isEmpty()) {
      Files.setPosixFilePermissions(bytes, PosixFilePermissions.fromString("rw-------"));
      try {
        DurableFiles.placeForced(bytes, kept);
      } catch (AtomicMoveNotSupportedException otherDisk) {
        // The last step is always within the archive.
        Path near = folder.resolve("." + sha256 + "." + UUID.randomUUID());
        Files.copy(bytes, near);
        DurableFiles.place(near, kept);
      }
    }
    return new Delivery(name, kept, sha256, size, origin.form(), origin.claim());
  }

  /** A file under this hash with another size was damaged: the good bytes take its place. */
  private static boolean isKept(Path kept, long size) throws IOException {
    return Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)
        && (Files.size(kept) == size || ErasedMark.beside(kept).isPresent());
  }

  private void requireRoom(long size) {
    if (!hasRoom(size)) {
      throw new UncheckedIOException(new NoRoom(root));
    }
  }

  /** The disk is full, or about to be. */
  public static final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;

    NoRoom(Path place) {
      this(place, null);
    }

    NoRoom(Path place, @Nullable IOException cause) {
      super("no space at " + place, cause);
      this.place = place.toString();
    }

    public String place() {
      return place;
    }
  }

  /** The file grew while it was read. */
  static final class StillWritten extends FileSystemException {
    private static final long serialVersionUID = 1L;

    StillWritten(Path file) {
      super(file.toString(), null, "still being written");
    }
  }

  private static long sizeOfRegular(Path file, String name) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw new SourceUnreadable(DeliveryFaults.notRegular(name), null);
      }
      return attributes.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String copy(Path from, long size, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (SeekableByteChannel source = openUnfollowed(from);
        FileChannel target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(Math.min(BLOCK, source.size() + 1)));
      long copied = 0;
      // One that grows as fast as it is read would never end.
      while (copied <= size && source.read(block) >= 0) {
        block.flip();
        digest.update(block.duplicate());
        copied += block.remaining();
        while (block.hasRemaining()) {
          target.write(block);
        }
        block.clear();
      }
      target.force(true);
      if (copied != size || source.size() != size) {
        throw new StillWritten(from);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (SeekableByteChannel source = openUnfollowed(file)) {
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      while (source.read(block) >= 0) {
        digest.update(block.flip());
        block.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static SeekableByteChannel openUnfollowed(Path file) throws IOException {
    return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

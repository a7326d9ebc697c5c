package id.pde.run.backup;

import id.pde.run.DurableFiles;
import id.pde.run.backup.Manifest.Part;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of a backup while it is written. Everything is written into a folder in it that says
 * so by its name, and moved up at the end, the manifest last: a folder with a manifest is whole.
 */
final class BackupFolder implements Closeable {

  static final String MANIFEST = "manifest.pde";
  static final String DATABASE = "database.pde";
  static final String ARCHIVE = "archive.pde";
  static final String SECRETS = "secrets.pde";
  static final String UNFINISHED = ".unfinished";

  private static final String NOTE = "README.txt";
  private static final int BUFFER = 1 << 17;

  private final Path folder;
  private final Path draft;
  private final boolean made;
  private final List<Part> parts = new ArrayList<>();
  private boolean finished;

  private BackupFolder(Path folder, boolean made) {
    this.folder = folder;
    this.draft = folder.resolve(UNFINISHED);
    this.made = made;
  }

  /**
   * Begins a backup in a folder that is empty or not there.
   *
   * @throws id.pde.run.BackupRefused when it has contents
   */
  static BackupFolder begin(Path folder) throws IOException {
    boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (there && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (there && !isEmpty(folder)) {
      throw BackupFaults.notEmpty(folder);
    }
    DurableFiles.privateFolder(folder);
    BackupFolder begun = new BackupFolder(folder, !there);
    try {
      Files.createDirectory(
          begun.draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException somebodyElse) {
      throw BackupFaults.notEmpty(folder);
    }
    return begun;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Writes the content of a part. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a part and forces it to disk. */
  void part(String name, BackupKey key, Content content) throws IOException {
    Path file = draft.resolve(name);
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = create(file);
        OutputStream summed = new DigestOutputStream(out, digest);
        OutputStream buffered = new BufferedOutputStream(summed, BUFFER);
        SealedOutput sealed = new SealedOutput(buffered, key, name)) {
      content.write(sealed);
    }
    force(file);
    parts.add(new Part(name, Files.size(file), Sha256.hex(digest)));
  }

  List<Part> parts() {
    return parts;
  }

  /** Says what it is to who finds the folder, and makes it whole. */
  void finish(String note) throws IOException {
    Path about = draft.resolve(NOTE);
    try (OutputStream out = create(about)) {
      out.write(note.getBytes(StandardCharsets.UTF_8));
    }
    force(about);
    Files.move(about, folder.resolve(NOTE));
    // The manifest is the part that was written last.
    for (Part part : parts) {
      DurableFiles.place(draft.resolve(part.name()), folder.resolve(part.name()));
    }
    finished = true;
  }

  private static OutputStream create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newOutputStream(file, StandardOpenOption.WRITE);
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Leaves no trace of a backup that did not come to its end. */
  @Override
  public void close() throws IOException {
    DurableFiles.remove(draft);
    if (finished) {
      return;
    }
    for (Part part : parts) {
      Files.deleteIfExists(folder.resolve(part.name()));
    }
    Files.deleteIfExists(folder.resolve(NOTE));
    if (made) {
      Files.deleteIfExists(folder);
    }
  }
}

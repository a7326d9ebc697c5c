package id.pde.run.backup;

import id.pde.run.backup.Manifest.Kept;
import id.pde.run.backup.Manifest.Lost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;

/** Copies the archive into a backup and hashes every original as it goes. For one use. */
final class ArchiveSaving {

  private static final int BLOCK = 1 << 16;

  /** Ends the name of what says that an erasure changed or deleted an original. */
  private static final String ERASED = ".erased";

  private final Path root;
  private final Set<String> whole = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();
  private final Set<String> erased = new HashSet<>();
  private long files;
  private long bytes;

  ArchiveSaving(Path root) {
    this.root = root;
  }

  void write(ZipOutputStream zip) throws IOException {
    byte[] block = new byte[BLOCK];
    for (Path file : HomeFiles.archive(root)) {
      try (InputStream in = Files.newInputStream(file)) {
        zip.putNextEntry(
            HomeFiles.entry(root.relativize(file).toString(), Files.getLastModifiedTime(file)));
        note(file, copy(in, zip, block));
        zip.closeEntry();
      } catch (NoSuchFileException erased) {
        // Removed since it was listed: the next file; the ledger tells whether it is missed.
      }
    }
  }

  private String copy(InputStream in, ZipOutputStream zip, byte[] block) throws IOException {
    MessageDigest digest = Sha256.digest();
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      digest.update(block, 0, read);
      zip.write(block, 0, read);
      bytes += read;
    }
    files++;
    return Sha256.hex(digest);
  }

  private void note(Path file, String sha256) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(ERASED)) {
      erased.add(name.substring(0, name.length() - ERASED.length()));
    } else if (name.indexOf('.') < 0 && !name.equals(HomeFiles.TOMBSTONES)) {
      (name.equals(sha256) ? whole : damaged).add(name);
    }
  }

  Kept kept() {
    return new Kept(files, bytes);
  }

  /** What the ledger or the archive names and is not there as it came; by SHA-256. */
  List<Lost> lost(Map<String, String> deliveries) {
    Map<String, Lost> lost = new TreeMap<>();
    deliveries.forEach(
        (sha256, name) -> {
          boolean there = whole.contains(sha256) || damaged.contains(sha256);
          if (!there && !erased.contains(sha256)) {
            lost.put(sha256, new Lost(sha256, name, Lost.Why.MISSING));
          }
        });
    for (String sha256 : damaged) {
      // What an erasure changed keeps the name of what it was.
      if (!erased.contains(sha256)) {
        String name = deliveries.getOrDefault(sha256, "");
        lost.put(sha256, new Lost(sha256, name, Lost.Why.DAMAGED));
      }
    }
    return new ArrayList<>(lost.values());
  }
}

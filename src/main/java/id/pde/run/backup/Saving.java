package id.pde.run.backup;

import id.pde.run.Home;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Manifest.Part;
import id.pde.run.backup.WarehouseCopy.Contents;
import id.pde.run.backup.WarehouseCopy.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Saves a home and its database, encrypted, while loads go on: first the database as it is at one
 * moment, then the archive, whose files never change. What is delivered in between is in the
 * archive of the backup and not in its ledger, where {@code pde reconcile} finds it.
 */
public final class Saving {

  private static final String NOTE =
      """
      Cadangan terenkripsi PDE (Pengelolaan Data Elektronik). Dipulihkan ke PDE_HOME baru yang
      kosong dengan: pde restore <folder ini>. Perlu frasa sandi yang dipakai saat dibuat.

      An encrypted backup of PDE. Restore it into a new, empty PDE_HOME by: pde restore <this
      folder>. It needs the passphrase that it was made with.
      """;

  private final Home home;
  private final WarehouseCopy warehouse;
  private final Origin origin;
  private final int rounds;

  /** Who saves, and when. */
  public record Origin(String version, InstantSource clock) {}

  public Saving(Home home, WarehouseCopy warehouse, Origin origin) {
    this(home, warehouse, origin, BackupKey.ROUNDS);
  }

  Saving(Home home, WarehouseCopy warehouse, Origin origin, int rounds) {
    this.home = home;
    this.warehouse = warehouse;
    this.origin = origin;
    this.rounds = rounds;
  }

  /** What was saved, and what the database has that was not. */
  public record Saved(Manifest manifest, Contents database, long bytes) {}

  /**
   * Writes a backup.
   *
   * @param folder that is empty, or not there
   * @throws id.pde.run.BackupRefused when it cannot be; the folder is as it was
   * @throws UncheckedIOException when the disk does not take it; the folder is as it was
   */
  public Saved save(Path folder, Passphrase passphrase) {
    if (passphrase.isTooShort()) {
      throw BackupFaults.shortPassphrase();
    }
    try (BackupFolder backup = BackupFolder.begin(folder)) {
      BackupKey key = BackupKey.make(passphrase, rounds);
      Moment moment = database(backup, key);
      ArchiveSaving archive = new ArchiveSaving(home.archive());
      backup.part(
          BackupFolder.ARCHIVE,
          key,
          out -> {
            try (ZipOutputStream zip = zip(out)) {
              archive.write(zip);
            }
          });
      List<Lost> lost = archive.lost(moment.deliveries());
      secrets(backup, key);
      Manifest manifest =
          new Manifest(
              origin.version(),
              moment.taken(),
              moment.server(),
              moment.major(),
              moment.contents().tables(),
              archive.kept(),
              lost,
              backup.parts());
      byte[] lines = ManifestLines.write(manifest).getBytes(StandardCharsets.UTF_8);
      backup.part(BackupFolder.MANIFEST, key, out -> out.write(lines));
      backup.finish(NOTE);
      return new Saved(
          manifest, moment.contents(), backup.parts().stream().mapToLong(Part::bytes).sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database at the moment that was saved. */
  private record Moment(
      Instant taken, String server, int major, Map<String, String> deliveries, Contents contents) {}

  /** Lets go of the database before the archive is copied. */
  private Moment database(BackupFolder backup, BackupKey key) throws IOException {
    try (Snapshot snapshot = warehouse.snapshot()) {
      Instant taken = origin.clock().instant();
      AtomicReference<Contents> contents = new AtomicReference<>();
      backup.part(
          BackupFolder.DATABASE,
          key,
          out -> {
            try (ZipOutputStream zip = zip(out)) {
              contents.set(snapshot.write(zip));
            }
          });
      return new Moment(
          taken,
          snapshot.server(),
          snapshot.major(),
          snapshot.deliveries(),
          Objects.requireNonNull(contents.get(), "a part that was written"));
    }
  }

  private void secrets(BackupFolder backup, BackupKey key) throws IOException {
    backup.part(
        BackupFolder.SECRETS,
        key,
        out -> {
          try (ZipOutputStream zip = zip(out)) {
            for (Path file : HomeFiles.secrets(home)) {
              zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
              Files.copy(file, zip);
            }
            Path port = home.pg().resolve("port");
            if (Files.isRegularFile(port)) {
              zip.putNextEntry(new ZipEntry(HomeFiles.PORT));
              Files.copy(port, zip);
            }
          }
        });
  }

  private static ZipOutputStream zip(OutputStream out) {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    return zip;
  }
}

package id.pde.run.backup;

import id.pde.model.Text;
import id.pde.run.BackupRefused;
import id.pde.run.backup.Manifest.Part;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;

/** The parts of a backup that is read. For one thread. */
final class BackupParts {

  private static final int BUFFER = 1 << 17;
  private static final int MOST_LINES = 64 << 20;

  private final Path folder;
  private final BackupKey key;
  private final Manifest manifest;

  private BackupParts(Path folder, BackupKey key, Manifest manifest) {
    this.folder = folder;
    this.key = key;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and reads its manifest.
   *
   * @throws BackupRefused when there is none, or it does not open
   */
  static BackupParts open(Path folder, Passphrase passphrase) throws IOException {
    Path file = folder.resolve(BackupFolder.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw BackupFaults.noBackup(folder);
    }
    try (InputStream in = buffered(file)) {
      PartHeader header = PartHeader.read(in);
      BackupKey key = BackupKey.derive(passphrase, header.salt(), header.rounds());
      if (!key.opens(header)) {
        throw new Damaged(Damaged.Why.PASSPHRASE, 0);
      }
      try (SealedInput lines = new SealedInput(in, header, key, BackupFolder.MANIFEST)) {
        byte[] text = lines.readNBytes(MOST_LINES);
        Manifest manifest = ManifestLines.read(new String(text, StandardCharsets.UTF_8));
        return new BackupParts(folder, key, manifest);
      }
    } catch (Damaged damage) {
      throw BackupFaults.damaged(file, damage);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** What tells this backup from any other. */
  String identity() {
    return manifest.taken() + " " + HexFormat.of().formatHex(key.salt());
  }

  /** Reads every part to its end; refuses where one is not what was written. */
  void verify() throws IOException {
    for (String name : List.of(BackupFolder.DATABASE, BackupFolder.ARCHIVE, BackupFolder.SECRETS)) {
      Part part =
          manifest.parts().stream()
              .filter(known -> known.name().equals(name))
              .findFirst()
              .orElseThrow(() -> missing(name));
      verify(part);
    }
  }

  private void verify(Part part) throws IOException {
    Path file = folder.resolve(part.name());
    if (!Files.isRegularFile(file)) {
      throw missing(part.name());
    }
    long size = Files.size(file);
    if (size != part.bytes()) {
      throw BackupFaults.part(
          file,
          new Text(
              "Bagian cadangan ini " + size + " bita, mestinya " + part.bytes(),
              "This part of the backup has " + size + " bytes, not " + part.bytes()));
    }
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(buffered(file), digest);
        InputStream opened = opened(in, part.name())) {
      opened.transferTo(OutputStream.nullOutputStream());
    } catch (Damaged damage) {
      throw BackupFaults.damaged(file, damage);
    }
    if (!Sha256.hex(digest).equals(part.sha256())) {
      throw BackupFaults.part(
          file,
          new Text(
              "Bagian ini bukan dari cadangan ini", "This part does not belong to this backup"));
    }
  }

  private BackupRefused missing(String name) {
    return BackupFaults.part(
        folder.resolve(name),
        new Text("Bagian cadangan ini tidak ada", "This part of the backup is not there"));
  }

  /** Reads a part that was verified. */
  interface Reading<T> {
    T read(ZipInputStream zip) throws IOException;
  }

  <T> T read(String name, Reading<T> reading) throws IOException {
    try (InputStream in = buffered(folder.resolve(name));
        ZipInputStream zip = new ZipInputStream(opened(in, name), StandardCharsets.UTF_8)) {
      return reading.read(zip);
    } catch (Damaged damage) {
      throw BackupFaults.damaged(folder.resolve(name), damage);
    }
  }

  private InputStream opened(InputStream in, String name) throws IOException {
    PartHeader header = PartHeader.read(in);
    if (!key.isOf(header)) {
      throw BackupFaults.part(
          folder.resolve(name),
          new Text("Bagian ini dari cadangan lain", "This part is of another backup"));
    }
    return new SealedInput(in, header, key, name);
  }

  private static InputStream buffered(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }
}

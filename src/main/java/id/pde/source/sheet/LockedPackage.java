package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An Office Open XML file under a password (MS-OFFCRYPTO): a package inside an OLE2 container. */
public final class LockedPackage {

  /** How often a password is hashed before it is tried. Office writes 100,000. */
  private static final int ROUNDS = 1_000_000;

  private LockedPackage() {}

  /** Writes the package as it is without the password. */
  public static void unlock(Path locked, Location whole, Passwords passwords, Path plain)
      throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(locked.toFile(), true)) {
      EncryptionInfo lock = new EncryptionInfo(container);
      if (lock.getVerifier().getSpinCount() > ROUNDS) {
        throw Faults.limit(
            "limit.password-rounds",
            whole,
            new Text(
                "Kata sandi berkas ini harus diacak lebih dari 1.000.000 kali.",
                "The password of this file has to be hashed more than 1,000,000 times."),
            null);
      }
      Decryptor decryptor = lock.getDecryptor();
      passwords.open(decryptor::verifyPassword);
      // Nothing is packed here: what claims to be longer than the file that holds it, lies.
      copy(decryptor, container, plain, Files.size(locked));
    }
  }

  /**
   * Puts a package under the password that opens another.
   *
   * @param plain the package
   * @param locked the other one
   */
  public static void lock(Path plain, Path locked, Passwords passwords, Path target)
      throws IOException {
    String[] word = new String[1];
    try (POIFSFileSystem container = new POIFSFileSystem(locked.toFile(), true)) {
      Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
      passwords.open(
          tried -> {
            word[0] = tried;
            return decryptor.verifyPassword(tried);
          });
    }
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword(word[0]);
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream to = Files.newOutputStream(target)) {
      try (OutputStream bytes = encryptor.getDataStream(container)) {
        Files.copy(plain, bytes);
      }
      container.writeFilesystem(to);
    } catch (GeneralSecurityException missing) {
      throw new IOException(missing);
    }
  }

  private static void copy(Decryptor decryptor, POIFSFileSystem container, Path plain, long most)
      throws IOException {
    try (InputStream from = decryptor.getDataStream(container);
        OutputStream to = Files.newOutputStream(plain)) {
      byte[] some = new byte[1 << 16];
      long size = 0;
      for (int length = from.read(some); length > 0; length = from.read(some)) {
        size += length;
        if (size > most) {
          throw new IOException("longer than its container");
        }
        to.write(some, 0, length);
      }
    } catch (GeneralSecurityException damaged) {
      throw new IOException(damaged);
    }
  }
}

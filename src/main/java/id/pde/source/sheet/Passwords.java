package id.pde.source.sheet;

import id.pde.mapping.Secret;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.Secrets;
import id.pde.run.Secrets.Found;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.poi.poifs.crypt.Decryptor;

/**
 * The passwords that may open one delivery. A secret is looked up when a lock asks for it, and
 * never shown. Used by one thread.
 */
public final class Passwords {

  private final Location whole;
  private final Secrets secrets;
  private final List<Secret> references;

  /**
   * @param references the secrets to try, in this order
   */
  public Passwords(Location whole, Secrets secrets, List<Secret> references) {
    this.whole = whole;
    this.secrets = secrets;
    this.references = List.copyOf(references);
  }

  /** What a password opens or not. */
  interface Lock {
    boolean opens(String word) throws GeneralSecurityException;
  }

  /**
   * Opens a lock.
   *
   * @throws SourceUnreadable where no password opens it
   * @throws IOException where the lock itself is damaged, or unknown
   */
  void open(Lock lock) throws IOException {
    SourceUnreadable unusable = null;
    boolean tried = false;
    try {
      for (Secret reference : references) {
        Found found = secrets.find(reference);
        if (found instanceof Found.Word word) {
          tried = true;
          if (lock.opens(word.word())) {
            return;
          }
        } else {
          unusable = unusable == null ? unusable(reference, found) : unusable;
        }
      }
      // Workbooks of which only the structure is locked are encrypted with a word that all know.
      if (lock.opens(Decryptor.DEFAULT_PASSWORD)) {
        return;
      }
    } catch (GeneralSecurityException damaged) {
      throw new IOException(damaged);
    }
    if (unusable != null) {
      throw unusable;
    }
    throw tried ? wrong() : missing();
  }

  private SourceUnreadable missing() {
    return refused(
        "file.password",
        new Text("Berkas ini dilindungi kata sandi.", "This file is protected by a password."),
        new Text(
            "Simpan salinan tanpa kata sandi, lalu kirim salinan itu; atau petugas menyimpan kata"
                + " sandinya sebagai rahasia dan menulis \"password: {file: NAMA}\" pada source di"
                + " pemetaan.",
            "Save a copy without a password and send that copy; or an officer keeps the password as"
                + " a secret and writes \"password: {file: NAME}\" in the mapping's source."));
  }

  private SourceUnreadable wrong() {
    return refused(
        "file.password.wrong",
        new Text(
            "Kata sandi yang diketahui PDE tidak membuka berkas ini.",
            "The password that PDE knows does not open this file."),
        new Text(
            "Perbarui rahasia yang disebut password di pemetaan, atau simpan salinan tanpa kata"
                + " sandi, lalu kirim salinan itu.",
            "Renew the secret that password in the mapping names, or save a copy without a password"
                + " and send that copy."));
  }

  private SourceUnreadable unusable(Secret reference, Found found) {
    if (reference instanceof Secret.InEnvironment variable) {
      return refused(
          "secret.missing",
          new Text(
              "Berkas ini dilindungi kata sandi, dan variabel " + variable.name() + " kosong.",
              "This file is protected by a password, and the variable "
                  + variable.name()
                  + " is empty."),
          new Text(
              "Isi variabel itu dengan kata sandi berkas, lalu jalankan PDE lagi.",
              "Set that variable to the password of the file and start PDE again."));
    }
    String file = "secrets/" + ((Secret.InFile) reference).name();
    if (found instanceof Found.Exposed) {
      return refused(
          "secret.exposed",
          new Text(
              "Berkas ini dilindungi kata sandi, dan " + file + " dapat dibaca orang lain.",
              "This file is protected by a password, and others can read " + file + "."),
          new Text(
              "Jalankan chmod 600 pada berkas rahasia itu di PDE_HOME.",
              "Run chmod 600 on that file of the secret in PDE_HOME."));
    }
    return refused(
        "secret.missing",
        new Text(
            "Berkas ini dilindungi kata sandi, dan " + file + " tidak ada atau kosong.",
            "This file is protected by a password, and " + file + " is missing or empty."),
        new Text(
            "Tulis kata sandi berkas ke " + file + " di PDE_HOME (satu baris, mode 600).",
            "Write the password of the file to " + file + " in PDE_HOME (one line, mode 600)."));
  }

  private SourceUnreadable refused(String code, Text message, Text fix) {
    return Faults.unreadable(code, whole, new Advice(code, message, fix), null);
  }
}

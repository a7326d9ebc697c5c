package id.pde.run.backup;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.BackupRefused;
import id.pde.run.BackupRefused.Kind;
import java.nio.file.Path;
import java.util.List;

/** Why there is no backup, or none can be restored, in words. */
public final class BackupFaults {

  private static final String RULE = "pde backup, pde restore";
  private static final Text NOTHING = new Text("; tidak ada yang ditulis", "; nothing was written");

  private BackupFaults() {}

  /** No passphrase was given. */
  public static BackupRefused noPassphrase(String variable, String secret) {
    return refused(
        Kind.MISUSE,
        "backup.no_passphrase",
        variable,
        new Text("Tidak ada frasa sandi untuk cadangan", "There is no passphrase for the backup"),
        new Text(
            "Isi "
                + variable
                + ", atau --passphrase-file BERKAS, atau PDE_HOME/secrets/"
                + secret
                + " (mode 600); simpan juga di tempat lain",
            "Set "
                + variable
                + ", or --passphrase-file FILE, or PDE_HOME/secrets/"
                + secret
                + " (mode 600); keep it elsewhere, too"));
  }

  /** Others may read the file with the passphrase, or it is not there or empty. */
  public static BackupRefused passphraseFile(String place) {
    return refused(
        Kind.MISUSE,
        "backup.passphrase_file",
        place,
        new Text(
            "Frasa sandi tidak dapat dibaca dari sini, atau orang lain dapat membacanya",
            "No passphrase can be read from here, or others can read it"),
        new Text(
            "Tulis frasa sandi di baris pertama, lalu: chmod 600 " + place,
            "Write the passphrase into its first line, then: chmod 600 " + place));
  }

  static BackupRefused shortPassphrase() {
    return refused(
        Kind.MISUSE,
        "backup.short_passphrase",
        RULE,
        new Text(
            "Frasa sandi terlalu pendek; paling sedikit " + Passphrase.SHORTEST + " huruf",
            "The passphrase is too short; at least " + Passphrase.SHORTEST + " characters"),
        new Text(
            "Pakai beberapa kata yang tidak dapat ditebak",
            "Use several words that nobody guesses"));
  }

  static BackupRefused notEmpty(Path folder) {
    return refused(
        Kind.REFUSED,
        "backup.folder_not_empty",
        folder.toString(),
        new Text(
            "Folder cadangan ini tidak kosong" + NOTHING.id(),
            "This folder for the backup is not empty" + NOTHING.en()),
        new Text(
            "Sebut folder baru, satu untuk tiap cadangan; folder "
                + BackupFolder.UNFINISHED
                + " di dalamnya adalah sisa cadangan yang terputus dan boleh dihapus",
            "Name a new folder, one for each backup; a folder "
                + BackupFolder.UNFINISHED
                + " in it is left of a backup that was killed and may be removed"));
  }

  static BackupRefused noBackup(Path folder) {
    return refused(
        Kind.MISSING,
        "backup.missing",
        folder.toString(),
        new Text("Di sini tidak ada cadangan yang selesai", "There is no finished backup here"),
        new Text(
            "Sebut folder yang ditulis `pde backup`; di dalamnya ada " + BackupFolder.MANIFEST,
            "Name the folder that `pde backup` wrote; it has a " + BackupFolder.MANIFEST));
  }

  static BackupRefused damaged(Path part, Damaged damage) {
    String block = damage.block() == 0 ? "" : " (" + damage.block() + " x 64 KiB)";
    Text what =
        switch (damage.why()) {
          case NO_BACKUP ->
              new Text("Ini bukan bagian cadangan PDE", "This is no part of a backup of PDE");
          case NEWER ->
              new Text(
                  "Cadangan ini ditulis oleh PDE yang lebih baru",
                  "This backup was written by a newer PDE");
          case PASSPHRASE ->
              new Text(
                  "Frasa sandi salah untuk cadangan ini",
                  "This is the wrong passphrase for this backup");
          case CUT ->
              new Text(
                  "Bagian cadangan ini terpotong" + block,
                  "This part of the backup is cut off" + block);
          case CHANGED ->
              new Text(
                  "Bagian cadangan ini berubah atau rusak" + block,
                  "This part of the backup was changed or is damaged" + block);
        };
    Text fix =
        switch (damage.why()) {
          case NEWER -> new Text("Pakai PDE yang baru", "Use the newer PDE");
          case PASSPHRASE ->
              new Text(
                  "Pakai frasa sandi yang dipakai saat cadangan ini dibuat; tanpa itu tidak dapat"
                      + " dibuka",
                  "Use the passphrase that it was made with; without it nobody opens it");
          case NO_BACKUP, CUT, CHANGED ->
              new Text(
                  "Salin lagi dari tempat penyimpanan, atau pakai cadangan lain",
                  "Copy it again from where it is kept, or use another backup");
        };
    return new BackupRefused(
        Kind.REFUSED,
        issue(
            "backup.damaged",
            part.toString(),
            new Text(what.id() + NOTHING.id(), what.en() + NOTHING.en()),
            fix),
        damage);
  }

  static BackupRefused part(Path part, Text what) {
    return refused(
        Kind.REFUSED,
        "backup.damaged",
        part.toString(),
        new Text(what.id() + NOTHING.id(), what.en() + NOTHING.en()),
        new Text(
            "Salin lagi dari tempat penyimpanan, atau pakai cadangan lain",
            "Copy it again from where it is kept, or use another backup"));
  }

  static BackupRefused homeNotEmpty(Path place) {
    return refused(
        Kind.REFUSED,
        "restore.home_not_empty",
        place.toString(),
        new Text(
            "PDE_HOME ini sudah berisi" + NOTHING.id(),
            "This PDE_HOME has contents already" + NOTHING.en()),
        new Text(
            "Pulihkan ke PDE_HOME baru: PDE_HOME=/folder/baru pde restore ...",
            "Restore into a new PDE_HOME: PDE_HOME=/new/folder pde restore ..."));
  }

  static BackupRefused databaseNotEmpty(String place, List<String> holds) {
    String names = String.join(", ", holds.subList(0, Math.min(5, holds.size())));
    return refused(
        Kind.REFUSED,
        "restore.database_not_empty",
        place,
        new Text(
            "Basis data ini sudah berisi data PDE (" + names + ")" + NOTHING.id(),
            "This database has data of PDE already (" + names + ")" + NOTHING.en()),
        new Text(
            "Pulihkan ke basis data kosong (PDE_DB_URL), atau ke PDE_HOME baru",
            "Restore into an empty database (PDE_DB_URL), or into a new PDE_HOME"));
  }

  static BackupRefused olderServer(String place, Manifest manifest) {
    return refused(
        Kind.REFUSED,
        "restore.older_server",
        place,
        new Text(
            "Cadangan ini dari PostgreSQL "
                + manifest.server()
                + "; server ini lebih tua"
                + NOTHING.id(),
            "This backup is of PostgreSQL "
                + manifest.server()
                + "; this server is older"
                + NOTHING.en()),
        new Text(
            "Pulihkan ke PostgreSQL " + manifest.major() + " atau lebih baru",
            "Restore into PostgreSQL " + manifest.major() + " or newer"));
  }

  static BackupRefused busy(Path home) {
    return refused(
        Kind.BUSY,
        "restore.busy",
        home.toString(),
        new Text(
            "Proses pde lain sedang memulihkan PDE_HOME ini",
            "Another pde process is restoring this PDE_HOME"),
        new Text("Tunggu sampai selesai", "Wait for its end"));
  }

  static BackupRefused unequal(String place, String table) {
    return refused(
        Kind.REFUSED,
        "restore.unequal",
        place,
        new Text(
            "Isi tabel "
                + table
                + " setelah dipulihkan tidak sama dengan cadangannya"
                + NOTHING.id(),
            "What the table " + table + " holds is not what was saved" + NOTHING.en()),
        new Text(
            "Jalankan `pde doctor`, periksa server basis data, lalu ulangi",
            "Run `pde doctor`, look at the database server, then repeat"));
  }

  /** A restore of this home was killed; commands other than restore keep away from it. */
  public static Issue unfinished(Path home) {
    return issue(
        "restore.unfinished",
        home.toString(),
        new Text(
            "Pemulihan PDE_HOME ini terputus sebelum selesai",
            "A restore of this PDE_HOME was cut off before its end"),
        new Text(
            "Ulangi `pde restore` dengan folder cadangan yang sama; yang setengah jadi diganti",
            "Repeat `pde restore` with the same backup; what is half done is replaced"));
  }

  private static BackupRefused refused(
      Kind kind, String code, String place, Text message, Text fix) {
    return new BackupRefused(kind, issue(code, place, message, fix), null);
  }

  private static Issue issue(String code, String place, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole(place), new Advice(RULE, message, fix));
  }
}

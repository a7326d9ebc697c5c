package id.pde.app.embedded;

import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.TargetUnavailable;
import id.pde.warehouse.connection.Unavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words for everything that can keep the embedded server from running. */
final class ServerFailure {

  private ServerFailure() {}

  static TargetUnavailable busy(ServerFolders folders) {
    return at(
        folders,
        "database.busy",
        new Advice(
            "",
            new Text(
                "Proses pde lain sedang memulai atau menghentikan basis data dan belum selesai",
                "Another pde process is starting or stopping the database and has not finished"),
            new Text("Coba lagi sebentar lagi", "Try again in a moment")));
  }

  static TargetUnavailable noBinaries(String machine) {
    return Unavailable.at(
        machine,
        "database.machine",
        new Advice(
            "",
            new Text(
                "PostgreSQL bawaan tidak tersedia untuk mesin jenis " + machine,
                "There is no built-in PostgreSQL for machines of type " + machine),
            new Text(
                "Pakai server sendiri: PDE_DB_URL, PDE_DB_USER dan PDE_DB_PASSWORD",
                "Use a server of your own: PDE_DB_URL, PDE_DB_USER and PDE_DB_PASSWORD")),
        null);
  }

  static TargetUnavailable otherMajor(ServerFolders folders, String found) {
    return at(
        folders,
        "database.data_version",
        new Advice(
            "PostgreSQL " + Binaries.MAJOR,
            new Text(
                "Isi " + folders.data() + " dibuat oleh PostgreSQL " + found,
                "What is in " + folders.data() + " was made by PostgreSQL " + found),
            new Text(
                "Dengan PDE yang membuatnya: pde backup /folder/cadangan. Lalu dengan PDE ini:"
                    + " PDE_HOME=/folder/baru pde restore /folder/cadangan",
                "With the PDE that made it: pde backup /backup/folder. Then with this PDE:"
                    + " PDE_HOME=/new/folder pde restore /backup/folder")));
  }

  static TargetUnavailable otherOwner(ServerFolders folders, String owner) {
    return at(
        folders,
        "database.owner",
        new Advice(
            "",
            new Text(
                folders.root() + " milik pengguna \"" + owner + "\"",
                folders.root() + " belongs to the user \"" + owner + "\""),
            new Text(
                "Jalankan pde sebagai \"" + owner + "\", atau pilih PDE_HOME lain",
                "Run pde as \"" + owner + "\", or choose another PDE_HOME")));
  }

  static TargetUnavailable passwordLost(ServerFolders folders) {
    return at(
        folders,
        "database.password",
        new Advice(
            "",
            new Text(
                "Kata sandi di " + folders.secrets() + " tidak cocok dengan basis datanya",
                "The password in " + folders.secrets() + " is not that of the database"),
            new Text(
                "Kembalikan berkas " + Secrets.SUPERUSER + " dari cadangan",
                "Restore the file " + Secrets.SUPERUSER + " from a backup")));
  }

  static TargetUnavailable slow(ServerFolders folders, String said) {
    return at(
        folders,
        "database.slow",
        new Advice(
            "",
            new Text(
                "Basis data masih dimulai (mungkin sedang memulihkan diri)" + quoted(said),
                "The database is still starting (it may be recovering)" + quoted(said)),
            new Text(
                "Jangan hentikan; ulangi perintah ini beberapa menit lagi",
                "Do not stop it; repeat this command in a few minutes")));
  }

  static TargetUnavailable failed(ServerFolders folders, String step, String said) {
    if (isFull(said)) {
      return full(folders, null);
    }
    return at(
        folders,
        "database.start",
        new Advice(
            step,
            new Text(
                "Basis data bawaan tidak mau jalan (" + step + ")" + quoted(said),
                "The built-in database does not start (" + step + ")" + quoted(said)),
            new Text(
                "Selengkapnya di " + folders.log() + "; perbaiki sebabnya, lalu ulangi",
                "The rest is in " + folders.log() + "; remove the cause, then try again")));
  }

  static TargetUnavailable io(ServerFolders folders, IOException failure) {
    String said = String.valueOf(failure.getMessage());
    if (isFull(said)) {
      return full(folders, failure);
    }
    String reason = failure instanceof AccessDeniedException ? "access denied: " + said : said;
    return Unavailable.at(
        folders.root().toString(),
        "database.files",
        new Advice(
            "",
            new Text(
                "Berkas basis data bawaan tidak dapat dipakai: " + reason,
                "The files of the built-in database cannot be used: " + reason),
            new Text(
                "Periksa hak akses folder itu dan sisa ruang disk, lalu ulangi",
                "Check the rights on that folder and the space on the disk, then try again")),
        failure);
  }

  private static TargetUnavailable full(ServerFolders folders, @Nullable IOException failure) {
    return Unavailable.at(
        folders.root().toString(),
        "database.disk_full",
        new Advice(
            "",
            new Text(
                "Tidak ada ruang disk lagi di " + folders.root(),
                "No space left on the disk at " + folders.root()),
            new Text(
                "Kosongkan ruang di disk itu (paling sedikit 1 GB), lalu ulangi",
                "Free space on that disk (at least 1 GB), then try again")),
        failure);
  }

  private static boolean isFull(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return Stream.of("no space left on device", "disk quota exceeded", "file too large")
        .anyMatch(lower::contains);
  }

  private static TargetUnavailable at(ServerFolders folders, String code, Advice advice) {
    return Unavailable.at(folders.root().toString(), code, advice, null);
  }

  private static String quoted(String said) {
    return said.isBlank() ? "" : ":\n" + said.strip().indent(2).stripTrailing();
  }
}

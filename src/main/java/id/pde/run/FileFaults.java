package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a file or folder of this machine, in words. Nobody's data is at fault, and
 * nothing was loaded.
 */
public final class FileFaults {

  /** The code of a disk without space. */
  public static final String NO_SPACE = "disk.full";

  private FileFaults() {}

  /** The fault behind an exception; null: it is none of a file. */
  public static @Nullable Issue of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException failure) {
        return of(failure);
      }
    }
    return null;
  }

  /** Whether something broke off because a disk of this machine has no room. */
  public static boolean isFullDisk(Throwable thrown) {
    Issue fault = of(thrown);
    return fault != null && fault.code().equals(NO_SPACE);
  }

  /** What those are told who sent something to a server without space, and can do nothing. */
  public static Issue serverFull() {
    return issue(
        NO_SPACE,
        "PDE",
        new Issue.Advice(
            "the server has space for what is sent",
            new Text(
                "Server kehabisan ruang disk; yang Anda kirim tidak disimpan",
                "The server has no disk space left; what you sent was not kept"),
            new Text(
                "Beri tahu pengelola, lalu kirim lagi setelah ruangnya dikosongkan",
                "Tell an administrator, and send it again once space was freed")));
  }

  /** Whether the system says that a disk or a quota is used up. */
  public static boolean isNoSpace(IOException failure) {
    if (failure instanceof Archive.NoRoom) {
      return true;
    }
    // Java has no type for it, only the system's words (strerror of ENOSPC and EDQUOT).
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left on device") || words.contains("quota exceeded");
  }

  private static Issue of(IOException failure) {
    String place = place(failure);
    if (isNoSpace(failure)) {
      return noSpace(place);
    }
    if (failure instanceof Archive.StillWritten) {
      return issue(
          "file.still-written",
          place,
          new Issue.Advice(
              "a delivery does not change while it is read",
              new Text(
                  "berkas ini masih ditulis oleh program lain",
                  "this file is still being written by another program"),
              new Text(
                  "tunggu sampai selesai, lalu ulangi perintah ini",
                  "wait for its end, then repeat this command")));
    }
    if (failure instanceof AccessDeniedException) {
      return issue(
          "file.no-permission",
          place,
          new Issue.Advice(
              "PDE may read and write its files",
              new Text(
                  "tidak ada izin untuk membaca atau menulisnya",
                  "no permission to read or write it"),
              new Text(
                  "beri pengguna yang menjalankan PDE izin atasnya, lalu ulangi",
                  "give the user that runs PDE permission for it, then repeat")));
    }
    if (failure instanceof NoSuchFileException) {
      return issue(
          "file.vanished",
          place,
          new Issue.Advice(
              "files stay where they are while PDE works",
              new Text("hilang ketika hendak dipakai", "vanished when it was needed"),
              new Text("periksa tempatnya, lalu ulangi", "look at its place, then repeat")));
    }
    return broken(place, failure);
  }

  private static Issue noSpace(String place) {
    return issue(
        NO_SPACE,
        place,
        new Issue.Advice(
            "1 GB and twice the file stay free in PDE_HOME",
            new Text(
                "tidak ada ruang di "
                    + place
                    + "; tidak ada yang dimuat, berkas Anda tidak disentuh",
                "no space at " + place + "; nothing was loaded, your file was not touched"),
            new Text(
                "kosongkan ruang di disk itu, lalu ulangi perintah ini",
                "free space on that disk, then repeat this command")));
  }

  /** A reason is the system's; a plain message may be anybody's and stays out. */
  private static Issue broken(String place, IOException failure) {
    String reason =
        failure instanceof FileSystemException named && named.getReason() != null
            ? named.getReason()
            : failure.getClass().getSimpleName();
    return issue(
        "file.unusable",
        place,
        new Issue.Advice(
            "PDE may read and write its files",
            new Text(
                "tidak dapat dibaca atau ditulis (" + reason + ")",
                "cannot be read or written (" + reason + ")"),
            new Text(
                "periksa disk dan folder PDE_HOME dengan `pde doctor`, lalu ulangi",
                "look at the disk and at PDE_HOME with `pde doctor`, then repeat")));
  }

  private static String place(IOException failure) {
    if (failure instanceof Archive.NoRoom full) {
      return full.place();
    }
    if (failure instanceof FileSystemException named && named.getFile() != null) {
      return FileNames.shown(named.getFile());
    }
    return "PDE_HOME";
  }

  /** A failure of one of two places, which may be on two disks: the fuller is the one to free. */
  static UncheckedIOException atFuller(Path one, Path other, IOException failure) {
    try {
      long left = Files.getFileStore(one).getUsableSpace();
      boolean fuller = left < Files.getFileStore(other).getUsableSpace();
      return at(fuller ? one : other, failure);
    } catch (IOException gone) {
      return at(other, failure);
    }
  }

  /** A failure of the disk of that place, told as such. */
  public static UncheckedIOException at(Path place, IOException failure) {
    boolean nameless = isNoSpace(failure) && !(failure instanceof Archive.NoRoom);
    return new UncheckedIOException(nameless ? new Archive.NoRoom(place, failure) : failure);
  }

  private static Issue issue(String code, String place, Issue.Advice advice) {
    return Issue.of(code, Severity.REFUSE, new Location.Whole(place), advice);
  }
}

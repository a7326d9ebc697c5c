package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.io.UncheckedIOException;

/** Why a file is left where it lies. */
final class DeliveryFaults {

  private DeliveryFaults() {}

  static Issue notRegular(String name) {
    return issue(
        "file.not-regular",
        name,
        new Issue.Advice(
            "a delivery is a regular file",
            new Text(
                "bukan berkas biasa (tautan, folder atau perangkat), tidak dibuka",
                "not a regular file (a link, a folder or a device), never opened"),
            new Text("kirim berkasnya sendiri", "send the file itself")));
  }

  static Issue vanished(String name) {
    return issue(
        "file.vanished",
        name,
        new Issue.Advice(
            "a file stays until it is taken",
            new Text("hilang sebelum sempat diambil", "vanished before it could be taken"),
            new Text("kirim lagi bila perlu", "send it again if it is needed")));
  }

  static Issue notPermitted(String name) {
    return issue(
        "file.no-permission",
        name,
        new Issue.Advice(
            "PDE may read and move what is delivered",
            new Text(
                "tidak ada izin untuk membaca atau memindahkannya",
                "no permission to read or move it"),
            new Text(
                "beri pengguna yang menjalankan PDE izin atas berkas dan foldernya",
                "give the user that runs PDE permission for the file and its folder")));
  }

  static Issue noRoom(String name) {
    return issue(
        "disk.full",
        name,
        new Issue.Advice(
            "1 GB and twice the file stay free on the disk of the archive",
            new Text(
                "belum diambil: ruang kosong di disk arsip tidak cukup",
                "not taken yet: there is not enough free space on the disk of the archive"),
            new Text(
                "kosongkan ruang di disk itu (PDE_ARCHIVE, biasanya PDE_HOME/archive); berkas akan"
                    + " diambil dengan sendirinya",
                "free some space on that disk (PDE_ARCHIVE, usually PDE_HOME/archive); the file"
                    + " will be taken by itself")));
  }

  /** Why a claimed file did not come to its end; it is tried again. */
  static Issue stopped(String name, UncheckedIOException failure) {
    Issue ofFile = FileFaults.of(failure);
    if (ofFile == null || !ofFile.code().equals(FileFaults.NO_SPACE)) {
      return notKept(name);
    }
    return noSpace(name, ofFile.location().shown());
  }

  /** What a claimed file needs while it is read finds no room at a place. */
  static Issue noSpace(String name, String place) {
    return issue(
        FileFaults.NO_SPACE,
        name,
        new Issue.Advice(
            "there is room for what a file needs while it is read",
            new Text(
                "belum selesai: tidak ada ruang di " + place, "not done yet: no space at " + place),
            new Text(
                "kosongkan ruang di disk itu; berkas akan dicoba lagi dengan sendirinya",
                "free space on that disk; the file is tried again by itself")));
  }

  static Issue otherFileSystem(String folder) {
    return issue(
        "inbox.other-file-system",
        folder,
        new Issue.Advice(
            "inbox and work lie on one file system, so that a file is taken in one step",
            new Text(
                "folder ini berada di sistem berkas lain daripada PDE_HOME/work, jadi tidak ada"
                    + " yang diambil",
                "this folder lies on another file system than PDE_HOME/work, so nothing is taken"),
            new Text(
                "pindahkan PDE_HOME seluruhnya ke satu sistem berkas",
                "put the whole of PDE_HOME on one file system")));
  }

  static Issue folderMissing(String folder) {
    return issue(
        "inbox.unreadable",
        folder,
        new Issue.Advice(
            "a watched folder is there and may be read",
            new Text("folder ini tidak dapat dibaca", "this folder cannot be read"),
            new Text(
                "buat foldernya, atau periksa apakah sudah terpasang dan boleh dibaca",
                "make the folder, or check that it is mounted and may be read")));
  }

  static Issue mappingMissing(String name, String mapping) {
    return issue(
        "mapping.missing",
        name,
        new Issue.Advice(
            "a delivery waits until its mapping can be used",
            new Text(
                "menunggu: mapping " + mapping + " tidak ada atau belum benar",
                "waiting: mapping " + mapping + " is not there or has faults"),
            new Text(
                "periksa dengan `pde check`; berkas akan dimuat dengan sendirinya",
                "look with `pde check`; the file will be loaded by itself")));
  }

  static Issue notKept(String name) {
    return issue(
        "file.not-kept",
        name,
        new Issue.Advice(
            "a delivery is archived before it is read",
            new Text(
                "belum dapat disimpan di arsip; akan dicoba lagi",
                "could not be put into the archive yet; it is tried again"),
            new Text(
                "periksa ruang dan izin di PDE_HOME/archive",
                "check the space and the permissions of PDE_HOME/archive")));
  }

  static Issue answerPending(String name, long run) {
    return issue(
        "answer.pending",
        name,
        new Issue.Advice(
            "every delivery is answered",
            new Text(
                "run " + run + " selesai, tetapi jawabannya belum dapat ditulis ke outbox",
                "run " + run + " is done, but its answer could not be written to the outbox yet"),
            new Text(
                "periksa ruang dan izin di PDE_HOME/outbox; jawaban akan dicoba lagi",
                "check the space and the permissions of PDE_HOME/outbox; it is tried again")));
  }

  private static Issue issue(String code, String name, Issue.Advice advice) {
    return Issue.of(code, Severity.WARN, new Location.Whole(FileNames.shown(name)), advice);
  }
}

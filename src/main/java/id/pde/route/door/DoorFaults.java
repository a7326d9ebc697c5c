package id.pde.route.door;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.FileNames;
import id.pde.run.SourceUnreadable;
import org.jspecify.annotations.Nullable;

/** What goes wrong at a door; no word of it comes from the other side, except names of files. */
final class DoorFaults {

  private static final Text LATER =
      new Text("PDE mencoba lagi dengan sendirinya", "PDE tries again by itself");

  private DoorFaults() {}

  static SourceUnreadable unreachable(String door, Throwable cause) {
    return fault(
        door,
        "door.unreachable",
        new Text(
            "server tidak dapat dihubungi, atau sambungan terputus; tidak ada yang dimuat",
            "the server cannot be reached, or the connection broke off; nothing was loaded"),
        new Text(
            "periksa alamat dan jaringan; " + LATER.id(),
            "check address and network; " + LATER.en()),
        cause);
  }

  static SourceUnreadable login(String door, @Nullable Throwable cause) {
    return fault(
        door,
        "door.login",
        new Text(
            "server menolak nama atau kata sandi", "the server refuses the name or the password"),
        new Text(
            "perbarui rahasianya; berlaku tanpa memulai ulang PDE bila disimpan di PDE_HOME/secrets/",
            "renew the secret; in PDE_HOME/secrets/ it holds without a restart"),
        cause);
  }

  static SourceUnreadable secret(String door, String option) {
    return fault(
        door,
        "door.secret",
        new Text(
            "rahasia untuk " + option + " tidak ada, atau dapat dibaca orang lain",
            "the secret of " + option + " is not there, or others can read it"),
        new Text(
            "isi variabel lingkungannya, atau berkasnya di PDE_HOME/secrets/ dengan izin 600",
            "set its environment variable, or its file in PDE_HOME/secrets/ with mode 600"),
        null);
  }

  static SourceUnreadable key(String door, String option, String shown, Throwable cause) {
    return fault(
        door,
        "door.host-key",
        new Text(
            "server menunjukkan kunci lain dari " + option + " di rute: " + shown,
            "the server shows another key than " + option + " in the route: " + shown),
        new Text(
            "tanyakan kepada pemilik server apakah kuncinya diganti; baru sesudah itu ubah rute."
                + " PDE belum mengirim kata sandi",
            "ask the owner of the server whether the key was changed, and only then change the"
                + " route. PDE has not sent the password"),
        cause);
  }

  static SourceUnreadable certificate(String door, Throwable cause) {
    return fault(
        door,
        "door.certificate",
        new Text(
            "sertifikat server tidak dipercaya, kedaluwarsa, atau milik nama lain",
            "the certificate of the server is not trusted, has expired, or is of another name"),
        new Text(
            "minta pemilik server memperbaikinya, atau tulis sidik jarinya: certificate: \"SHA256:...\"",
            "ask the owner of the server to mend it, or write its fingerprint: certificate:"
                + " \"SHA256:...\""),
        cause);
  }

  static SourceUnreadable noFolder(String door, @Nullable Throwable cause) {
    return fault(
        door,
        "door.folder",
        new Text(
            "folder tidak ada di server, atau tidak boleh dibaca",
            "the folder is not on the server, or may not be read"),
        new Text(
            "periksa folder dan hak baca pengguna itu", "check the folder and the user's rights"),
        cause);
  }

  static Issue name(String door, String name) {
    return issue(
        door + ": " + FileNames.shown(name),
        "door.name",
        new Text(
            "nama berkas dari server bukan satu nama biasa; tidak diambil",
            "the name that the server gives is no plain name of a file; it is not fetched"),
        new Text("ganti nama berkas di server", "rename the file on the server"));
  }

  static Issue tooLarge(String door, String name, long megabytes) {
    return issue(
        door + ": " + FileNames.shown(name),
        "door.too-large",
        new Text(
            "lebih besar dari " + megabytes + " MB; tidak diambil",
            "larger than " + megabytes + " MB; it is not fetched"),
        new Text(
            "naikkan largest di rute bila memang benar",
            "raise largest in the route if it is right"));
  }

  static Issue noRoom(String door, String name) {
    return issue(
        door + ": " + FileNames.shown(name),
        "disk.full",
        new Text(
            "belum diambil: ruang kosong di disk arsip tidak cukup",
            "not fetched yet: there is not enough free space on the disk of the archive"),
        new Text(
            "kosongkan ruang di disk itu; " + LATER.id(),
            "free some space on that disk; " + LATER.en()));
  }

  static Issue otherSender(String door) {
    return issue(
        door,
        "mail.sender",
        new Text(
            "surat dari pengirim yang tidak ada di rute, atau yang tidak dijamin server, dibiarkan"
                + " di kotak surat",
            "mails of senders that the route does not name, or nobody vouches for, are left in the"
                + " mailbox"),
        new Text(
            "tambahkan pengirimnya ke senders bila memang benar",
            "add the sender to senders if it is right"));
  }

  static Issue unreadableMail(String place) {
    return issue(
        place,
        "mail.unreadable",
        new Text(
            "surat ini rusak atau terlalu dalam; lampirannya tidak diambil",
            "this mail is broken or too deep; its attachments are not taken"),
        new Text("minta pengirimnya mengirim lagi", "ask its sender to send it again"));
  }

  static SourceUnreadable fault(
      String door, String code, Text message, Text fix, @Nullable Throwable cause) {
    return new SourceUnreadable(issue(door, code, message, fix), cause);
  }

  static Issue issue(String place, String code, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole(place), new Issue.Advice("", message, fix));
  }
}

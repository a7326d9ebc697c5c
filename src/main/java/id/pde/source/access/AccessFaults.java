package id.pde.source.access;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about a database that is not read, or not all of it. */
final class AccessFaults {

  private AccessFaults() {}

  static SourceUnreadable locked(Location whole, @Nullable Throwable cause) {
    return Faults.unreadable(
        "file.password",
        whole,
        new Advice(
            "file.password",
            new Text(
                "Basis data Access ini dilindungi kata sandi atau dienkripsi.",
                "This Access database is protected by a password or encrypted."),
            new Text(
                "Simpan salinan tanpa kata sandi dan enkripsi, lalu kirim salinan itu.",
                "Save a copy without password and encryption, and send that copy.")),
        cause);
  }

  static SourceUnreadable withoutTables(Location whole, List<String> linked) {
    String names = String.join(", ", linked);
    return Faults.unreadable(
        "access.no-table",
        whole,
        new Advice(
            "access.no-table",
            linked.isEmpty()
                ? new Text(
                    "Basis data Access ini tidak memuat satu tabel pun.",
                    "This Access database holds no table.")
                : new Text(
                    "Basis data Access ini hanya memuat tabel tautan: " + names + ".",
                    "This Access database holds only linked tables: " + names + "."),
            new Text(
                "Kirim basis data yang memuat datanya sendiri.",
                "Send the database that holds the data itself.")),
        null);
  }

  static Issue linked(Location whole, List<String> linked) {
    String names = String.join(", ", linked);
    return Faults.note(
        "access.linked",
        whole,
        new Text(
            "Tabel tautan tidak dibaca, datanya di berkas lain: " + names + ".",
            "Linked tables are not read, their data are in another file: " + names + "."),
        new Text(
            "Bila data itu diperlukan, kirim basis data asalnya.",
            "If these data are needed, send the database they come from."));
  }

  static Issue unread(Location whole, long values) {
    return Faults.note(
        "access.unread",
        whole,
        new Text(
            values + " nilai tidak dibaca: gambar, lampiran, atau isian bernilai ganda.",
            values + " values are not read: pictures, attachments or fields of several values."),
        new Text(
            "Tidak perlu apa-apa bila isian itu tidak dimuat.",
            "Nothing to do if these fields are not loaded."));
  }
}

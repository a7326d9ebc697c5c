package id.pde.source.zip;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.FileNames;
import id.pde.run.LimitExceeded;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an archive, or a member of one, is not unpacked. */
final class ZipFaults {

  private static final Text PACK_AGAIN =
      new Text(
          "Kirim berkas Excel atau CSV itu tanpa arsip, atau buat arsip ZIP yang baru.",
          "Send the Excel or CSV file without an archive, or make a new ZIP archive.");

  private ZipFaults() {}

  static SourceUnreadable cutOff(Location whole) {
    return fault(
        "file.truncated",
        whole,
        new Text(
            "Arsip ZIP ini terpotong: bagian akhirnya tidak ikut terkirim.",
            "This ZIP archive is cut off: its end did not arrive."),
        new Text("Kirim berkas itu sekali lagi.", "Send the file once more."));
  }

  static SourceUnreadable damaged(Location where, @Nullable Throwable cause) {
    return Faults.unreadable(
        "file.damaged",
        where,
        new Advice(
            "file.damaged",
            new Text(
                "Isi arsip ZIP rusak di bagian ini: tidak dapat dikeluarkan seutuhnya.",
                "The ZIP archive is damaged here: its content cannot be unpacked whole."),
            PACK_AGAIN),
        cause);
  }

  static SourceUnreadable empty(Location whole) {
    return fault(
        "zip.empty",
        whole,
        new Text("Tidak ada berkas dalam arsip ZIP ini.", "There is no file in this ZIP archive."),
        PACK_AGAIN);
  }

  static SourceUnreadable twice(Location whole, String path) {
    String name = FileNames.shown(path);
    return fault(
        "zip.twice",
        whole,
        new Text(
            "Arsip ZIP ini berisi dua berkas bernama \""
                + name
                + "\": tidak jelas mana yang benar.",
            "This ZIP archive holds two files named \""
                + name
                + "\": which one is meant is not clear."),
        PACK_AGAIN);
  }

  static SourceUnreadable encrypted(Location member) {
    return fault(
        "file.password",
        member,
        new Text(
            "Berkas dalam arsip ZIP ini dilindungi kata sandi.",
            "This file of the ZIP archive is protected by a password."),
        new Text(
            "Buat arsip ZIP tanpa kata sandi, atau kirim berkasnya tanpa arsip.",
            "Make a ZIP archive without a password, or send the file without an archive."));
  }

  static SourceUnreadable leaves(Location member) {
    return fault(
        "zip.name",
        member,
        new Text(
            "Nama berkas dalam arsip ZIP ini menunjuk ke luar arsip.",
            "The name of this file of the ZIP archive points outside of the archive."),
        PACK_AGAIN);
  }

  static SourceUnreadable link(Location member) {
    return fault(
        "file.not-regular",
        member,
        new Text(
            "Bagian arsip ZIP ini hanya tautan ke berkas lain, bukan berkas.",
            "This part of the ZIP archive is only a link to another file."),
        new Text("Kirim berkasnya sendiri.", "Send the file itself."));
  }

  static SourceUnreadable method(Location member, int method) {
    return fault(
        "zip.method",
        member,
        new Text(
            "Berkas dalam arsip ZIP ini dimampatkan dengan cara ("
                + method
                + ") yang tidak dibaca.",
            "This file of the ZIP archive is compressed in a way ("
                + method
                + ") that is not read."),
        new Text(
            "Buat arsip ZIP biasa (Deflate), atau kirim berkasnya tanpa arsip.",
            "Make a plain ZIP archive (Deflate), or send the file without an archive."));
  }

  static LimitExceeded entries(Location whole, int limit) {
    String size = String.format(Locale.ROOT, "%,d", limit);
    return Faults.limit(
        "limit.entries",
        whole,
        new Text(
            "Arsip ini berisi lebih dari " + size + " bagian (PDE_READ_ENTRIES).",
            "This archive holds more than " + size + " parts (PDE_READ_ENTRIES)."),
        null);
  }

  static LimitExceeded size(Location where, long limit) {
    String size = String.format(Locale.ROOT, "%,d", limit);
    return Faults.limit(
        "limit.inflated",
        where,
        new Text(
            "Isinya lebih dari " + size + " byte setelah dibuka (PDE_READ_ENTRY_BYTES).",
            "The content has more than " + size + " bytes unpacked (PDE_READ_ENTRY_BYTES)."),
        null);
  }

  static LimitExceeded ratio(Location where, int limit) {
    return Faults.limit(
        "limit.ratio",
        where,
        new Text(
            "Isinya mengembang lebih dari "
                + limit
                + " kali ketika dibuka (bom ZIP; PDE_READ_RATIO).",
            "The content grows more than "
                + limit
                + " times when unpacked (zip bomb; PDE_READ_RATIO)."),
        null);
  }

  static SourceUnreadable overlap(Location whole) {
    return fault(
        "zip.overlap",
        whole,
        new Text(
            "Bagian-bagian arsip ZIP ini saling bertumpuk (bom ZIP).",
            "The parts of this ZIP archive lie over each other (zip bomb)."),
        PACK_AGAIN);
  }

  private static SourceUnreadable fault(String code, Location where, Text message, Text fix) {
    return Faults.unreadable(code, where, new Advice(code, message, fix), null);
  }
}

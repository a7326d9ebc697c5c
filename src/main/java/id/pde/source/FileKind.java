package id.pde.source;

import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** What a file is by its content. */
// Texts are records of strings; the checker knows only its own annotation.
@SuppressWarnings("ImmutableEnumChecker")
enum FileKind {
  TEXT,
  XLSX,
  XLS,
  ODS,
  DBF,
  MDB,
  JSON,
  HTML,
  XMLSS,
  /** An Office Open XML file of any kind, under a password. */
  LOCKED,
  EMPTY(
      "file.empty",
      "Berkas kosong: tidak ada satu byte pun di dalamnya.",
      "The file is empty: there is not one byte in it.",
      Fix.AGAIN),
  TRUNCATED(
      "file.truncated",
      "Berkas xlsx ini terpotong: bagian akhirnya tidak ikut terkirim.",
      "This xlsx file is cut off: its end did not arrive.",
      Fix.AGAIN),
  TRUNCATED_ODS(
      "file.truncated",
      "Berkas ods ini terpotong: bagian akhirnya tidak ikut terkirim.",
      "This ods file is cut off: its end did not arrive.",
      Fix.AGAIN),
  TRUNCATED_ZIP(
      "file.truncated",
      "Arsip ZIP ini terpotong: bagian akhirnya tidak ikut terkirim.",
      "This ZIP archive is cut off: its end did not arrive.",
      Fix.AGAIN),
  WITHOUT_SHEETS(
      "file.without-sheets",
      "Berkas ini tidak memuat satu lembar pun.",
      "There is not one sheet in this file.",
      Fix.AS_XLSX),
  WEB_PAGE(
      "file.html",
      "Berkas ini halaman web (HTML), bukan tabel Excel atau CSV.",
      "This file is a web page (HTML), not an Excel or CSV table.",
      Fix.AS_XLSX),
  WEB_ARCHIVE(
      "file.web-archive",
      "Berkas ini arsip web (MHTML), bukan tabel Excel atau CSV.",
      "This file is a web archive (MHTML), not an Excel or CSV table.",
      Fix.AS_XLSX),
  XLSB(
      "file.xlsb",
      "Berkas ini buku kerja biner Excel (xlsb), yang belum dibaca versi ini.",
      "This file is a binary Excel workbook (xlsb), which this version does not read.",
      Fix.AS_XLSX),
  WORKSPACE(
      "file.workspace",
      "Berkas ini kumpulan lembar Excel 4 (xlw), yang tidak dibaca.",
      "This file is a workspace of Excel 4 (xlw), which is not read.",
      Fix.AS_XLSX),
  PASSWORD(
      "file.password",
      "Berkas ini dilindungi kata sandi.",
      "This file is protected by a password.",
      Fix.OPEN),
  RIGHTS(
      "file.rights",
      "Berkas ini dikunci dengan hak akses (IRM), yang hanya dibuka akun pemiliknya.",
      "This file is locked by rights management (IRM): only its owner's account opens it.",
      Fix.RIGHTS),
  WORD(
      "file.word",
      "Berkas ini dokumen Word, bukan tabel.",
      "This file is a Word document, not a table.",
      Fix.AS_XLSX),
  OFFICE(
      "file.office",
      "Berkas ini dokumen Office lain, bukan buku kerja Excel.",
      "This file is another Office document, not an Excel workbook.",
      Fix.AS_XLSX),
  ZIP(
      "file.zip",
      "Berkas ini arsip ZIP, bukan tabel.",
      "This file is a ZIP archive, not a table.",
      Fix.UNPACK),
  ARCHIVE(
      "file.archive",
      "Berkas ini arsip yang dimampatkan, bukan tabel.",
      "This file is a compressed archive, not a table.",
      Fix.UNPACK),
  PDF("file.pdf", "Berkas ini PDF, bukan tabel.", "This file is a PDF, not a table.", Fix.AS_XLSX),
  SQLITE(
      "file.sqlite",
      "Berkas ini basis data SQLite, bukan tabel tunggal.",
      "This file is a SQLite database, not a single table.",
      Fix.DATABASE),
  XML(
      "file.xml",
      "Berkas ini XML, bukan tabel Excel atau CSV.",
      "This file is XML, not an Excel or CSV table.",
      Fix.AS_XLSX),
  SYLK(
      "file.sylk",
      "Berkas ini lembar kerja SYLK (slk), yang tidak dibaca.",
      "This file is a SYLK sheet (slk), which is not read.",
      Fix.AS_XLSX),
  DIF(
      "file.dif",
      "Berkas ini lembar kerja DIF, yang tidak dibaca.",
      "This file is a DIF sheet, which is not read.",
      Fix.AS_XLSX),
  RTF(
      "file.rtf",
      "Berkas ini dokumen RTF, bukan tabel.",
      "This file is RTF, not a table.",
      Fix.AS_XLSX),
  IMAGE(
      "file.image",
      "Berkas ini gambar, bukan tabel.",
      "This file is a picture, not a table.",
      Fix.AS_XLSX),
  UNKNOWN_ZIP(
      "file.damaged",
      "Berkas ini arsip ZIP yang rusak.",
      "This file is a damaged ZIP archive.",
      Fix.AGAIN),
  BINARY(
      "file.binary",
      "Isi berkas ini bukan tabel yang dikenal: bukan Excel, bukan teks.",
      "The content of this file is no table that is known: neither Excel nor text.",
      Fix.AS_XLSX);

  private final @Nullable Refusal refusal;

  FileKind() {
    this.refusal = null;
  }

  FileKind(String code, String id, String en, Fix fix) {
    this.refusal = new Refusal(code, new Text(id, en), fix.text);
  }

  /** Why such a file is not read; null where it is. */
  @Nullable Refusal refusal() {
    return refusal;
  }

  /** The words of a refusal. */
  record Refusal(String code, Text message, Text fix) {}

  private enum Fix {
    AGAIN("Kirim berkas itu sekali lagi.", "Send the file once more."),
    AS_XLSX(
        "Buka berkas di program asalnya, simpan sebagai .xlsx atau CSV, lalu kirim lagi.",
        "Open it in the program that made it, save it as .xlsx or CSV and send it again."),
    OPEN(
        "Simpan salinan tanpa kata sandi, lalu kirim salinan itu.",
        "Save a copy without a password and send that copy."),
    RIGHTS(
        "Cabut pembatasan hak aksesnya di Excel, simpan, lalu kirim lagi.",
        "Take the restriction off in Excel, save it and send it again."),
    UNPACK(
        "Keluarkan berkas dari arsip, lalu kirim berkas Excel atau CSV di dalamnya.",
        "Unpack the archive and send the Excel or CSV file inside."),
    DATABASE(
        "Ambil datanya melalui rute basis data, atau ekspor tabelnya ke CSV.",
        "Pull the data by a database route, or export the table to CSV.");

    private final Text text;

    Fix(String id, String en) {
      this.text = new Text(id, en);
    }
  }
}

package id.pde.source.dbf;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.dbf.DbfEncoding.Ground;
import id.pde.source.layout.Faults;
import java.util.ArrayList;
import java.util.List;

/** What a sender should know about a table that was read. */
final class DbfNotes {

  private final Location whole;
  private final DbfEncoding encoding;

  DbfNotes(Location whole, DbfEncoding encoding) {
    this.whole = whole;
    this.encoding = encoding;
  }

  List<Issue> of(long deleted, long memos) {
    List<Issue> notes = new ArrayList<>();
    if (encoding.ground() != Ground.CERTAIN) {
      notes.add(charset());
    }
    if (deleted > 0) {
      notes.add(
          Faults.note(
              "dbf.deleted",
              whole,
              new Text(
                  deleted + " rekaman bertanda hapus dilewati.",
                  deleted + " records that are marked as deleted are passed over."),
              new Text(
                  "Pulihkan (RECALL) bila termasuk data, atau buang dengan PACK sebelum mengirim.",
                  "RECALL them if they belong to the data, or PACK the table before sending.")));
    }
    if (memos > 0) {
      notes.add(
          Faults.note(
              "dbf.memo",
              whole,
              new Text(
                  memos + " isian memo tidak dibaca: isinya ada di berkas .dbt atau .fpt.",
                  memos + " memo values are not read: they stand in the .dbt or .fpt file."),
              new Text(
                  "Bila isian itu diperlukan, ekspor tabel ke .xlsx atau CSV lalu kirim lagi.",
                  "If these values are needed, export the table to .xlsx or CSV and send it.")));
    }
    return notes;
  }

  private Issue charset() {
    String name = encoding.charset().name();
    Text why =
        switch (encoding.ground()) {
          case CERTAIN, USUAL ->
              new Text("karena tidak ada petunjuk lain", "since nothing says otherwise");
          case ALL_UNICODE -> new Text("karena semua isinya cocok", "since all of it fits");
          case HEADER -> new Text("menurut kepala tabel", "as the header of the table says");
        };
    return Faults.note(
        "charset.assumed",
        whole,
        new Text(
            "Teks tabel ini dibaca sebagai " + name + " " + why.id() + ".",
            "The texts of this table are read as " + name + " " + why.en() + "."),
        new Text(
            "Bila hurufnya salah, tulis pengodean yang benar di pemetaan: charset.",
            "If letters are wrong, declare the true charset in the mapping: charset."));
  }
}

package id.pde.source.dbf;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;

/** Refuses a table that is not whole, or that nobody may read. */
final class DbfFaults {

  private static final Text AGAIN =
      new Text(
          "Buka tabel di program asalnya, simpan sebagai berkas baru, lalu kirim lagi.",
          "Open the table in the program that made it, save it as a new file and send it again.");

  private final Location whole;

  DbfFaults(Location whole) {
    this.whole = whole;
  }

  /**
   * Refuses a table whose header claims another number of records than there are.
   *
   * @param after the byte behind the claimed records; -1: the file ends there
   */
  void requireWhole(DbfHeader header, long size, int after) {
    long body = Math.max(0, size - header.headerLength());
    long there = body / header.recordLength();
    boolean more = there > header.records() && (after == ' ' || after == '*');
    if (there >= header.records() && !more) {
      return;
    }
    throw refused(
        "dbf.records",
        new Text(
            "Kepala tabel menyebut "
                + header.records()
                + " rekaman, tetapi berkas memuat "
                + there
                + (more ? ": kepalanya tidak lengkap ditulis." : ": berkas ini terpotong."),
            "The header says "
                + header.records()
                + " records, but the file holds "
                + there
                + (more ? ": its header was not written to the end." : ": the file is cut off.")));
  }

  SourceUnreadable encrypted() {
    return refused(
        "file.password",
        new Text(
            "Tabel dBASE ini dienkripsi dan tidak dapat dibaca.",
            "This dBASE table is encrypted and cannot be read."));
  }

  private SourceUnreadable refused(String code, Text message) {
    return Faults.unreadable(code, whole, new Advice(code, message, AGAIN), null);
  }
}

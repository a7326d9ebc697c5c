package id.pde.source.sheet;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;

/** Refuses rows that go backwards and cells that are there twice, as Excel does. */
final class RowOrder {

  private static final Text FIX =
      new Text(
          "Buka berkas di Excel atau LibreOffice, biarkan diperbaiki, simpan, lalu kirim lagi.",
          "Open the file in Excel or LibreOffice, let it be repaired, save it and send it again.");

  private final String sheet;
  private long last;

  RowOrder(String sheet) {
    this.sheet = sheet;
  }

  void row(long row) {
    if (row < 1) {
      throw refused(
          new Location.SheetCell(sheet, 0, 0),
          new Text("Nomor baris mulai dari 1.", "Rows are numbered from 1."));
    }
    if (row <= last) {
      String above = Long.toString(last);
      throw refused(
          new Location.SheetCell(sheet, row, 0),
          new Text(
              "Baris ini ditulis setelah baris " + above + ": isi berkas tidak berurutan.",
              "This row is written after row " + above + ": the file is out of order."));
    }
    last = row;
  }

  /** The refusal of a cell that does not stand to the right of the one before. */
  SourceUnreadable repeated(long row, int column) {
    return refused(
        new Location.SheetCell(sheet, row, column + 1),
        new Text(
            "Sel ini ditulis dua kali atau di luar urutan: isinya tidak pasti.",
            "This cell is written twice or out of order: its content is uncertain."));
  }

  private static SourceUnreadable refused(Location where, Text message) {
    return Faults.unreadable(
        "file.disordered", where, new Advice("file.disordered", message, FIX), null);
  }
}

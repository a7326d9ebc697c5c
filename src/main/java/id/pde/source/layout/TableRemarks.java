package id.pde.source.layout;

import id.pde.mapping.TableForm.End;
import id.pde.model.Text;
import id.pde.run.RowSource.RowVisitor;

/** What there is to remark about the rows of a table once all of them have passed. */
final class TableRemarks {

  private final GridPlace place;
  private final End end;
  private final Tally continued = new Tally();
  private final Tally afterStop = new Tally();
  private final Tally outside = new Tally();

  /** How often something was seen, and in which row first. */
  private static final class Tally {
    private long count;
    private long first;

    private void see(long row) {
      if (count++ == 0) {
        first = row;
      }
    }
  }

  TableRemarks(GridPlace place, End end) {
    this.place = place;
    this.end = end;
  }

  /** Below its end the same headings stand again. */
  void continued(long row) {
    continued.see(row);
  }

  /** A row below the end looks like data. */
  void afterStop(long row) {
    afterStop.see(row);
  }

  /** A row has a value in a column without a heading. */
  void outside(long row) {
    outside.see(row);
  }

  void tell(RowVisitor visitor) {
    if (continued.count > 0) {
      visitor.note(
          Faults.note(
              "table.continued",
              place.row(continued.first),
              new Text(
                  "Di bawah akhir tabel, judul yang sama berulang "
                      + continued.count
                      + " kali; baris di bawahnya dibaca sebagai lanjutan.",
                  "Below the end of the table the same headings come again, "
                      + continued.count
                      + " times; the rows below them are read as its continuation."),
              new Text(
                  "Bila itu tabel lain, pindahkan ke lembar atau berkas tersendiri.",
                  "If that is another table, move it to a sheet or file of its own.")));
    }
    if (afterStop.count > 0) {
      visitor.note(
          Faults.note(
              "row.after-stop",
              place.row(afterStop.first),
              new Text(
                  afterStop.count
                      + " baris di bawah akhir tabel tampak seperti data dan tidak dimuat.",
                  afterStop.count
                      + " rows below the end of the table look like data and are not loaded."),
              endFix()));
    }
    if (outside.count > 0) {
      visitor.note(
          Faults.note(
              "column.without-heading",
              place.row(outside.first),
              new Text(
                  outside.count
                      + " baris berisi nilai di kolom tanpa judul; nilai itu tidak dimuat.",
                  outside.count
                      + " rows hold values in columns without a heading; these are not loaded."),
              new Text(
                  "Beri judul kolom bila nilai itu termasuk data.",
                  "Give the column a heading if these values belong to the data.")));
    }
  }

  private Text endFix() {
    return switch (end) {
      case STOP ->
          new Text(
              "Pindahkan baris itu ke atas catatan kaki, atau ubah \"stop\" di pemetaan.",
              "Move these rows above the footnotes, or change \"stop\" in the mapping.");
      case BLANK_ROW ->
          new Text(
              "Hapus baris kosong di tengah tabel, atau hapus end: blank-row dari pemetaan.",
              "Delete blank rows amid the table, or take end: blank-row out of the mapping.");
    };
  }
}

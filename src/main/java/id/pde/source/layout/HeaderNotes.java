package id.pde.source.layout;

import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.DateHeadings.Reading;
import id.pde.source.layout.TablePart.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to say about the headings that it found. */
final class HeaderNotes {

  private static final int SHOWN = 6;

  private HeaderNotes() {}

  /**
   * The notes on a table.
   *
   * @param beside other tables beside it
   */
  static List<Issue> of(
      GridPlace place, FoundHeader found, List<GridRow> headings, List<Columns> beside) {
    List<Issue> notes = new ArrayList<>();
    if (!found.dates().isEmpty()) {
      notes.add(dates(place, found.dates(), headings, found.rows().first()));
    }
    for (Columns columns : beside) {
      notes.add(beside(place, columns, headings.get(0)));
    }
    return notes;
  }

  private static Issue dates(
      GridPlace place, List<Reading> dates, List<GridRow> headings, int first) {
    String readings =
        dates.stream()
            .limit(SHOWN)
            .map(
                reading ->
                    Location.letters(reading.part().cell() + 1)
                        + headings.get(reading.part().row() - first).number()
                        + " = \""
                        + reading.text()
                        + "\"")
            .collect(Collectors.joining(", "));
    String more = dates.size() > SHOWN ? ", ..." : "";
    Reading reading = dates.get(0);
    long row = headings.get(reading.part().row() - first).number();
    return Faults.note(
        "heading.date",
        cell(place, row, reading.part().cell() + 1),
        new Text(
            "Judul kolom berubah menjadi tanggal di Excel; dibaca sebagai " + readings + more + ".",
            "Excel made dates of headings; they are read as " + readings + more + "."),
        new Text(
            "Format sel judul itu sebagai teks, lalu tulis lagi judulnya.",
            "Format these headings as text and write them again."));
  }

  private static Issue beside(GridPlace place, Columns columns, GridRow headings) {
    String range =
        Location.letters(columns.first() + 1) + " - " + Location.letters(columns.last() + 1);
    return Faults.note(
        "table.beside",
        cell(place, headings.number(), columns.first() + 1),
        new Text(
            "Di samping tabel ini ada tabel lain (kolom " + range + "); tabel itu tidak dimuat.",
            "Beside this table stands another one (columns " + range + "); it is not loaded."),
        new Text(
            "Tidak perlu apa-apa bila tabel itu memang bukan data kiriman ini.",
            "Nothing to do if that table is no part of this delivery."));
  }

  private static Location cell(GridPlace place, long row, int column) {
    return place.origin() == Header.Origin.SHEET
        ? new Location.SheetCell(place.table(), row, column)
        : new Location.Line(row, column, null);
  }
}

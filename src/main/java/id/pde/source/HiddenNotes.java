package id.pde.source;

import id.pde.mapping.TableForm.Hidden;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to say of the hidden parts of a sheet that was read. */
final class HiddenNotes {

  private static final int SHOWN = 12;

  private final String sheet;
  private final HiddenParts hidden;
  private final Hidden policy;

  HiddenNotes(String sheet, HiddenParts hidden, Hidden policy) {
    this.sheet = sheet;
    this.hidden = hidden;
    this.policy = policy;
  }

  /** The refusal that the mapping asks for; null: nothing is hidden, or it does not ask. */
  @Nullable SourceUnreadable refusal() {
    if (policy != Hidden.REFUSE || (hidden.rows().count() == 0 && hidden.columns().isEmpty())) {
      return null;
    }
    List<String> indonesian = new ArrayList<>();
    List<String> english = new ArrayList<>();
    if (hidden.rows().count() > 0) {
      String rows = hidden.rows().shown();
      indonesian.add("baris " + rows);
      english.add("rows " + rows);
    }
    if (!hidden.columns().isEmpty()) {
      indonesian.add("kolom " + letters());
      english.add("columns " + letters());
    }
    return Faults.unreadable(
        "sheet.hidden-parts",
        new Location.SheetCell(sheet, 0, 0),
        new Advice(
            "source.hidden",
            new Text(
                "Lembar \""
                    + sheet
                    + "\" memuat bagian tersembunyi: "
                    + String.join("; ", indonesian)
                    + ".",
                "The sheet \""
                    + sheet
                    + "\" has hidden parts: "
                    + String.join("; ", english)
                    + "."),
            new Text(
                "Tampilkan sebelum mengirim, atau hapus bila bukan data.",
                "Show them before sending, or delete them if they are no data.")),
        null);
  }

  private String letters() {
    BitSet columns = hidden.columns();
    String shown =
        columns.stream()
            .limit(SHOWN)
            .mapToObj(column -> Location.letters(column + 1))
            .collect(Collectors.joining(", "));
    return columns.cardinality() > SHOWN ? shown + ", ..." : shown;
  }

  List<Issue> notes() {
    Text fix =
        new Text(
            "Tampilkan sebelum mengirim, atau hapus bila bukan data.",
            "Show them before sending, or delete them if they are no data.");
    boolean skipped = policy == Hidden.SKIP;
    List<Issue> notes = new ArrayList<>();
    long rows = hidden.rows().count();
    if (rows > 0) {
      notes.add(
          Faults.note(
              "rows.hidden",
              new Location.SheetCell(sheet, hidden.rows().first(), 0),
              new Text(
                  rows + " baris tersembunyi " + (skipped ? "dilewati." : "ikut dibaca."),
                  rows + " hidden rows are " + (skipped ? "left out." : "read as well.")),
              fix));
    }
    int columns = hidden.columns().cardinality();
    if (columns > 0) {
      int first = hidden.columns().nextSetBit(0) + 1;
      notes.add(
          Faults.note(
              "columns.hidden",
              new Location.SheetCell(sheet, 1, first),
              new Text(
                  columns
                      + " kolom tersembunyi "
                      + (skipped ? "dilewati" : "ikut dibaca")
                      + ": "
                      + letters()
                      + ".",
                  columns
                      + " hidden columns are "
                      + (skipped ? "left out" : "read as well")
                      + ": "
                      + letters()
                      + "."),
              fix));
    }
    return notes;
  }
}

package id.pde.guess;

import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.GridSource.TableVisitor;
import id.pde.run.SourceUnreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The headings of one table and its first rows. */
final class Look implements TableVisitor {

  private static final int ROWS = 200;

  /** More columns no table of PostgreSQL has. */
  private static final int COLUMNS = 1_600;

  /** All headings together; each comes several times in a proposal. */
  private static final int SIGNS = 200_000;

  private final List<Row> rows = new ArrayList<>();
  private @Nullable Header header;

  /** Ends a reading that has shown enough; never leaves this package. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  @Override
  public void header(Header found) {
    long signs = found.fields().stream().mapToLong(field -> field.heading().length()).sum();
    if (found.fields().size() > COLUMNS || signs > SIGNS) {
      throw tooWide(found, signs);
    }
    header = found;
  }

  private static SourceUnreadable tooWide(Header found, long signs) {
    boolean sheet = found.origin() == Header.Origin.SHEET;
    int columns = found.fields().size();
    Advice advice =
        new Advice(
            "guess.headings",
            new Text(
                String.format(
                    Locale.ROOT,
                    "Baris judul ini memuat %,d kolom dan %,d huruf; usulan memuat paling banyak"
                        + " %,d kolom dan %,d huruf.",
                    columns,
                    signs,
                    COLUMNS,
                    SIGNS),
                String.format(
                    Locale.ROOT,
                    "This row of headings has %,d columns and %,d letters; a proposal holds at most"
                        + " %,d columns and %,d letters.",
                    columns,
                    signs,
                    COLUMNS,
                    SIGNS)),
            new Text(
                "Periksa apakah itu memang baris judul, atau tulis pemetaannya sendiri dengan"
                    + " kolom yang diperlukan.",
                "Check whether that is the row of headings, or write the mapping yourself with the"
                    + " columns that are needed."));
    Location place =
        sheet
            ? new Location.SheetCell(found.table(), found.line(), 0)
            : new Location.Line(found.line(), 0, null);
    return new SourceUnreadable(Issue.of("guess.headings", Severity.REFUSE, place, advice), null);
  }

  @Override
  public void row(Row row) {
    rows.add(row);
    if (rows.size() == ROWS) {
      throw new Enough();
    }
  }

  @Nullable Header header() {
    return header;
  }

  List<Row> rows() {
    return rows;
  }
}

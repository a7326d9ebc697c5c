package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds which cells of a row stand in a workbook that is laid over its delivery: those that are
 * others without it.
 */
final class CorrectedCells {

  private final RowSource source;
  private final Delivery delivery;
  private final Mapping mapping;

  CorrectedCells(RowSource source, Delivery delivery, Mapping mapping) {
    this.source = source;
    this.delivery = delivery;
    this.mapping = mapping;
  }

  /** Their places, by the field; a cell that was corrected twice stands in the last workbook. */
  Map<Integer, String> of(Row row) {
    Map<Integer, String> places = new HashMap<>();
    Row laid = row;
    for (int first = delivery.over().size() - 1; first >= 0; first--) {
      Row under = find(delivery.under(first), row);
      for (int field = 0; field < row.size(); field++) {
        if (!Objects.equals(text(laid, field), text(under, field))) {
          places.putIfAbsent(field, place(row, field, first));
        }
      }
      laid = under == null ? laid : under;
    }
    return places;
  }

  private static @Nullable String text(@Nullable Row row, int field) {
    return row == null || field >= row.size() ? null : row.text(field);
  }

  private String place(Row row, int field, int workbook) {
    Header header = row.header();
    boolean grid = header.origin() == Header.Origin.SHEET || header.origin() == Header.Origin.TEXT;
    String title = header.table().isEmpty() ? "Data" : header.table();
    String cell =
        new Location.SheetCell(
                title, grid ? row.line() : row.line() + 1, header.fields().get(field).column())
            .shown();
    boolean last = workbook == delivery.over().size() - 1;
    Delivery.Corrected corrected = delivery.corrected();
    return last && corrected != null ? corrected.what().sent() + ": " + cell : cell;
  }

  private @Nullable Row find(Delivery under, Row wanted) {
    Search search = new Search(wanted);
    try {
      source.read(under, mapping, search);
    } catch (Enough found) {
      // The rest is of no interest.
    } catch (SourceUnreadable | LimitExceeded headless) {
      // What is laid over it made it readable: then all of the row is from there.
      return null;
    }
    return search.found;
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private static final class Search implements RowVisitor {
    private final Row wanted;
    private @Nullable Row found;

    Search(Row wanted) {
      this.wanted = wanted;
    }

    private void look(Row row) {
      if (row.line() == wanted.line() && row.reference().equals(wanted.reference())) {
        found = row;
        throw new Enough();
      }
    }

    @Override
    public void table(Header header) {
      // Each row knows its own.
    }

    @Override
    public void row(Row row) {
      look(row);
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      look(row);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      look(row);
    }

    @Override
    public void note(Issue issue) {
      // Told when it was loaded.
    }
  }
}

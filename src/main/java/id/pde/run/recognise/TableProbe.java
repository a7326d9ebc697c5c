package id.pde.run.recognise;

import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.GridSource.TableVisitor;
import id.pde.run.LimitExceeded;
import id.pde.run.SourceUnreadable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a part of a delivery looks like to somebody who knows no mapping. */
final class TableProbe {

  private TableProbe() {}

  /**
   * The headings; empty where there is no table: a cover, a chart, notes. A table has two headings
   * and a row with two values.
   */
  static Optional<List<String>> headings(GridSource grids, Delivery delivery, Part part) {
    Look look = new Look();
    try {
      grids.table(delivery.file(), part.sheet(), look);
    } catch (Enough seen) {
      // A row of data is all that was looked for.
    } catch (SourceUnreadable | LimitExceeded none) {
      return Optional.empty();
    }
    Header header = look.header;
    if (header == null || !look.data) {
      return Optional.empty();
    }
    return Optional.of(
        header.fields().stream().map(Field::heading).filter(one -> !one.isEmpty()).toList());
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private static final class Look implements TableVisitor {

    private @Nullable Header header;
    private boolean data;

    @Override
    public void header(Header found) {
      header = found;
      if (found.fields().stream().filter(field -> !field.heading().isEmpty()).count() < 2) {
        throw new Enough();
      }
    }

    @Override
    public void row(Row row) {
      int filled = 0;
      for (int field = 0; field < row.size(); field++) {
        String text = row.text(field);
        filled += text == null || text.isBlank() ? 0 : 1;
      }
      if (filled > 1) {
        data = true;
        throw new Enough();
      }
    }
  }
}

package id.pde.guess;

import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.run.GridSource.TableVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headings of one table and its first rows. */
final class Look implements TableVisitor {

  private static final int ROWS = 200;

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
    header = found;
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

package id.pde.source.rows;

import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.ReadAhead;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.TableLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what {@link RowsWriter} wrote. */
public final class RowsFile {

  private static final int PIECE = 1 << 16;

  /** An escaped sign takes six bytes. */
  private static final long SIGN = 6;

  private final Path path;
  private final ReadLimits limits;

  private RowsFile(Path path, ReadLimits limits) {
    this.path = path;
    this.limits = limits;
  }

  /** Shows the rows of a delivery; places are {@code row N of NAME}. */
  public static void read(Delivery delivery, LayoutPlan plan, ReadLimits limits, RowVisitor visitor)
      throws IOException {
    new RowsFile(delivery.file(), limits).read(delivery.name(), plan, visitor);
  }

  private void read(String name, LayoutPlan plan, RowVisitor visitor) throws IOException {
    // Keys that come late are columns of the early rows, too: all of them are wanted before.
    Walk survey = new Walk(row -> {});
    survey(survey);
    if (survey.rows == 0 && !survey.whole) {
      visitor.table(new Header(Header.Origin.QUERY, name, 0, plan.expected()));
      return;
    }
    boolean records = !survey.columns.isEmpty();
    LayoutPlan used = records ? plan.forRecords() : plan;
    GridPlace place = new GridPlace(name, Header.Origin.QUERY, name);
    TableLayout layout = new TableLayout(used, place, visitor, new Ordinals());
    if (records) {
      layout.row(GridRow.ofCells(0, words(survey.columns)));
    }
    walk(new Walk(layout::row));
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      throw missing;
    }
  }

  /** To the end, or to the line that names all columns there will be. */
  private void survey(Walk survey) throws IOException {
    try (RowScanner scanner = scanner()) {
      while (!survey.whole && survey.take(scanner)) {
        // The walk keeps what it has seen.
      }
    }
  }

  private static Cell[] words(List<String> texts) {
    return texts.stream().map(Cell.Words::new).toArray(Cell[]::new);
  }

  private void walk(Walk walk) throws IOException {
    try (RowScanner scanner = scanner()) {
      while (walk.take(scanner)) {
        // The taker has the row.
      }
    }
  }

  private RowScanner scanner() throws IOException {
    InputStream packed = Files.newInputStream(path);
    try {
      return new RowScanner(
          new ReadAhead(new GZIPInputStream(packed, PIECE)), SIGN * limits.cellCharacters());
    } catch (IOException damaged) {
      packed.close();
      throw damaged;
    }
  }

  private interface RowTaker {
    void take(GridRow row);
  }

  /** One pass. */
  private static final class Walk {
    private final RowTaker taker;
    private List<String> columns = List.of();
    private boolean whole;
    private long rows;
    private int width;

    Walk(RowTaker taker) {
      this.taker = taker;
    }

    /** Takes a line; false at the end. */
    boolean take(RowScanner line) throws IOException {
      switch (line.peek()) {
        case '{' -> columns(line);
        case '[' -> row(line);
        case -1 -> {
          return false;
        }
        default -> throw line.broken();
      }
      return true;
    }

    private void columns(RowScanner line) throws IOException {
      List<String> names = new ArrayList<>();
      line.pass('{');
      while (!line.passed('}')) {
        line.passed(',');
        boolean types = line.text().equals("types");
        whole |= types;
        line.pass(':');
        line.pass('[');
        while (!line.passed(']')) {
          line.passed(',');
          String name = line.text();
          if (!types) {
            names.add(name);
          }
        }
      }
      columns = names;
    }

    private void row(RowScanner line) throws IOException {
      Cell[] cells = new Cell[width];
      int filled = 0;
      line.pass('[');
      while (!line.passed(']')) {
        line.passed(',');
        if (filled == cells.length) {
          cells = Arrays.copyOf(cells, filled * 2 + 8);
        }
        cells[filled++] = RowCells.next(line);
      }
      rows++;
      width = filled;
      taker.take(
          GridRow.ofCells(rows, filled == cells.length ? cells : Arrays.copyOf(cells, filled)));
    }
  }
}

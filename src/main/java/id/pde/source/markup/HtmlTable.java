package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table of a web page, placed as browsers do (HTML standard, "forming a table"):
 * cells that reach over several rows push those below to the right. Used by one thread.
 */
final class HtmlTable {

  /** The HTML standard's own limits of colspan and rowspan. */
  private static final int MOST_COLUMNS = 1000;

  private static final int MOST_ROWS = 65_534;

  /** Headings need few; a table with more of them is no form that people made. */
  private static final int KEPT = 100_000;

  private final ReadLimits limits;
  private final SheetTaker taker;
  private final RowBuilder rows;
  private final HtmlStyles styles;
  private final HtmlCell cells;
  private final List<MergedRange> merged = new ArrayList<>();

  /** By column, the last row that a cell from above reaches. */
  private long[] taken = new long[16];

  private @Nullable Element section;
  private int sectionStart;
  private long row;
  private long columns;

  HtmlTable(String name, HtmlStyles styles, SheetTaker taker, ReadLimits limits) {
    this.limits = limits;
    this.taker = taker;
    this.styles = styles;
    this.rows = new RowBuilder(name, limits, taker::row);
    this.cells = new HtmlCell(styles, new CellText(name, limits.cellCharacters()));
  }

  /** A column, or several of one look. */
  void column(Element column) {
    long first = columns;
    columns += span(column, "span", MOST_COLUMNS);
    if (styles.hides(column) && first < limits.columns()) {
      taker.hiddenColumns((int) first, (int) Math.min(columns, limits.columns()) - 1);
    }
  }

  /** The next row. */
  void row(Element element) {
    if (!Objects.equals(element.parent(), section)) {
      endSection();
      section = element.parent();
    }
    row++;
    int column = 0;
    for (Element cell : element.children()) {
      if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
        column = place(cell, free(column));
      }
    }
    rows.end(row, styles.hides(element) ? Sight.HIDDEN : Sight.SHOWN);
  }

  private int free(int from) {
    int column = from;
    while (column < taken.length && taken[column] >= row) {
      column++;
    }
    return column;
  }

  /** The column behind the cell. */
  private int place(Element cell, int column) {
    int across = span(cell, "colspan", MOST_COLUMNS);
    // Zero rows: to the end of the section.
    int down =
        cell.attr("rowspan").strip().equals("0") ? MOST_ROWS : span(cell, "rowspan", MOST_ROWS);
    Cell value = cells.read(cell, row, column);
    if (!(value instanceof Cell.Blank)) {
      rows.put(row, column, value);
    }
    int end = Math.min(column + across, limits.columns());
    if ((across > 1 || down > 1) && column < end && merged.size() < KEPT) {
      merged.add(new MergedRange(row, row + down - 1, column, end - 1));
    }
    if (down > 1 && column < end) {
      taken = end > taken.length ? Arrays.copyOf(taken, Math.max(end, 2 * taken.length)) : taken;
      Arrays.fill(taken, column, end, row + down - 1);
    }
    return Math.min(column + across, Integer.MAX_VALUE / 2);
  }

  private static int span(Element element, String attribute, int most) {
    long count = OdsTable.count(element.attr(attribute).strip(), 1);
    return (int) Math.max(1, Math.min(most, count));
  }

  /** No cell reaches out of its section. */
  private void endSection() {
    Arrays.fill(taken, 0);
    for (int i = sectionStart; i < merged.size(); i++) {
      MergedRange range = merged.get(i);
      if (range.lastRow() > row) {
        merged.set(
            i, new MergedRange(range.firstRow(), row, range.firstColumn(), range.lastColumn()));
      }
    }
    sectionStart = merged.size();
  }

  /** The merged ranges of the rows so far. */
  List<MergedRange> merged() {
    endSection();
    return List.copyOf(merged);
  }
}

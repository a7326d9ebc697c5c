package id.pde.source.markup;

import id.pde.model.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;

/** Looks at all tables of a page: which of them hold something, and how they are called. */
final class HtmlSurvey implements HtmlPage.Taker {

  private final HtmlStyles styles;
  private final HtmlCell cells;
  private final List<Table> tables = new ArrayList<>();

  /** What is known of a table. */
  private static final class Table {
    private final int number;
    private String caption = "";
    private long filled;
    private long wideRows;
    private long wideHeadings;

    Table(int number) {
      this.number = number;
    }
  }

  /**
   * A table that holds something.
   *
   * @param number from 0, in the order of the page
   * @param caption empty: none
   */
  record Found(int number, String caption) {}

  HtmlSurvey(HtmlStyles styles, int cellCharacters) {
    this.styles = styles;
    this.cells = new HtmlCell(styles, new CellText("", cellCharacters));
  }

  private Table table(int number) {
    while (tables.size() <= number) {
      tables.add(new Table(tables.size()));
    }
    return tables.get(number);
  }

  @Override
  public void row(int number, Element row) {
    int filled = 0;
    int headings = 0;
    for (Element cell : row.children()) {
      boolean heading = cell.normalName().equals("th");
      if ((heading || cell.normalName().equals("td"))
          && !(cells.read(cell, 0, 0) instanceof Cell.Blank)) {
        filled++;
        headings += heading ? 1 : 0;
      }
    }
    Table table = table(number);
    table.filled += filled;
    table.wideRows += filled > 1 ? 1 : 0;
    table.wideHeadings += headings > 1 ? 1 : 0;
  }

  @Override
  public void caption(int number, Element caption) {
    table(number).caption = cells.line(caption);
  }

  @Override
  public void column(int number, Element column) {
    // Tells nothing of the size.
  }

  @Override
  public void style(String rules) {
    styles.rules(rules);
  }

  @Override
  public boolean isEnough(int complete) {
    return false;
  }

  /**
   * The tables that hold something, the largest first: what stands before it is a letterhead. None
   * where no table has two rows of two values, or headings: such a page holds no data.
   */
  List<Found> found() {
    if (tables.stream().noneMatch(table -> table.wideRows > 1 || table.wideHeadings > 0)) {
      return List.of();
    }
    Table largest =
        tables.stream().max(Comparator.comparingLong(table -> table.filled)).orElseThrow();
    List<Found> found = new ArrayList<>();
    found.add(new Found(largest.number, largest.caption));
    for (Table table : tables) {
      if (table.filled > 0 && table != largest) {
        found.add(new Found(table.number, table.caption));
      }
    }
    return found;
  }
}

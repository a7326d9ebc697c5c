package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the row of headings among the first rows of a grid, by content. */
public final class HeaderFinder {

  private HeaderFinder() {}

  /** The position of the header among the rows that are not blank, or -1. */
  public static int find(List<GridRow> rows, LayoutPlan plan) {
    if (plan.header() instanceof HeaderSpec.AtRow at) {
      return !rows.isEmpty() && rows.get(0).number() == at.row() ? 0 : -1;
    }
    return plan.wanted().isEmpty() ? byShape(rows) : byNames(rows, plan.wanted());
  }

  private static int byNames(List<GridRow> rows, List<Wanted> wanted) {
    int best = -1;
    HeaderMatch match = HeaderMatch.NONE;
    for (int i = 0; i < rows.size(); i++) {
      HeaderMatch here = HeaderMatch.of(rows.get(i), wanted);
      if (here.columns() > match.columns() && here.isHeader(wanted)) {
        best = i;
        match = here;
      }
    }
    return best;
  }

  /** Without names: the first row of different words that is about as wide as the widest. */
  private static int byShape(List<GridRow> rows) {
    int widest = rows.stream().mapToInt(HeaderFinder::filledCells).max().orElse(0);
    int wide = -1;
    for (int i = 0; i < rows.size(); i++) {
      GridRow row = rows.get(i);
      if (10 * filledCells(row) >= 6 * widest) {
        if (isWords(row)) {
          return i;
        }
        wide = wide < 0 ? i : wide;
      }
    }
    // Days or years as headings.
    return wide;
  }

  private static int filledCells(GridRow row) {
    return (int) IntStream.range(0, row.width()).filter(row::filled).count();
  }

  private static boolean isWords(GridRow row) {
    Set<String> forms = new HashSet<>();
    int words = 0;
    int filled = 0;
    for (int column = 0; column < row.width(); column++) {
      if (!row.filled(column)) {
        continue;
      }
      filled++;
      String text = row.text(column);
      boolean isWord =
          row.cell(column) instanceof Cell.Words && text.codePoints().anyMatch(Character::isLetter);
      words += isWord && forms.add(Headings.form(text)) ? 1 : 0;
    }
    // Years may be headings, too.
    return 2 * words >= filled;
  }

  /**
   * The fields below a row of headings. A column without a heading is one where the first rows hold
   * values in it.
   */
  static List<Field> fields(GridRow headings, List<GridRow> below, Header.Origin origin) {
    int width = headings.width();
    for (GridRow row : below) {
      width = Math.max(width, origin == Header.Origin.TEXT ? 0 : row.width());
    }
    int lastNamed = IntStream.range(0, width).filter(headings::filled).max().orElse(-1);
    List<Field> fields = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      String heading = Tidy.line(headings.text(column));
      if (!heading.isEmpty()) {
        fields.add(new Field(heading, column + 1));
        continue;
      }
      int at = column;
      long filled = below.stream().filter(row -> row.filled(at)).count();
      // Right of the last heading of a text file one value is a row that slipped, many are a
      // column.
      boolean slipped =
          origin == Header.Origin.TEXT && column > lastNamed && 2 * filled < below.size();
      if (filled > 0 && !slipped) {
        fields.add(new Field("", column + 1));
      }
    }
    return fields;
  }

  /** The fields that a mapping declares for a grid without headings. */
  static List<Field> declared(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new Field(Tidy.line(names.get(i)), i + 1))
        .toList();
  }
}

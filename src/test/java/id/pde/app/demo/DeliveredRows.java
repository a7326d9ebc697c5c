package id.pde.app.demo;

import id.pde.mapping.Mapping;
import id.pde.model.Cell;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.FileNames;
import id.pde.run.GridSource;
import id.pde.run.RowSource.RowVisitor;
import id.pde.source.Readers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the data of a delivery stand, as the reader of its mappings finds them. */
final class DeliveredRows implements RowVisitor {

  private final Map<String, Set<Long>> lines = new HashMap<>();

  private DeliveredRows() {}

  /** All filled cells of the rows that are data. */
  static List<Spot> spots(Path file, List<Mapping> mappings) {
    Readers readers = new Readers();
    DeliveredRows found = new DeliveredRows();
    String name = FileNames.of(file);
    for (Mapping mapping : mappings) {
      Delivery delivery = new Delivery(name, file, "0", 0, Delivery.Form.FILE, null);
      readers.read(delivery, mapping, found);
    }
    List<String> sheets = readers.titles(file).stream().map(GridSource.Title::name).toList();
    List<Spot> spots = new ArrayList<>();
    readers.every(
        file, sheet -> (number, cells) -> found.add(sheets.get(sheet), number, cells, spots));
    return spots;
  }

  private void add(String sheet, long number, Cell[] cells, List<Spot> spots) {
    if (!lines.getOrDefault(sheet, Set.of()).contains(number)) {
      return;
    }
    for (int column = 0; column < cells.length; column++) {
      if (!cells[column].text().isBlank()) {
        String shown =
            sheet.isEmpty()
                ? "line " + number + ", field " + (column + 1)
                : sheet + "!" + Location.letters(column + 1) + number;
        spots.add(
            new Spot(sheet, number, column, kind(cells[column]), cells[column].text(), shown));
      }
    }
  }

  private static String kind(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return words.text().matches("[0-9.,]+") ? "digits" : "text";
    }
    if (cell instanceof Cell.Numeric) {
      return "number";
    }
    return cell instanceof Cell.Moment ? "date" : "other";
  }

  @Override
  public void row(Row row) {
    for (int field = 0; field < row.size(); field++) {
      Location place = row.location(field);
      if (place instanceof Location.SheetCell cell) {
        lines.computeIfAbsent(cell.sheet(), key -> new HashSet<>()).add(cell.row());
      } else if (place instanceof Location.Line line) {
        lines.computeIfAbsent("", key -> new HashSet<>()).add(line.line());
      }
    }
  }

  @Override
  public void table(Header header) {}

  @Override
  public void rejected(Row row, List<Issue> issues) {}

  @Override
  public void filtered(Row row, FilterReason reason) {}

  @Override
  public void note(Issue issue) {}
}

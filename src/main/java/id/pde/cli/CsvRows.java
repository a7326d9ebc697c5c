package id.pde.cli;

import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV; a table begins with its headings. */
final class CsvRows implements RowWriter {

  private final Output console;

  CsvRows(Output console) {
    this.console = console;
  }

  @Override
  public void cells(long number, Cell[] cells) {
    console.out().println(CsvLine.of(cells));
  }

  @Override
  public void header(Header header) {
    console.out().println(CsvLine.of(header.fields().stream().map(Field::heading).toList()));
  }

  @Override
  public void row(Row row) {
    List<@Nullable String> fields = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      fields.add(row.text(i));
    }
    console.out().println(CsvLine.of(fields));
  }
}

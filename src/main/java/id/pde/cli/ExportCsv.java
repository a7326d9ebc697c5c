package id.pde.cli;

import id.pde.run.InertCell;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV with a header line: UTF-8, comma, a line break of one sign. Text that a
 * spreadsheet would run gets an apostrophe in front; numbers, which the database knows as such, do
 * not.
 */
final class ExportCsv implements ResultVisitor {

  private final Writer out;
  private List<Column> columns = List.of();

  ExportCsv(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
    write(columns.stream().map(column -> InertCell.of(column.name())).toList());
  }

  @Override
  public void row(List<@Nullable String> values) {
    List<@Nullable String> cells = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      boolean text = value != null && columns.get(i).kind() == Kind.TEXT;
      cells.add(value != null && text ? InertCell.of(value) : value);
    }
    write(cells);
  }

  private void write(List<? extends @Nullable String> cells) {
    try {
      out.write(CsvLine.of(cells));
      out.write('\n');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

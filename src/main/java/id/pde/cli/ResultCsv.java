package id.pde.cli;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as CSV with a header line. */
final class ResultCsv implements ResultVisitor {

  private final Output console;

  ResultCsv(Output console) {
    this.console = console;
  }

  @Override
  public void columns(List<Column> columns) {
    console.out().println(CsvLine.of(columns.stream().map(Column::name).toList()));
  }

  @Override
  public void row(List<@Nullable String> values) {
    console.out().println(CsvLine.of(values));
  }
}

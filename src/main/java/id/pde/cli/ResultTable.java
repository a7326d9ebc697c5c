package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result in columns, printed in pages so that memory does not grow with the rows. */
final class ResultTable implements ResultVisitor {

  private static final int PAGE = 1_000;

  private final Output console;
  private Table page;
  private String[] names = new String[0];
  private long rows;

  ResultTable(Output console) {
    this.console = console;
    this.page = new Table(console.out());
  }

  @Override
  public void columns(List<Column> columns) {
    names = columns.stream().map(column -> Printable.name(column.name())).toArray(String[]::new);
    page.row(names);
  }

  @Override
  public void row(List<@Nullable String> values) {
    if (rows > 0 && rows % PAGE == 0) {
      page.print();
      page = new Table(console.out());
      page.row(names);
    }
    rows++;
    page.row(
        values.stream()
            .map(value -> value == null ? "" : Printable.name(value))
            .toArray(String[]::new));
  }

  void finish() {
    page.print();
    if (names.length > 0) {
      console.out().flush();
      console.say(new Text(rows + " baris.", rows + " rows."));
    }
  }
}

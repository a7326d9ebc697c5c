package id.pde.source;

import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.GridSource.TableVisitor;
import id.pde.run.RowSource.RowVisitor;
import java.util.List;

/** Shows a table to somebody who only looks: rows at fault are shown as well. */
final class TableShow implements RowVisitor {

  private final TableVisitor visitor;

  TableShow(TableVisitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public void table(Header header) {
    visitor.header(header);
  }

  @Override
  public void row(Row row) {
    visitor.row(row);
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    visitor.row(row);
  }

  @Override
  public void filtered(Row row, FilterReason reason) {}

  @Override
  public void note(Issue issue) {}
}

package id.pde.guess;

import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.List;

/** Ends a reading at its first row: all that was asked is whether there is one. */
final class FirstRow implements RowVisitor {

  @Override
  public void table(Header header) {
    // Rows follow.
  }

  @Override
  public void row(Row row) {
    throw new Look.Enough();
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    throw new Look.Enough();
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    throw new Look.Enough();
  }

  @Override
  public void note(Issue issue) {
    // Says nothing about rows.
  }
}

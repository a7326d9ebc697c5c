package id.pde.source;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.run.RowSource.RowVisitor;
import java.util.List;

/** Hands everything on and notes where the taker fails. */
final class WatchedVisitor implements RowVisitor {

  private final RowVisitor visitor;
  private final Watch watch;

  WatchedVisitor(RowVisitor visitor, Watch watch) {
    this.visitor = visitor;
    this.watch = watch;
  }

  @Override
  public void layout(Mapping variant) {
    watch.run(() -> visitor.layout(variant));
  }

  @Override
  public void table(Header header) {
    watch.run(() -> visitor.table(header));
  }

  @Override
  public void row(Row row) {
    watch.run(() -> visitor.row(row));
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    watch.run(() -> visitor.rejected(row, issues));
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    watch.run(() -> visitor.filtered(row, reason));
  }

  @Override
  public void frame(Frame which, Location place, List<String> fields) {
    watch.run(() -> visitor.frame(which, place, fields));
  }

  @Override
  public void note(Issue issue) {
    watch.run(() -> visitor.note(issue));
  }
}

package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.Warehouse.WaitingRow;
import java.util.List;

/** Reads a delivery again, and of it only the rows that wait in quarantine. */
final class WaitingRows implements RowSource {

  private final RowSource source;
  private final List<WaitingRow> rows;
  private final long run;

  /**
   * @param rows in reading order
   * @param run that put them into quarantine
   */
  WaitingRows(RowSource source, List<WaitingRow> rows, long run) {
    this.source = source;
    this.rows = List.copyOf(rows);
    this.run = run;
  }

  /**
   * As of the source.
   *
   * @throws SourceUnreadable also where a row is not where it was: the mapping reads the delivery
   *     in another way by now
   */
  @Override
  public void read(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    Picking picking = new Picking(delivery, visitor);
    source.read(delivery, mapping, picking);
    if (picking.next < rows.size()) {
      throw moved(delivery);
    }
  }

  private SourceUnreadable moved(Delivery delivery) {
    return new SourceUnreadable(RunFaults.rowsMoved(delivery.name(), run), null);
  }

  private final class Picking implements RowVisitor {

    private final Delivery delivery;
    private final RowVisitor visitor;
    private int next;

    Picking(Delivery delivery, RowVisitor visitor) {
      this.delivery = delivery;
      this.visitor = visitor;
    }

    @Override
    public void layout(Mapping variant) {
      visitor.layout(variant);
    }

    @Override
    public void table(Header header) {
      visitor.table(header);
    }

    @Override
    public void row(Row row) {
      if (isNext(row)) {
        visitor.row(row);
      }
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      if (isNext(row)) {
        visitor.rejected(row, issues);
      }
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      if (isNext(row)) {
        visitor.filtered(row, reason);
      }
    }

    @Override
    public void note(Issue issue) {
      // Told when the delivery came.
    }

    @Override
    public void share(double done) {
      visitor.share(done);
    }

    private boolean isNext(Row row) {
      if (next >= rows.size() || rows.get(next).ordinal() != row.ordinal()) {
        return false;
      }
      if (!rows.get(next).place().equals(row.location(-1).shown())) {
        throw moved(delivery);
      }
      next++;
      return true;
    }
  }
}

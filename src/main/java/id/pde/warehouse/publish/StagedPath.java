package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.check.RowFinding;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that wait in a stage until all of them are there. */
abstract class StagedPath implements RowPath {

  final Draft draft;
  final StagedRows staged;
  final StagedChecks checks;

  StagedPath(Draft draft) throws SQLException {
    this.draft = draft;
    this.staged = new StagedRows(draft);
    this.checks = new StagedChecks(draft, staged);
  }

  @Override
  public final void accept(Record record, @Nullable Period period, List<@Nullable Long> marks)
      throws SQLException {
    staged.accept(record, period, marks);
  }

  @Override
  public final void delete(Record record, @Nullable Period period) throws SQLException {
    staged.delete(record, period);
  }

  @Override
  public final void copied() throws SQLException {
    staged.copied();
  }

  @Override
  public final List<RowFinding> findings() throws SQLException {
    return checks.findings();
  }

  @Override
  public final void close() {
    staged.close();
  }
}

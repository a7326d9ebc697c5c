package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Settlement;
import id.pde.run.check.RowFinding;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows without a key that wait in a stage, because checks compare them. */
final class StagedAppend implements RowPath {

  private final Draft draft;
  private final StagedRows staged;
  private final StagedChecks checks;
  private Counts counts = Counts.NONE;

  StagedAppend(Draft draft) throws SQLException {
    this.draft = draft;
    this.staged = new StagedRows(draft);
    this.checks = new StagedChecks(draft, staged);
  }

  @Override
  public void accept(Record record, @Nullable Period period, List<@Nullable Long> marks)
      throws SQLException {
    staged.accept(record, period, marks);
  }

  @Override
  public void copied() throws SQLException {
    staged.copied();
  }

  @Override
  public Settlement settle() throws SQLException {
    staged.run("ANALYZE pg_temp.pde_stage");
    staged.run(Stage.CREATE_EXCLUSIONS);
    long excluded = checks.exclude();
    long accepted = staged.count() - excluded;
    counts = new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
    return new Settlement(
        counts,
        0,
        excluded == 0 ? new NothingExcluded() : new ExclusionWalk(draft, Stage.EXCLUSIONS));
  }

  @Override
  public List<RowFinding> findings() throws SQLException {
    return checks.findings();
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    Insertion insertion = new Insertion(draft.shape(), draft.order().run());
    long inserted = counts.inserted() == 0 ? 0 : staged.run(insertion.sql(""));
    return new Written(inserted, 0, 0);
  }

  @Override
  public void close() {
    staged.close();
  }
}

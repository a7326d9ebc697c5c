package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.run.Warehouse.Settlement;
import java.sql.SQLException;

/** Rows without a key that wait in a stage, because checks compare them. */
final class StagedAppend extends StagedPath {

  private Counts counts = Counts.NONE;

  StagedAppend(Draft draft) throws SQLException {
    super(draft);
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
  public ChangedRows changed() {
    return new ChangedRows(counts.inserted() == 0 ? "" : Stage.STAGED, "", "");
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    Insertion insertion = new Insertion(draft.shape(), draft.order().run());
    long inserted = counts.inserted() == 0 ? 0 : staged.run(insertion.all());
    return new Written(inserted, 0, 0);
  }
}

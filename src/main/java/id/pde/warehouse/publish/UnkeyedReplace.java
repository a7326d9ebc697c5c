package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.publish.StagedRows.Pair;
import java.sql.SQLException;

/** The delivery is the whole table and no column tells its rows apart: equal rows stay. */
final class UnkeyedReplace extends StagedPath {

  private final UnkeyedStage stage;
  private final Parts parts;
  private Counts counts = Counts.NONE;

  UnkeyedReplace(Draft draft) throws SQLException {
    super(draft);
    this.parts = Parts.of(draft.order().mapping().target().terms().per());
    this.stage = new UnkeyedStage(draft.shape(), draft.look().current(), draft.rows(), parts);
  }

  @Override
  public Settlement settle() throws SQLException {
    staged.run(Stage.CREATE_EXCLUSIONS);
    long excluded = checks.rejects() ? checks.exclude() : 0;
    long accepted = staged.count() - excluded;
    if (!draft.standing()) {
      counts = new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
      return new Settlement(counts, 0, exclusions(excluded));
    }
    staged.run("ANALYZE pg_temp.pde_stage");
    draft.keepWritersOut();
    if (!parts.isWhole()) {
      staged.run(parts.find());
    }
    staged.run(stage.pairs());
    staged.run("ANALYZE pg_temp.pde_same");
    Pair present = staged.pair(stage.countPairs());
    long unchanged = present.second();
    long deleted = present.first() - unchanged;
    counts = new Counts(0, accepted, 0, 0, accepted - unchanged, 0, unchanged, deleted, 0);
    return new Settlement(counts, present.first(), exclusions(excluded));
  }

  private Exclusions exclusions(long excluded) throws SQLException {
    return excluded == 0 ? new NothingExcluded() : new ExclusionWalk(draft, Stage.EXCLUSIONS);
  }

  @Override
  public ChangedRows changed() {
    String added = Stage.STAGED + (draft.standing() ? UnkeyedStage.unpaired() : "");
    return new ChangedRows(
        counts.inserted() == 0 ? "" : added, "", counts.deleted() == 0 ? "" : stage.unpairedRows());
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    long run = draft.order().run();
    long deleted = counts.deleted() == 0 ? 0 : staged.run(stage.delete(draft.look().kept(), run));
    Insertion insertion = new Insertion(draft.shape(), run);
    String rows = draft.standing() ? insertion.some(UnkeyedStage.unpaired()) : insertion.all();
    long inserted = counts.inserted() == 0 ? 0 : staged.run(rows);
    return new Written(inserted, 0, deleted);
  }
}

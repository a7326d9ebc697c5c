package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.publish.StagedRows.Pair;
import java.sql.SQLException;
import java.util.List;

/** Rows with a key wait in a temporary table until keys are compared, all at once. */
final class KeyedPath extends StagedPath {

  private final Stage stage;
  private final TargetSpec target;
  private Counts counts = Counts.NONE;

  KeyedPath(Draft draft) throws SQLException {
    super(draft);
    this.stage = new Stage(draft.shape(), draft.look().current());
    this.target = draft.order().mapping().target();
  }

  @Override
  public Settlement settle() throws SQLException {
    staged.run("ANALYZE pg_temp.pde_stage");
    if (draft.standing()) {
      draft.keepWritersOut();
    }
    long excluded = exclude();
    long accepted = staged.count() - excluded;
    Pair present =
        draft.standing() && target.load() == LoadMode.REPLACE
            ? staged.pair(stage.countPresent())
            : new Pair(0, 0);
    counts = draft.standing() ? compare(accepted, present.second()) : added(accepted);
    return new Settlement(
        counts, present.first(), excluded == 0 ? new NothingExcluded() : exclusions());
  }

  private long exclude() throws SQLException {
    staged.run(Stage.CREATE_EXCLUSIONS);
    long excluded = staged.run(stage.excludeRepeated(target.repeated()));
    if (excluded > 0) {
      staged.run(Stage.DROP_EXCLUDED);
    }
    Long rejectsOf = draft.order().rejectsOf();
    if (rejectsOf != null && draft.standing()) {
      long newer = staged.run(stage.excludeNewer(rejectsOf));
      if (newer > 0) {
        staged.run(Stage.DROP_EXCLUDED);
      }
      excluded += newer;
    }
    if (target.load() == LoadMode.APPEND && draft.standing()) {
      long existing = staged.run(stage.excludeExisting());
      if (existing > 0) {
        staged.run(Stage.DROP_EXCLUDED);
      }
      excluded += existing;
    }
    return excluded + checks.exclude();
  }

  private Counts compare(long accepted, long deleted) throws SQLException {
    if (target.load() == LoadMode.APPEND) {
      return added(accepted);
    }
    staged.run(stage.changes());
    staged.run("ANALYZE pg_temp.pde_change");
    Pair changes = staged.pair(stage.countChanges());
    long unchanged = accepted - changes.first() - changes.second();
    return new Counts(0, accepted, 0, 0, changes.first(), changes.second(), unchanged, deleted, 0);
  }

  private static Counts added(long accepted) {
    return new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
  }

  private Exclusions exclusions() throws SQLException {
    return new ExclusionWalk(draft, Stage.EXCLUSIONS);
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    Insertion insertion = new Insertion(draft.shape(), draft.order().run());
    List<String> kept = draft.look().kept();
    long deleted = counts.deleted() == 0 ? 0 : staged.run(stage.delete(kept, insertion.run()));
    long updated = 0;
    if (counts.updated() > 0) {
      long old = staged.run(stage.keepUpdated(kept, insertion.run()));
      updated = staged.run(stage.update(insertion));
      if (old != updated) {
        throw new SQLException("history and table were given different numbers of rows", "XX000");
      }
    }
    long inserted = counts.inserted() == 0 ? 0 : insert(insertion);
    return new Written(inserted, updated, deleted);
  }

  private long insert(Insertion insertion) throws SQLException {
    boolean all = counts.inserted() == counts.accepted();
    return staged.run(insertion.sql(all ? "" : Stage.fresh()));
  }
}

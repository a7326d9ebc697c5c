package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.model.Counts;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Order.Late;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.publish.StagedRows.Pair;
import id.pde.warehouse.table.KeyForm;
import id.pde.warehouse.table.Sql;
import java.sql.SQLException;
import java.util.List;

/** Rows with a key wait in a temporary table until keys are compared, all at once. */
final class KeyedPath extends StagedPath {

  /**
   * So many rows in the order of their keys are compared with as many by going along the index of
   * the table. By hashing, the rows of both go through files, which the server takes for cheaper
   * than it is.
   */
  private static final long MERGED = 2_000_000;

  private final Stage stage;
  private final TargetSpec target;
  private final Parts parts;
  private Counts counts = Counts.NONE;
  private long marks;

  KeyedPath(Draft draft) throws SQLException {
    super(draft);
    this.target = draft.order().mapping().target();
    boolean parted = target.load() == LoadMode.REPLACE;
    this.parts = parted ? Parts.of(target.terms().per()) : new Parts(List.of());
    this.stage = new Stage(draft.shape(), draft.look().current(), draft.rows(), parts);
  }

  @Override
  public Settlement settle() throws SQLException {
    digest();
    staged.run("ANALYZE pg_temp.pde_stage");
    if (draft.standing()) {
      draft.keepWritersOut();
    }
    long excluded = exclude();
    if (!parts.isWhole()) {
      staged.run(parts.find());
    }
    marks = staged.deletes() ? takeMarks() : 0;
    excluded += checks.exclude();
    long accepted = staged.count() - excluded - marks;
    Pair present = draft.standing() ? present() : new Pair(0, 0);
    counts = draft.standing() ? compare(accepted, present.second()) : added(accepted);
    return new Settlement(
        counts, present.first(), marks, excluded == 0 ? new NothingExcluded() : exclusions());
  }

  /** Where rows meet by a digest, the stage gets it once all are there. */
  private void digest() throws SQLException {
    KeyForm form = draft.shape().keyForm();
    if (!form.digested()) {
      return;
    }
    staged.run(
        "UPDATE pg_temp.pde_stage SET " + Sql.name(KeyForm.DIGEST) + " = " + form.digest(""));
    if (target.repeated() == Repeated.ELSE) {
      staged.run(RepeatedKeys.of(draft, staged).useOther());
    }
  }

  private long takeMarks() throws SQLException {
    long taken = 0;
    for (String statement : stage.takeMarks()) {
      taken = staged.run(statement);
    }
    staged.run("ANALYZE pg_temp.pde_mark");
    return taken;
  }

  /** How many rows the guard counts, and how many go. */
  private Pair present() throws SQLException {
    if (target.load() == LoadMode.REPLACE) {
      return staged.pair(stage.countPresent());
    }
    long gone = marks == 0 ? 0 : staged.pair(stage.countMarked()).first();
    boolean counted = draft.order().mapping().tolerance().approve().asksForShares();
    return new Pair(counted ? staged.pair(stage.countAll()).first() : 0, gone);
  }

  private long exclude() throws SQLException {
    staged.run(Stage.CREATE_EXCLUSIONS);
    long excluded = excludeRepeated();
    if (!draft.standing()) {
      return excluded;
    }
    Long rejectsOf = draft.order().rejectsOf();
    if (rejectsOf != null) {
      excluded += taken(stage.excludeNewer(rejectsOf));
    }
    return excluded
        + switch (target.load()) {
          case APPEND -> taken(stage.excludeExisting());
          case MERGE -> excludeLate();
          case REPLACE -> 0;
        };
  }

  private long excludeRepeated() throws SQLException {
    RepeatedKeys repeated = RepeatedKeys.of(draft, staged);
    KeySuspects suspects = staged.suspects();
    if (suspects == null) {
      return taken(repeated.exclude());
    }
    long[] ordinals = suspects.ordinals();
    if (ordinals.length == 0) {
      return 0;
    }
    staged.run(RepeatedKeys.CREATE_SUSPECTS, ordinals);
    staged.run("ANALYZE " + RepeatedKeys.SUSPECTS);
    return taken(repeated.excludeSuspects());
  }

  private long excludeLate() throws SQLException {
    boolean looked =
        draft.order().late() == Late.FILTERED
            && !draft.shape().key().contains("_period")
            && Periods.differ(draft.connection(), draft.shape().table());
    return looked ? taken(stage.excludeLate()) : 0;
  }

  /** Takes what a statement found out of the stage. */
  private long taken(String exclusion) throws SQLException {
    long rows = staged.run(exclusion);
    if (rows > 0) {
      staged.run(Stage.DROP_EXCLUDED);
    }
    return rows;
  }

  private Counts compare(long accepted, long deleted) throws SQLException {
    if (target.load() == LoadMode.APPEND) {
      return added(accepted);
    }
    boolean merged =
        staged.inOrder()
            && staged.count() > MERGED
            && staged.pair(stage.estimateAll()).first() > MERGED;
    if (merged) {
      staged.run("SET LOCAL enable_hashjoin = off");
    }
    staged.run(stage.changes());
    if (merged) {
      staged.run("SET LOCAL enable_hashjoin TO DEFAULT");
    }
    staged.run("ANALYZE pg_temp.pde_change");
    Pair changes = staged.pair(stage.countChanges());
    long unchanged = accepted - changes.first() - changes.second();
    return new Counts(0, accepted, 0, 0, changes.first(), changes.second(), unchanged, deleted, 0);
  }

  private static Counts added(long accepted) {
    return new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
  }

  @Override
  public ChangedRows changed() {
    boolean some = counts.inserted() < counts.accepted();
    String deleted = target.load() == LoadMode.REPLACE ? stage.deletedRows() : stage.markedRows();
    return new ChangedRows(
        counts.inserted() == 0 ? "" : Stage.STAGED + (some ? Stage.fresh() : ""),
        counts.updated() == 0 ? "" : stage.changedRows(),
        counts.deleted() == 0 ? "" : deleted);
  }

  private Exclusions exclusions() throws SQLException {
    return new ExclusionWalk(draft, Stage.EXCLUSIONS);
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    Insertion insertion = new Insertion(draft.shape(), draft.order().run());
    List<String> kept = draft.look().kept();
    long deleted = counts.deleted() == 0 ? 0 : delete(kept, insertion.run());
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

  private long delete(List<String> kept, long run) throws SQLException {
    boolean lacking = target.load() == LoadMode.REPLACE;
    return staged.run(lacking ? stage.delete(kept, run) : stage.deleteMarked(kept, run));
  }

  private long insert(Insertion insertion) throws SQLException {
    if (counts.inserted() < counts.accepted()) {
      return staged.run(insertion.some(Stage.fresh()));
    }
    // Digests were written into the stage afterwards, which moved its rows.
    boolean moved = draft.shape().keyForm().digested();
    return staged.run(moved ? insertion.some("") : insertion.all());
  }
}

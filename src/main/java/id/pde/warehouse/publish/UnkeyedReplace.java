package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Settlement;
import id.pde.run.check.RowFinding;
import id.pde.warehouse.publish.StagedRows.Pair;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The delivery is the whole table and no column tells its rows apart: equal rows stay. */
final class UnkeyedReplace implements RowPath {

  private final Draft draft;
  private final StagedRows staged;
  private final StagedChecks checks;
  private final UnkeyedStage stage;
  private Counts counts = Counts.NONE;

  UnkeyedReplace(Draft draft) throws SQLException {
    this.draft = draft;
    this.staged = new StagedRows(draft);
    this.checks = new StagedChecks(draft, staged);
    this.stage = new UnkeyedStage(draft.shape(), draft.look().current());
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
    staged.run(Stage.CREATE_EXCLUSIONS);
    long excluded = checks.rejects() ? checks.exclude() : 0;
    long accepted = staged.count() - excluded;
    if (!draft.standing()) {
      counts = new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
      return new Settlement(counts, 0, exclusions(excluded));
    }
    staged.run("ANALYZE pg_temp.pde_stage");
    draft.keepWritersOut();
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
  public List<RowFinding> findings() throws SQLException {
    return checks.findings();
  }

  @Override
  public Written write() throws SQLException {
    draft.create();
    long run = draft.order().run();
    long deleted = counts.deleted() == 0 ? 0 : staged.run(stage.delete(draft.look().kept(), run));
    Insertion insertion = new Insertion(draft.shape(), run);
    String filter = draft.standing() ? UnkeyedStage.unpaired() : "";
    long inserted = counts.inserted() == 0 ? 0 : staged.run(insertion.sql(filter));
    return new Written(inserted, 0, deleted);
  }

  @Override
  public void close() {
    staged.close();
  }
}

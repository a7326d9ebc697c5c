package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.model.Record;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.copy.BinaryRows;
import id.pde.warehouse.copy.CopyPipe;
import id.pde.warehouse.copy.ValueWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows with a key wait in a temporary table until keys are compared, all at once. */
final class KeyedPath implements RowPath {

  /** Somebody who writes to the table by hand is waited for, but not for ever. */
  private static final String LOCK_PATIENCE = "SET LOCAL lock_timeout = '30s'";

  private final Draft draft;
  private final Stage stage;
  private final TargetSpec target;
  private final CopyPipe pipe;
  private final BinaryRows rows;
  private final ValueWriter values;
  private final int width;
  private Counts counts = Counts.NONE;

  KeyedPath(Draft draft) throws SQLException {
    this.draft = draft;
    this.stage = new Stage(draft.shape(), draft.look().current());
    this.target = draft.order().mapping().target();
    run(stage.create());
    this.pipe = CopyPipe.open(draft.connection(), stage.copy(), draft::reading);
    this.rows = new BinaryRows(pipe);
    this.values = new ValueWriter(draft.order().mapping().columns());
    this.width = draft.shape().columns().size() + 2;
  }

  @Override
  public void accept(Record record) throws SQLException {
    rows.row(width);
    rows.integer(record.row().ordinal());
    rows.text(record.row().reference());
    values.write(record, rows);
  }

  @Override
  public void copied() throws SQLException {
    rows.end();
    long copied = pipe.finish();
    if (copied != rows.rows()) {
      throw new SQLException("the server took another number of rows than were sent", "XX000");
    }
  }

  @Override
  public Settlement settle() throws SQLException {
    run("ANALYZE pg_temp.pde_stage");
    if (draft.standing() && !draft.plan()) {
      run(LOCK_PATIENCE);
      run(stage.keepWritersOut());
    }
    long excluded = exclude();
    long accepted = rows.rows() - excluded;
    Pair present =
        draft.standing() && target.load() == LoadMode.REPLACE
            ? pair(stage.countPresent())
            : new Pair(0, 0);
    counts = draft.standing() ? compare(accepted, present.second()) : added(accepted);
    return new Settlement(
        counts, present.first(), excluded == 0 ? new NothingExcluded() : exclusions());
  }

  private long exclude() throws SQLException {
    run(stage.createExclusions());
    long excluded = run(stage.excludeRepeated(target.repeated()));
    if (excluded > 0) {
      run(stage.dropExcluded());
    }
    if (target.load() == LoadMode.APPEND && draft.standing()) {
      long existing = run(stage.excludeExisting());
      if (existing > 0) {
        run(stage.dropExcluded());
      }
      excluded += existing;
    }
    return excluded;
  }

  private Counts compare(long accepted, long deleted) throws SQLException {
    if (target.load() == LoadMode.APPEND) {
      return added(accepted);
    }
    run(stage.changes());
    run("ANALYZE pg_temp.pde_change");
    Pair changes = pair(stage.countChanges());
    long unchanged = accepted - changes.first() - changes.second();
    return new Counts(0, accepted, 0, 0, changes.first(), changes.second(), unchanged, deleted, 0);
  }

  private static Counts added(long accepted) {
    return new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
  }

  private Exclusions exclusions() throws SQLException {
    return new ExclusionWalk(draft, stage.exclusions());
  }

  @Override
  public Written write() throws SQLException {
    draft.tables().create(draft.connection(), draft.look());
    Stage.Written written = new Stage.Written(draft.order().run(), draft.period());
    List<String> kept = draft.look().kept();
    long deleted = counts.deleted() == 0 ? 0 : run(stage.delete(kept, written.run()));
    long updated = 0;
    if (counts.updated() > 0) {
      long old = run(stage.keepUpdated(kept, written.run()));
      updated = run(stage.update(written));
      if (old != updated) {
        throw new SQLException("history and table were given different numbers of rows", "XX000");
      }
    }
    long inserted = counts.inserted() == 0 ? 0 : insert(written);
    return new Written(inserted, updated, deleted);
  }

  private long insert(Stage.Written written) throws SQLException {
    boolean all = counts.inserted() == counts.accepted();
    return run(all ? stage.insertAll(written) : stage.insertFresh(written));
  }

  @Override
  public void close() {
    pipe.close();
  }

  private long run(String sql) throws SQLException {
    try (Statement statement = draft.connection().createStatement()) {
      return Math.max(statement.executeLargeUpdate(sql), 0);
    }
  }

  private record Pair(long first, long second) {}

  private Pair pair(String sql) throws SQLException {
    Connection connection = draft.connection();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new Pair(row.getLong(1), row.getLong(2));
    }
  }
}

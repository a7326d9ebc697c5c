package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Settlement;
import id.pde.run.check.RowFinding;
import id.pde.warehouse.copy.BinaryRows;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the accepted rows of a run reach their table. */
interface RowPath extends AutoCloseable {

  /**
   * Takes a row.
   *
   * @param marks as {@link id.pde.run.Warehouse.Publication} has them
   */
  void accept(Record record, @Nullable Period period, List<@Nullable Long> marks)
      throws SQLException;

  /** Takes a row that deletes the one of its key. */
  default void delete(Record record, @Nullable Period period) throws SQLException {
    throw new IllegalStateException("rows without a key delete none");
  }

  /** The period of a row as its column keeps it. */
  static void write(@Nullable Period period, BinaryRows rows) throws SQLException {
    if (period == null) {
      rows.absent();
    } else {
      rows.text(period.text());
    }
  }

  /** Ends the copying. */
  void copied() throws SQLException;

  /** The final counts; the target is not touched. */
  Settlement settle() throws SQLException;

  /** What single rows break, after they were settled. */
  default List<RowFinding> findings() throws SQLException {
    return List.of();
  }

  /** Where the rows are that it would write, after they were settled; null: nobody kept them. */
  default @Nullable ChangedRows changed() {
    return null;
  }

  /** Writes target and history and says what was written. */
  Written write() throws SQLException;

  /** Breaks off a COPY that is under way. */
  @Override
  void close();

  /** What the statements said they wrote. */
  record Written(long inserted, long updated, long deleted) {}
}

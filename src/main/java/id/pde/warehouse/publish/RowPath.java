package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.copy.BinaryRows;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How the accepted rows of a run reach their table. */
interface RowPath extends AutoCloseable {

  void accept(Record record, @Nullable Period period) throws SQLException;

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

  /** Writes target and history and says what was written. */
  Written write() throws SQLException;

  /** Breaks off a COPY that is under way. */
  @Override
  void close();

  /** What the statements said they wrote. */
  record Written(long inserted, long updated, long deleted) {}
}

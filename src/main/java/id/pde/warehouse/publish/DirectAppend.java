package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Settlement;
import id.pde.warehouse.copy.BinaryRows;
import id.pde.warehouse.copy.CopyPipe;
import id.pde.warehouse.copy.ValueWriter;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows without a key go straight into their table. */
final class DirectAppend implements RowPath {

  private final Draft draft;
  private final CopyPipe pipe;
  private final BinaryRows rows;
  private final ValueWriter values;
  private final int width;
  private long copied;

  DirectAppend(Draft draft) throws SQLException {
    this.draft = draft;
    draft.create();
    this.pipe = CopyPipe.open(draft.connection(), copySql(draft.shape()), draft::reading);
    this.rows = new BinaryRows(pipe);
    this.values = new ValueWriter(draft.order().mapping().columns());
    this.width = draft.shape().columns().size() + TableShape.ORIGIN.size();
  }

  @Override
  public void accept(Record record, @Nullable Period period, List<@Nullable Long> marks)
      throws SQLException {
    rows.row(width);
    values.write(record, rows);
    rows.integer(draft.order().run());
    rows.text(record.row().reference());
    RowPath.write(period, rows);
  }

  @Override
  public void copied() throws SQLException {
    rows.end();
    copied = pipe.finish();
    if (copied != rows.rows()) {
      throw new SQLException("the server took another number of rows than were sent", "XX000");
    }
  }

  @Override
  public Settlement settle() {
    Counts counts = new Counts(0, copied, 0, 0, copied, 0, 0, 0, 0);
    return new Settlement(counts, 0, new NothingExcluded());
  }

  @Override
  public Written write() {
    return new Written(copied, 0, 0);
  }

  @Override
  public void close() {
    pipe.close();
  }

  private static String copySql(TableShape shape) {
    List<String> columns = new ArrayList<>(shape.names());
    columns.addAll(TableShape.ORIGIN);
    return "COPY warehouse."
        + Sql.name(shape.table())
        + " ("
        + Sql.names("", columns)
        + ") FROM STDIN (FORMAT binary)";
  }
}

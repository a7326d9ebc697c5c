package id.pde.run.check;

import id.pde.model.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was read of the rows of a table. */
public interface RowView {

  /** Shows nothing. */
  RowView NONE =
      new RowView() {
        @Override
        public @Nullable Object[] values() {
          return new @Nullable Object[0];
        }

        @Override
        public @Nullable BigDecimal amount(Row row, int column) {
          return null;
        }
      };

  /**
   * The values of the row that was checked last, in the order of the mapping, before anything of
   * them was protected; null: none, or none that can be used. Valid until the next row.
   */
  @Nullable Object[] values();

  /** The number that a row which is no data holds for a column; null: none. */
  @Nullable BigDecimal amount(Row row, int column);
}

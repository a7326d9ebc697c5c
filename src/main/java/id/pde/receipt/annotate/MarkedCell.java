package id.pde.receipt.annotate;

import id.pde.model.Severity;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A place in a workbook that is given back, and what is wrong there. It quotes no personal value.
 *
 * @param sheet as its tab says
 * @param row from 1; 0: the sheet as a whole
 * @param column from 1; 0: the row as a whole
 * @param code of the issue
 * @param target the column of the table; null: none alone
 */
public record MarkedCell(
    String sheet,
    int row,
    int column,
    String code,
    Severity severity,
    @Nullable String target,
    String message,
    Text fix) {

  /** {@code B10}; empty: no single cell. */
  public String address() {
    return row > 0 && column > 0 ? Address.of(row, column) : "";
  }
}

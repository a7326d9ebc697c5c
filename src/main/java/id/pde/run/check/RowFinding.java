package id.pde.run.check;

import id.pde.mapping.DeliveryCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What single rows break of one check.
 *
 * @param faults all rows at fault
 * @param comparable whether the table to compare with was there
 * @param examples the first ones; none where the check rejects its rows
 */
public record RowFinding(
    DeliveryCheck check, long faults, boolean comparable, List<Example> examples) {

  public RowFinding {
    examples = List.copyOf(examples);
  }

  /**
   * A row at fault.
   *
   * @param row as {@code _row} has it
   * @param other the row that is like it; null: the check compares no rows
   * @param value as the table would keep it; null: several, or none
   */
  public record Example(String row, @Nullable String other, @Nullable String value) {}
}

package id.pde.run.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value, and the cells that it was made of.
 *
 * @param stored as the table holds it; null: no value
 * @param cells none: it is calculated, the delivery lacks it, or the archive could not be read
 * @param how what made it of the cells, in words of the mapping
 * @param uses the columns that it is calculated from
 * @param place in the mapping file; empty: the mapping of the run is not known any more
 * @param now what the cells give by now, where it is something else; null: the same, or it may not
 *     be seen
 */
public record ColumnTrace(
    String column,
    @Nullable String stored,
    List<CellSeen> cells,
    List<String> how,
    List<String> uses,
    String place,
    @Nullable String now) {

  public ColumnTrace {
    cells = List.copyOf(cells);
    how = List.copyOf(how);
    uses = List.copyOf(uses);
  }

  /**
   * A cell of the delivery.
   *
   * @param place {@code Sheet!D17}, {@code line 17, column 4 (Harga)}
   * @param heading empty: it has none
   * @param raw as delivered; null: nothing there
   */
  public record CellSeen(String place, String heading, @Nullable String raw) {}
}

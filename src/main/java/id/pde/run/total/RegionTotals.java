package id.pde.run.total;

import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accepted rows of a run by kecamatan, the third level of the administrative division
 * (Permendagri on codes and data of administrative regions).
 *
 * @param columns whose values are summed, in the order of the mapping
 * @param parts one per kecamatan that occurs, by code; last the rows that name none
 */
public record RegionTotals(List<Summed> columns, List<Part> parts) {

  /** The mapping has no column that says where. */
  public static final RegionTotals NONE = new RegionTotals(List.of(), List.of());

  public RegionTotals {
    columns = List.copyOf(columns);
    parts = List.copyOf(parts);
  }

  /**
   * A column whose values may be added up.
   *
   * @param title as people call it
   */
  public record Summed(String name, Text title) {}

  /**
   * One kecamatan.
   *
   * @param code null: the rows name none
   * @param name as the list of codes has it; null: the rows name none
   * @param sums one per column; null: no row has a value
   */
  public record Part(
      @Nullable String code, @Nullable String name, long rows, List<@Nullable BigDecimal> sums) {

    public Part {
      sums = Collections.unmodifiableList(new ArrayList<>(sums));
    }
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** All parts together. */
  public Part whole() {
    long rows = 0;
    List<@Nullable BigDecimal> sums = new ArrayList<>(Collections.nCopies(columns.size(), null));
    for (Part part : parts) {
      rows += part.rows();
      for (int i = 0; i < sums.size(); i++) {
        BigDecimal more = part.sums().get(i);
        BigDecimal sum = sums.get(i);
        sums.set(i, sum == null ? more : more == null ? sum : sum.add(more));
      }
    }
    return new Part(null, null, rows, sums);
  }
}

package id.pde.mapping;

import id.pde.model.Text;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked mapping: how one dataset of one agency becomes rows of one table.
 *
 * @param id {@code <agency>/<dataset>}
 * @param zone of timestamps without an offset
 */
public record Mapping(
    String id,
    String agency,
    Text title,
    @Nullable Text description,
    ZoneId zone,
    SourceSpec source,
    TargetSpec target,
    List<ColumnSpec> columns,
    Tolerance tolerance,
    Drift drift,
    MappingText text) {

  public Mapping {
    columns = List.copyOf(columns);
  }

  /**
   * The file as it was read; a run keeps it.
   *
   * @param file the name that faults show: {@code mappings/dkupp/harga.yaml}
   * @param sha256 of the content, lower-case hex
   */
  public record MappingText(String file, String content, String sha256) {}

  /** The position of a column by its name, or -1. */
  public int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}

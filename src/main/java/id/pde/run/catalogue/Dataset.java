package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Described;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.catalogue.Holdings.Holding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: what its mapping says of it, who delivers it, and what is loaded.
 *
 * @param holding null: nothing is loaded
 */
public record Dataset(
    Mapping mapping, Agency agency, Described described, @Nullable Holding holding) {

  public String id() {
    return mapping.id();
  }

  /** Who may have it. */
  public Access access() {
    return Access.of(mapping);
  }

  /** The class of its strictest column, as mappings write it. */
  public String dataClass() {
    return Access.word(Access.strictest(mapping));
  }

  /** The number of its rows as it may be shown; nothing is loaded: empty. */
  public String rowsShown() {
    Long rows = holding == null ? null : holding.rows();
    if (rows == null) {
      return "";
    }
    return isPersonal() ? SmallCounts.shown(rows) : Long.toString(rows);
  }

  /** The number of its rows; null: nothing is loaded, or it may not be shown. */
  @Nullable Long rows() {
    Long rows = holding == null ? null : holding.rows();
    return rows == null || (isPersonal() && SmallCounts.isHidden(rows)) ? null : rows;
  }

  /** Whether its rows are about persons. */
  boolean isPersonal() {
    return SmallCounts.countsPersons(mapping);
  }

  /** The columns that the table has. */
  List<ColumnSpec> columns() {
    return mapping.columns().stream().filter(ColumnSpec::isStored).toList();
  }

  /** What the mapping describes it as, else the names of its columns. */
  Text description() {
    Text said = mapping.description();
    if (said != null) {
      return said;
    }
    String names = columns().stream().map(ColumnSpec::name).collect(Collectors.joining(", "));
    return new Text("Kolom: " + names + ".", "Columns: " + names + ".");
  }

  /**
   * A name for machines that never changes while the id stays (RFC 9562, name-based).
   *
   * @param kind of thing: dataset, contract
   */
  String urn(String kind) {
    return "urn:uuid:" + uuid(kind);
  }

  UUID uuid(String kind) {
    return UUID.nameUUIDFromBytes(("pde:" + kind + ":" + id()).getBytes(StandardCharsets.UTF_8));
  }
}

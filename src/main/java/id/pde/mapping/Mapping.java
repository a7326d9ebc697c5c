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
 * @param period where the period of the data stands; null: only whoever sends them says it
 * @param with ids of mappings that may take the same sheet
 * @param records what is calculated from the values of a record
 * @param checks what has to hold for the rows of a delivery together
 */
public record Mapping(
    String id,
    String agency,
    Text title,
    @Nullable Text description,
    ZoneId zone,
    SourceSpec source,
    @Nullable PeriodSpec period,
    List<String> with,
    TargetSpec target,
    List<ColumnSpec> columns,
    RecordRules records,
    List<DeliveryCheck> checks,
    Tolerance tolerance,
    Drift drift,
    MappingText text) {

  public Mapping {
    with = List.copyOf(with);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
  }

  /** A mapping that finds no period, shares no sheet, calculates and checks nothing. */
  public Mapping(
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
    this(
        id,
        agency,
        title,
        description,
        zone,
        source,
        null,
        List.of(),
        target,
        columns,
        RecordRules.NONE,
        List.of(),
        tolerance,
        drift,
        text);
  }

  /** The same mapping for a part of the delivery, or for another form of it. */
  public Mapping with(SourceSpec other) {
    return with(other, period, target);
  }

  /** The same mapping, met with the table in another way. */
  public Mapping with(TargetSpec other) {
    return with(source, period, other);
  }

  /** The same mapping with its columns read in another way. */
  public Mapping with(List<ColumnSpec> others) {
    return new Mapping(
        id,
        agency,
        title,
        description,
        zone,
        source,
        period,
        with,
        target,
        others,
        records,
        checks,
        tolerance,
        drift,
        text);
  }

  /** The same mapping with its period elsewhere. */
  public Mapping with(PeriodSpec other) {
    return with(source, other, target);
  }

  private Mapping with(SourceSpec newSource, @Nullable PeriodSpec newPeriod, TargetSpec newTarget) {
    return new Mapping(
        id,
        agency,
        title,
        description,
        zone,
        newSource,
        newPeriod,
        with,
        newTarget,
        columns,
        records,
        checks,
        tolerance,
        drift,
        text);
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

  /** Whether the value of a column is calculated, not read. */
  public boolean derives(String column) {
    return records.derives(column);
  }
}

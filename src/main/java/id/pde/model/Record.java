package id.pde.model;

import org.jspecify.annotations.Nullable;

/**
 * A row after its mapping: one typed value per mapped column, in the mapping's order. Values are
 * String, Long, BigDecimal, LocalDate, LocalTime, OffsetDateTime, Boolean or null. The array is
 * handed over, not copied.
 */
// The word of the glossary; java.lang.Record is never named in this code base.
@SuppressWarnings("JavaLangClash")
public final class Record {

  private final Row row;
  private final @Nullable Object[] values;

  public Record(Row row, @Nullable Object[] values) {
    this.row = row;
    this.values = values;
  }

  public Row row() {
    return row;
  }

  public @Nullable Object value(int column) {
    return values[column];
  }

  public int size() {
    return values.length;
  }
}

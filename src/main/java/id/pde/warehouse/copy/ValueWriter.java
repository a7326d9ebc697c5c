package id.pde.warehouse.copy;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.model.Record;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the values of records, one way per column. */
public final class ValueWriter {

  private enum Kind {
    TEXT,
    INTEGER,
    NUMERIC,
    DATE,
    TIMESTAMP,
    TIME,
    BOOLEAN,
    JSON
  }

  private final Kind[] kinds;

  /** Where the stored values stand in a record. */
  private final int[] stored;

  public ValueWriter(List<ColumnSpec> columns) {
    this.stored =
        IntStream.range(0, columns.size()).filter(i -> columns.get(i).isStored()).toArray();
    this.kinds =
        IntStream.of(stored).mapToObj(i -> kind(columns.get(i).storedType())).toArray(Kind[]::new);
  }

  /** Writes every value of the record that its table has a column for. */
  public void write(Record record, BinaryRows rows) throws SQLException {
    for (int i = 0; i < kinds.length; i++) {
      Object value = record.value(stored[i]);
      if (value == null) {
        rows.absent();
        continue;
      }
      switch (kinds[i]) {
        case TEXT -> rows.text((String) value);
        case INTEGER -> rows.integer((Long) value);
        case NUMERIC -> rows.numeric((BigDecimal) value);
        case DATE -> rows.date((LocalDate) value);
        case TIMESTAMP -> rows.timestamp((OffsetDateTime) value);
        case TIME -> rows.time((LocalTime) value);
        case BOOLEAN -> rows.bool((Boolean) value);
        case JSON -> rows.json((String) value);
      }
    }
  }

  private static Kind kind(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return Kind.INTEGER;
    }
    if (type instanceof ColumnType.DecimalType) {
      return Kind.NUMERIC;
    }
    if (type instanceof ColumnType.DateType) {
      return Kind.DATE;
    }
    if (type instanceof ColumnType.TimestampType) {
      return Kind.TIMESTAMP;
    }
    if (type instanceof ColumnType.TimeType) {
      return Kind.TIME;
    }
    if (type instanceof ColumnType.JsonType) {
      return Kind.JSON;
    }
    return type instanceof ColumnType.BooleanType ? Kind.BOOLEAN : Kind.TEXT;
  }
}

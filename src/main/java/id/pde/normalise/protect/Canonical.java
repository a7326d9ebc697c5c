package id.pde.normalise.protect;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Kind and text of a value under which its pseudonym is made: equal values have equal ones. */
public final class Canonical {

  private Canonical() {}

  /** The word of the type; precision and scale are no part of it, the code list is. */
  public static String kind(ColumnSpec column) {
    ColumnType type = column.type();
    if (type instanceof ColumnType.IdentifierType id) {
      return id.identifier().word();
    }
    if (type instanceof ColumnType.CodeType code) {
      return "code(" + code.list() + ")";
    }
    if (type instanceof ColumnType.NikType) {
      return "nik";
    }
    if (type instanceof ColumnType.IntegerType || type instanceof ColumnType.DecimalType) {
      return "number";
    }
    if (type instanceof ColumnType.DateType) {
      return "date";
    }
    if (type instanceof ColumnType.TimestampType) {
      return "timestamp";
    }
    if (type instanceof ColumnType.TimeType) {
      return "time";
    }
    if (type instanceof ColumnType.PeriodType) {
      return "period";
    }
    if (type instanceof ColumnType.PointType) {
      return "point";
    }
    if (type instanceof ColumnType.JsonType) {
      return "json";
    }
    return type instanceof ColumnType.BooleanType ? "boolean" : "text";
  }

  /** 1.50 and 1.5 are one number; a moment is one whatever its offset. */
  public static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof OffsetDateTime moment) {
      Instant instant = moment.toInstant();
      return instant.toString();
    }
    return value.toString();
  }
}

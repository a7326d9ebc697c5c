package id.pde.mapping;

/** Types as mappings write them. */
public final class TypeWord {

  private TypeWord() {}

  /** {@code decimal(12,2)}, {@code code(wilayah)}, {@code nik}. */
  public static String of(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return "integer";
    }
    if (type instanceof ColumnType.DecimalType decimal) {
      return "decimal(" + decimal.precision() + "," + decimal.scale() + ")";
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
    if (type instanceof ColumnType.BooleanType) {
      return "boolean";
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
    if (type instanceof ColumnType.NikType) {
      return "nik";
    }
    if (type instanceof ColumnType.IdentifierType id) {
      return id.identifier().word();
    }
    return type instanceof ColumnType.CodeType code ? "code(" + code.list() + ")" : "text";
  }
}

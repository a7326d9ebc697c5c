package id.pde.warehouse.table;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table that a mapping asks for.
 *
 * @param protections of the columns that are protected, as the mapping writes them; those that are
 *     dropped are among them, and not among the columns
 */
public record TableShape(
    String table,
    String mapping,
    List<Column> columns,
    List<String> key,
    Map<String, String> protections) {

  /** Which run, which row of the delivery, which period. */
  public static final List<String> ORIGIN = List.of("_run", "_row", "_period");

  /** Whether a column may be empty. */
  public enum Filling {
    REQUIRED,
    OPTIONAL
  }

  /**
   * A column.
   *
   * @param type as PostgreSQL's format_type writes it
   * @param collation a clause, or empty
   */
  public record Column(String name, String type, String collation, Filling filling) {

    /** As CREATE TABLE and ADD COLUMN want it, without NOT NULL. */
    String definition() {
      return Sql.name(name) + " " + type + collation;
    }
  }

  public TableShape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    protections = Map.copyOf(protections);
  }

  public static TableShape of(Mapping mapping) {
    List<String> key = mapping.target().key();
    List<Column> columns =
        mapping.columns().stream()
            .filter(ColumnSpec::isStored)
            .map(column -> column(column, Set.copyOf(key)))
            .toList();
    return new TableShape(
        mapping.target().table(), mapping.id(), columns, key, protections(mapping));
  }

  private static Map<String, String> protections(Mapping mapping) {
    return mapping.columns().stream()
        .filter(column -> column.protect() != Protect.NONE)
        .collect(
            Collectors.toMap(
                ColumnSpec::name, column -> column.protect().name().toLowerCase(Locale.ROOT)));
  }

  /** Whether it holds pseudonyms. */
  public boolean hasPseudonyms() {
    return protections.containsValue("hmac");
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  private static Column column(ColumnSpec column, Set<String> key) {
    boolean inKey = key.contains(column.name());
    Filling filling = column.required() || inKey ? Filling.REQUIRED : Filling.OPTIONAL;
    String type = type(column.storedType());
    // Pseudonyms are joined with each other; PostgreSQL wants one collation on both sides.
    boolean plain =
        inKey || column.type() instanceof ColumnType.CodeType || column.protect() == Protect.HMAC;
    String collation = plain && type.equals("text") ? " COLLATE \"C\"" : "";
    return new Column(column.name(), type, collation, filling);
  }

  private static String type(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return "bigint";
    }
    if (type instanceof ColumnType.DecimalType decimal) {
      return "numeric(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    if (type instanceof ColumnType.DateType) {
      return "date";
    }
    if (type instanceof ColumnType.TimestampType) {
      return "timestamp with time zone";
    }
    if (type instanceof ColumnType.TimeType) {
      return "time without time zone";
    }
    if (type instanceof ColumnType.JsonType) {
      return "jsonb";
    }
    return type instanceof ColumnType.BooleanType ? "boolean" : "text";
  }
}

package id.pde.warehouse.table;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.Former;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table that a mapping asks for.
 *
 * @param mapping that the table belongs to
 * @param standing whether that is the mapping of this shape
 * @param former names of before
 * @param protections of the columns that are protected, as the mapping writes them; those that are
 *     dropped are among them, and not among the columns
 */
public record TableShape(
    String table,
    String mapping,
    List<Column> columns,
    KeyForm keyForm,
    Map<String, String> protections,
    Standing standing,
    Former former) {

  /** Which run, which row of the delivery, which period. */
  public static final List<String> ORIGIN = List.of("_run", "_row", "_period");

  /** Whose table it is. */
  public enum Standing {
    OWNER,
    /** Another mapping says what the table looks like; this one fills it, too. */
    GUEST
  }

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
    protections = Map.copyOf(protections);
  }

  public static TableShape of(Mapping mapping) {
    TargetSpec target = mapping.target();
    Set<String> main = new HashSet<>(target.key());
    // What takes the key's place may be empty where the key is not, and the other way round.
    Set<String> filled = new HashSet<>(target.terms().per().columns());
    if (target.terms().otherKey().isEmpty()) {
      filled.addAll(main);
    }
    main.addAll(target.terms().otherKey());
    main.addAll(filled);
    List<Column> columns =
        mapping.columns().stream()
            .filter(ColumnSpec::isStored)
            .map(column -> column(column, main, filled, target))
            .toList();
    String owner = target.terms().owner();
    return new TableShape(
        target.table(),
        owner == null ? mapping.id() : owner,
        columns,
        KeyForm.of(target),
        protections(mapping),
        owner == null ? Standing.OWNER : Standing.GUEST,
        target.terms().former());
  }

  /** The columns by which a row meets the one that stands: those of the primary key. */
  public List<String> key() {
    return keyForm.columns();
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

  private static Column column(
      ColumnSpec column, Set<String> keys, Set<String> filled, TargetSpec target) {
    boolean inKey = keys.contains(column.name());
    // A key that another one may take the place of is not required, whatever the column says.
    boolean replaceable =
        target.key().contains(column.name()) && !target.terms().otherKey().isEmpty();
    boolean required = (column.required() || filled.contains(column.name())) && !replaceable;
    Filling filling = required ? Filling.REQUIRED : Filling.OPTIONAL;
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

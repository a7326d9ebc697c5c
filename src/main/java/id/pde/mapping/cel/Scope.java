package id.pde.mapping.cel;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an expression of a record may name.
 *
 * @param columns of the mapping, in its order
 * @param unsure names of columns that may have a fault of their own; what names one that is not
 *     among the columns is not looked at
 */
public record Scope(Map<String, ValueKind> columns, Set<String> unsure, Setting setting) {

  static final String PERIOD = "period";

  /** What the period of a row has, with its kind. */
  static final Map<String, ValueKind> PERIOD_PARTS =
      Map.of(
          "period.start",
          ValueKind.DATE,
          "period.end",
          ValueKind.DATE,
          "period.text",
          ValueKind.TEXT,
          "period.year",
          ValueKind.INTEGER);

  public Scope {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    unsure = Set.copyOf(unsure);
  }

  /**
   * What is the same for all columns.
   *
   * @param codeLists their names
   * @param zone in which a timestamp falls on a day
   */
  public record Setting(Set<String> codeLists, ZoneId zone) {
    public Setting {
      codeLists = Set.copyOf(codeLists);
    }
  }

  Set<String> codeLists() {
    return setting.codeLists();
  }

  ZoneId zone() {
    return setting.zone();
  }

  /** Whether a name is a column whose own fault is told elsewhere. */
  boolean isUnsure(String name) {
    return unsure.contains(name) && !columns.containsKey(name);
  }

  /** The functions of rules and derivations, without operators. */
  static List<String> functions() {
    return List.of(
        "abs",
        "add_days",
        "add_months",
        "age",
        "code_name",
        "code_parent",
        "contains",
        "date",
        "day",
        "days_between",
        "decimal",
        "digits",
        "endsWith",
        "hour",
        "in_list",
        "int",
        "left",
        "lower",
        "matches",
        "max",
        "min",
        "month",
        "period_end",
        "period_start",
        "right",
        "round",
        "size",
        "startsWith",
        "string",
        "substring",
        "timestamp",
        "trim",
        "upper",
        "year",
        "all",
        "exists",
        "exists_one");
  }
}

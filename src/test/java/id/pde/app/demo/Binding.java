package id.pde.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value that a delivery holds is found: one line of {@code checks.csv}.
 *
 * <ul>
 *   <li>{@code sql SELECT ...} with one value. Tables stand in braces and hold what the run of the
 *       delivery made: <code>{penduduk}</code>; <code>{penduduk then}</code> is the whole table as
 *       it was right after that run, <code>{pbb_dhkp of AGENCY/FILE}</code> the rows of another
 *       delivery, <code>{issue_count}</code> and <code>
 *       {check_result}</code> what the ledger keeps of the delivery's run.
 *   <li>{@code count read} or another count of the run's ledger row, {@code count filtered.group}
 *       or another reason of it, {@code count CODE CODE}: issues with these codes.
 *   <li>{@code read ...} of the raw file, see {@link RawReading}.
 *   <li>{@code open WHY}: nothing can say it yet.
 * </ul>
 */
sealed interface Binding {

  /**
   * Asks the database.
   *
   * @param ledger whether the ledger says it, also of a run that loaded nothing
   */
  record Query(String sql, boolean ledger) implements Binding {}

  /** Reads the file. */
  record Read(String what) implements Binding {}

  /** Says nothing yet. */
  record Open(String why) implements Binding {}

  String LOADED = " AND outcome IN ('loaded', 'loaded_with_rejects')";

  /** What a refused run counted stands in the ledger, too. */
  String NO_DUPLICATE = " AND outcome <> 'duplicate'";

  /** A table in a query. */
  Pattern TABLE = Pattern.compile("\\{(\\w+)( then)?(?: of ([^}]+))?\\}");

  /**
   * Reads a line's check.
   *
   * @param delivery agency and file of the line
   * @throws IllegalArgumentException where it is none
   */
  static Binding of(String delivery, String check) {
    String[] parts = check.split(" ", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("no check: " + check);
    }
    return switch (parts[0]) {
      case "sql" -> new Query(query(delivery, parts[1]), parts[1].contains("{check_result}"));
      case "count" -> new Query(count(delivery, parts[1]), true);
      case "read" -> new Read(parts[1]);
      case "open" -> new Open(parts[1]);
      default -> throw new IllegalArgumentException("no check: " + check);
    };
  }

  private static String query(String delivery, String sql) {
    if (Pattern.compile("(?i)\\b(warehouse|history|mart|pde)\\.").matcher(sql).find()) {
      throw new IllegalArgumentException("not limited to a run: " + sql);
    }
    Map<String, String> tables = new LinkedHashMap<>();
    StringBuilder query = new StringBuilder();
    Matcher table = TABLE.matcher(sql);
    while (table.find()) {
      String other = table.group(3);
      boolean then = table.group(2) != null;
      String alias = table.group(1) + (then ? "_then" : "") + (other == null ? "" : "_of_other");
      tables.put(alias, rows(table.group(1), then, other == null ? delivery : other));
      table.appendReplacement(query, alias);
    }
    table.appendTail(query);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("not limited to a run: " + sql);
    }
    List<String> named = new ArrayList<>();
    tables.forEach((alias, rows) -> named.add(alias + " AS (" + rows + ")"));
    return "WITH " + String.join(", ", named) + " " + query;
  }

  private static String rows(String table, boolean then, String delivery) {
    if (table.equals("issue_count") || table.equals("check_result")) {
      return "SELECT * FROM pde." + table + " WHERE run = " + run(delivery, NO_DUPLICATE);
    }
    String run = run(delivery, LOADED + " AND table_name = '" + table + "'");
    String current = then ? "_run <= " + run : "_run = " + run;
    String ended = then ? " AND was._run_ended > " + run : "";
    return "SELECT * FROM warehouse.%1$s WHERE %2$s UNION ALL SELECT made.* FROM history.%1$s AS was,"
            .formatted(table, current)
        + " LATERAL jsonb_populate_record(NULL::warehouse.%1$s, to_jsonb(was)) AS made WHERE was.%2$s%3$s"
            .formatted(table, current, ended);
  }

  /** The one run of a delivery; a query that finds two fails. */
  private static String run(String delivery, String further) {
    // Rows that a route pulls out of an agency's database come without the name of its file.
    String source =
        delivery.endsWith(".sqlite")
            ? "form = 'rows'"
            : "source_name = '" + delivery.replaceFirst("^[^/]*/", "") + "'";
    return "(SELECT run FROM pde.run WHERE " + source + further + ")";
  }

  private static String count(String delivery, String what) {
    String run = run(delivery, NO_DUPLICATE);
    if (what.startsWith("filtered.")) {
      return "SELECT (filtered_by ->> '%s')::int FROM pde.run WHERE run = %s"
          .formatted(what.substring("filtered.".length()), run);
    }
    if (what.matches("read|accepted|rejected|filtered")) {
      String column = what.equals("read") ? "rows_read" : what;
      return "SELECT %s FROM pde.run WHERE run = %s".formatted(column, run);
    }
    return "SELECT coalesce(sum(issues), 0) FROM pde.issue_count WHERE code IN ('%s') AND run = %s"
        .formatted(String.join("', '", what.toLowerCase(Locale.ROOT).split(" ", -1)), run);
  }
}

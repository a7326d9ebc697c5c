package id.pde.warehouse.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An index of the blocks in which the rows of a run lie. A block range index costs a load next to
 * nothing, and rows of one run lie together; so taking a run back and asking for a place of a run
 * read the blocks of that run and no others. What was loaded since the last look is put into it by
 * {@link #catchUp}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/brin.html">BRIN indexes</a>
 */
public final class RunIndex {

  private static final String FORM = " USING brin (%s) WITH (pages_per_range = 32)";

  private RunIndex() {}

  /** The statement that makes it. */
  static String on(String table, List<String> runs) {
    String columns =
        runs.stream()
            .map(name -> Sql.name(name) + " int8_minmax_multi_ops")
            .collect(Collectors.joining(", "));
    return "CREATE INDEX ON " + table + FORM.formatted(columns);
  }

  /** Takes in what was loaded into a table and its history since the last time. */
  public static String catchUp(String table) {
    return """
        SELECT brin_summarize_new_values(i.indexrelid)
          FROM pg_index i
          JOIN pg_class c ON c.oid = i.indexrelid
          JOIN pg_am a ON a.oid = c.relam AND a.amname = 'brin'
         WHERE i.indrelid IN (to_regclass(%s), to_regclass(%s))
        """
        .formatted(
            Sql.literal("warehouse." + Sql.name(table)), Sql.literal("history." + Sql.name(table)));
  }
}

package id.pde.warehouse.mart;

import id.pde.warehouse.table.Since;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statements that give a table as it was. {@code versions.<table>} shows every version of its
 * rows, with the columns and masks of its view, and is the owner's: so analysts see through it what
 * the view shows. {@code mart.<table>_as_of} and {@code _as_of_run} choose from it; those in {@code
 * history} give the bare rows to whoever may read both tables. They are plain SQL, so the planner
 * sees through them, and a key finds its rows by the indexes of both tables.
 */
record AsOfSide(
    String table, StandingTable current, StandingTable history, ViewColumns.Made columns) {

  /** Of a name in PostgreSQL. */
  private static final int LONGEST = 63;

  private static final String INSTANT = "_as_of";
  private static final String RUN = "_as_of_run";

  private static final String BEGUN = "_run_begun";
  private static final String ENDED = "_run_ended";

  /** The last run of a table that was published at an instant. */
  private static final String RUN_AT =
      "(SELECT r.run FROM %s r WHERE r.%s = %s AND r.%s <= $1 ORDER BY r.%4$s DESC, r.run DESC LIMIT 1)";

  /** The view of all versions. */
  String view() {
    return view(table);
  }

  private static String view(String table) {
    return "versions." + Sql.name(table);
  }

  String makeView() {
    return "CREATE OR REPLACE VIEW "
        + view()
        + " AS "
        + leg(since(current, "t"), "NULL::bigint", "warehouse." + Sql.name(table))
        + " UNION ALL "
        + leg(since(history, "t"), "t." + Sql.name(ENDED), ended());
  }

  /** Four functions; each may stand in the place of one that was there. */
  List<String> makeFunctions() {
    String shown = "mart." + Sql.name(table);
    return List.of(
        function(shown, function("mart", RUN), "run bigint", shown("$1")),
        function(
            shown,
            function("mart", INSTANT),
            "at timestamptz",
            shown(runAt("mart.dim_run", "tabel", "terbit"))),
        function(
            "warehouse." + Sql.name(table), function("history", RUN), "run bigint", bare("$1")),
        function(
            "warehouse." + Sql.name(table),
            function("history", INSTANT),
            "at timestamptz",
            bare(runAt("pde.run", "table_name", "published"))));
  }

  /** Asks whether all of it stands; somebody may have dropped a part. */
  static String question(String table) {
    return "SELECT to_regclass("
        + Sql.literal(view(table))
        + ") IS NOT NULL"
        + signatures(table).stream()
            .map(found -> " AND to_regprocedure(" + Sql.literal(found) + ") IS NOT NULL")
            .collect(Collectors.joining());
  }

  private List<String> signatures() {
    return signatures(table);
  }

  private static List<String> signatures(String table) {
    return List.of(
        function(table, "mart", RUN) + "(bigint)",
        function(table, "mart", INSTANT) + "(timestamptz)",
        function(table, "history", RUN) + "(bigint)",
        function(table, "history", INSTANT) + "(timestamptz)");
  }

  /** The functions go with the type of the view's rows; all of it is made again at once. */
  List<String> drop() {
    List<String> statements = new ArrayList<>();
    signatures().forEach(found -> statements.add("DROP FUNCTION IF EXISTS " + found));
    statements.add("DROP VIEW IF EXISTS " + view());
    return statements;
  }

  List<String> describe() {
    List<String> statements = new ArrayList<>();
    statements.add(comment("VIEW " + view(), Comments.versions()));
    for (String name : List.of(BEGUN, ENDED)) {
      statements.add(column(name, String.valueOf(Comments.origin(name))));
    }
    columns.columns().forEach(made -> statements.add(column(made.name(), made.comment())));
    for (String found : signatures()) {
      statements.add(
          comment(
              "FUNCTION " + found,
              found.endsWith("(bigint)") ? Comments.asOfRun(table) : Comments.asOf(table)));
    }
    return statements;
  }

  private String column(String name, String comment) {
    return comment("COLUMN " + view() + "." + Sql.name(name), comment);
  }

  private static String comment(String what, String comment) {
    return "COMMENT ON " + what + " IS " + Sql.literal(comment);
  }

  private String leg(String begun, String ended, String from) {
    String made =
        columns.columns().stream()
            .map(column -> ", " + column.expression() + " AS " + Sql.name(column.name()))
            .collect(Collectors.joining());
    return ("SELECT " + begun + " AS " + Sql.name(BEGUN) + ", " + ended + " AS " + Sql.name(ENDED))
        + made
        + " FROM "
        + from
        + " t"
        + columns.joins().stream().map(join -> " " + join).collect(Collectors.joining());
  }

  private static String since(StandingTable side, String alias) {
    String run = alias + ".\"_run\"";
    return side.names().contains(Since.NAME)
        ? "coalesce(" + alias + "." + Sql.name(Since.NAME) + ", " + run + ")"
        : run;
  }

  /** The history with the columns of the table, in its types. */
  private String ended() {
    String ended = history.names().contains(Since.NAME) ? ", h." + Sql.name(Since.NAME) : "";
    List<String> own = current.names().stream().filter(name -> !name.equals(Since.NAME)).toList();
    return "(SELECT "
        + own.stream()
            .map(name -> past(name) + " AS " + Sql.name(name))
            .collect(Collectors.joining(", "))
        + ", h."
        + Sql.name(ENDED)
        + ended
        + " FROM history."
        + Sql.name(table)
        + " h)";
  }

  private String past(String name) {
    String type = Objects.requireNonNull(current.columns().get(name)).type();
    StandingTable.Column found = history.columns().get(name);
    if (found == null) {
      return "NULL::" + type;
    }
    String value = "h." + Sql.name(name);
    return found.type().equals(type) ? value : value + "::" + type;
  }

  private String shown(String run) {
    List<String> names = columns.columns().stream().map(ViewColumn::name).toList();
    return "SELECT "
        + Sql.names("v.", names)
        + " FROM "
        + view()
        + " v WHERE v."
        + Sql.name(BEGUN)
        + " <= "
        + run
        + " AND (v."
        + Sql.name(ENDED)
        + " IS NULL OR v."
        + Sql.name(ENDED)
        + " > "
        + run
        + ")"
        + kept(run);
  }

  /** Versions that retention removed cannot be told: an error says so. */
  private String kept(String run) {
    return " AND pde.is_kept(" + Sql.literal(table) + ", " + run + ")";
  }

  private String bare(String run) {
    return "SELECT "
        + Sql.names("t.", current.names())
        + " FROM warehouse."
        + Sql.name(table)
        + " t WHERE "
        + since(current, "t")
        + " <= "
        + run
        + kept(run)
        + " UNION ALL SELECT "
        + current.names().stream().map(this::past).collect(Collectors.joining(", "))
        + " FROM history."
        + Sql.name(table)
        + " h WHERE "
        + since(history, "h")
        + " <= "
        + run
        + " AND h."
        + Sql.name(ENDED)
        + " > "
        + run;
  }

  private String runAt(String ledger, String tables, String instants) {
    return RUN_AT.formatted(ledger, tables, Sql.literal(table), instants);
  }

  private static String function(String rows, String name, String parameter, String body) {
    return "CREATE OR REPLACE FUNCTION "
        + name
        + "("
        + parameter
        + ") RETURNS SETOF "
        + rows
        + " LANGUAGE sql STABLE PARALLEL SAFE AS "
        + Sql.literal(body);
  }

  /** A name too long for PostgreSQL ends in what tells it apart. */
  private String function(String schema, String suffix) {
    return function(table, schema, suffix);
  }

  private static String function(String table, String schema, String suffix) {
    String name = table + suffix;
    if (name.length() > LONGEST) {
      String mark =
          "_"
              + UUID.nameUUIDFromBytes(table.getBytes(StandardCharsets.UTF_8))
                  .toString()
                  .substring(0, 8);
      name = table.substring(0, LONGEST - mark.length() - suffix.length()) + mark + suffix;
    }
    return schema + "." + Sql.name(name);
  }
}

package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import id.pde.warehouse.table.TableShape;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a replacement without a key: rows of the delivery and of the table that are equal in
 * all mapped columns are paired one to one in {@code pde_same}. A hash makes the pairing linear,
 * NULLs included; should two different rows share a hash, they are compared and left unpaired.
 */
final class UnkeyedStage {

  private final TableShape shape;
  private final StandingTable current;
  private final String target;
  private final Parts parts;

  /**
   * @param target the table as SQL names it
   */
  UnkeyedStage(TableShape shape, StandingTable current, String target, Parts parts) {
    this.parts = parts;
    this.shape = shape;
    this.current = current;
    this.target = target;
  }

  String pairs() {
    String equal =
        shape.names().stream()
            .map(name -> "m.%1$s IS NOT DISTINCT FROM t.%1$s".formatted(Sql.name(name)))
            .collect(Collectors.joining(" AND "));
    return """
        CREATE TEMP TABLE pde_same ON COMMIT DROP AS
        WITH mine AS (
          SELECT r.*, row_number() OVER (PARTITION BY r._hash ORDER BY r._ordinal) AS _nth
            FROM (SELECT s._ordinal, %1$s, hash_record_extended(ROW(%1$s), 0) AS _hash
                    FROM pg_temp.pde_stage s) r
        ), theirs AS (
          SELECT r.*, row_number() OVER (PARTITION BY r._hash ORDER BY r._place) AS _nth
            FROM (SELECT v.*, hash_record_extended(ROW(%2$s), 0) AS _hash
                    FROM (SELECT t.ctid AS _place, %3$s FROM %4$s t WHERE %6$s) v) r
        )
        SELECT m._ordinal, t._place
          FROM mine m JOIN theirs t ON t._hash = m._hash AND t._nth = m._nth AND %5$s
        """
        .formatted(
            Sql.names("s.", shape.names()),
            Sql.names("v.", shape.names()),
            there(),
            target,
            equal,
            parts.within("t"));
  }

  String countPairs() {
    return "SELECT (SELECT count(*) FROM "
        + target
        + " t WHERE "
        + parts.within("t")
        + "), (SELECT count(*) FROM pg_temp.pde_same)";
  }

  String delete(List<String> kept, long run) {
    return "WITH gone AS (DELETE FROM "
        + target
        + " t WHERE NOT EXISTS (SELECT FROM pg_temp.pde_same p WHERE p._place = t.ctid) AND "
        + parts.within("t")
        + " RETURNING "
        + Sql.names("t.", kept)
        + ") INSERT INTO history."
        + Sql.name(shape.table())
        + " ("
        + Sql.names("", kept)
        + ", \"_run_ended\", \"_ended_by\") SELECT "
        + Sql.names("", kept)
        + ", "
        + run
        + ", 'delete' FROM gone";
  }

  /** The rows of the table that have no equal in the delivery. */
  String unpairedRows() {
    return " FROM "
        + target
        + " t WHERE NOT EXISTS (SELECT FROM pg_temp.pde_same p WHERE p._place = t.ctid) AND "
        + parts.within("t");
  }

  /** The rows of the delivery that have no equal in the table. */
  static String unpaired() {
    return " WHERE NOT EXISTS (SELECT FROM pg_temp.pde_same p WHERE p._ordinal = s._ordinal)";
  }

  /** A plan may meet a table that lacks a column. */
  private String there() {
    return shape.columns().stream()
        .map(
            column -> {
              String name = Sql.name(column.name());
              boolean stands = current.names().contains(column.name());
              return stands ? "t." + name : "NULL::" + column.type() + " AS " + name;
            })
        .collect(Collectors.joining(", "));
  }
}

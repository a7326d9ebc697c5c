package id.pde.warehouse.publish;

import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.DeliveryCheck.Duplicates;
import id.pde.mapping.DeliveryCheck.In;
import id.pde.mapping.DeliveryCheck.Outliers;
import id.pde.mapping.DeliveryCheck.Unique;
import id.pde.mapping.Mapping;
import id.pde.model.Severity;
import id.pde.run.check.RowFinding;
import id.pde.run.check.RowFinding.Example;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks of a mapping that single rows break, asked of the staged rows. */
final class StagedChecks {

  private static final int EXAMPLES = 1_000;

  private final Draft draft;
  private final StagedRows staged;
  private final List<DeliveryCheck> checks;
  private final Map<DeliveryCheck, Long> rejected = new HashMap<>();

  StagedChecks(Draft draft, StagedRows staged) {
    this.draft = draft;
    this.staged = staged;
    this.checks = draft.order().mapping().checks();
  }

  /** Whether rows have to wait in a stage for them. */
  static boolean wanted(Mapping mapping) {
    return mapping.checks().stream().anyMatch(DeliveryCheck::ofRows);
  }

  /** Whether some rows may be taken out. */
  boolean rejects() {
    return checks.stream().anyMatch(StagedChecks::rejects);
  }

  private static boolean rejects(DeliveryCheck check) {
    return check.ofRows() && check.label().severity() == Severity.REJECT;
  }

  /** Takes the rows out that checks reject, and gives their number; pde_exclusion stands. */
  long exclude() throws SQLException {
    long all = 0;
    for (int i = 0; i < checks.size(); i++) {
      DeliveryCheck check = checks.get(i);
      if (!rejects(check) || !comparable(check)) {
        continue;
      }
      long rows =
          staged.run(
              "INSERT INTO pg_temp.pde_exclusion SELECT f._ordinal, 'CHECK', "
                  + i
                  + " FROM ("
                  + faulty(check)
                  + ") f");
      if (rows > 0) {
        staged.run(Stage.DROP_EXCLUDED);
      }
      rejected.put(check, rows);
      all += rows;
    }
    return all;
  }

  /** What is wrong with the rows that stay, and how many were taken out. */
  List<RowFinding> findings() throws SQLException {
    List<RowFinding> findings = new ArrayList<>();
    for (DeliveryCheck check : checks) {
      if (!check.ofRows()) {
        continue;
      }
      if (!comparable(check)) {
        findings.add(new RowFinding(check, 0, false, List.of()));
      } else if (rejects(check)) {
        findings.add(new RowFinding(check, rejected.getOrDefault(check, 0L), true, List.of()));
      } else {
        findings.add(find(check));
      }
    }
    return findings;
  }

  private RowFinding find(DeliveryCheck check) throws SQLException {
    String sql =
        "SELECT f._row, f._other, f._value, count(*) OVER () FROM ("
            + faulty(check)
            + ") f ORDER BY f._ordinal LIMIT "
            + EXAMPLES;
    List<Example> examples = new ArrayList<>();
    long all = 0;
    try (Statement statement = draft.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        examples.add(new Example(row.getString(1), row.getString(2), row.getString(3)));
        all = row.getLong(4);
      }
    }
    return new RowFinding(check, all, true, examples);
  }

  /** A query of _ordinal, _row, _other and _value. */
  private String faulty(DeliveryCheck check) throws SQLException {
    if (check instanceof In in) {
      return absent(in);
    }
    if (check instanceof Outliers outliers) {
      return far(outliers);
    }
    return twins(check);
  }

  private String absent(In in) throws SQLException {
    String value = "s." + Sql.name(in.column()) + "::text";
    List<String> nowhere = new ArrayList<>();
    if (stands(in)) {
      nowhere.add(
          "NOT EXISTS (SELECT FROM warehouse."
              + Sql.name(in.table())
              + " t WHERE t."
              + Sql.name(in.other())
              + "::text = "
              + value
              + ")");
    }
    if (own(in)) {
      nowhere.add(
          "NOT EXISTS (SELECT FROM pg_temp.pde_stage o WHERE o."
              + Sql.name(in.other())
              + "::text = "
              + value
              + ")");
    }
    return "SELECT s._ordinal, s._row, NULL::text AS _other, "
        + value
        + " AS _value FROM pg_temp.pde_stage s WHERE "
        + value
        + " IS NOT NULL AND "
        + String.join(" AND ", nowhere);
  }

  private String far(Outliers outliers) {
    String value = Sql.name(outliers.column());
    String group =
        outliers.by() == null ? "''" : "coalesce(" + Sql.name(outliers.by()) + "::text, '')";
    return """
        SELECT s._ordinal, s._row, NULL::text AS _other, s._value::text AS _value
          FROM (SELECT _ordinal, _row, %1$s AS _value, %2$s AS _group FROM pg_temp.pde_stage) s
          JOIN (SELECT _group, _quarter[1]::numeric AS _low, _quarter[3]::numeric AS _high,
                       greatest((_quarter[3] - _quarter[1])::numeric, abs(_quarter[2])::numeric * 0.05) AS _step
                  FROM (SELECT %2$s AS _group,
                               percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY %1$s::float8) AS _quarter
                          FROM pg_temp.pde_stage WHERE %1$s IS NOT NULL
                         GROUP BY 1 HAVING count(*) >= 8) q) g USING (_group)
         WHERE s._value < g._low - g._step * %3$s OR s._value > g._high + g._step * %3$s
        """
        .formatted(value, group, outliers.beyond().toPlainString());
  }

  private String twins(DeliveryCheck check) {
    String mark = StagedRows.mark(markOf(check));
    List<String> columns =
        check instanceof Unique unique ? unique.columns() : ((Duplicates) check).columns();
    boolean single = columns.size() == 1 && draft.shape().names().contains(columns.get(0));
    String value = single ? "s." + Sql.name(columns.get(0)) + "::text" : "NULL::text";
    return """
        SELECT s._ordinal, s._row, o._row AS _other, %2$s AS _value
          FROM pg_temp.pde_stage s
          JOIN (SELECT %1$s AS _mark, min(_ordinal) AS _first, max(_ordinal) AS _last
                  FROM pg_temp.pde_stage WHERE %1$s IS NOT NULL
                 GROUP BY %1$s HAVING count(*) > 1) t ON t._mark = s.%1$s
          JOIN pg_temp.pde_stage o
            ON o._ordinal = CASE WHEN s._ordinal = t._first THEN t._last ELSE t._first END
        """
        .formatted(mark, value);
  }

  private int markOf(DeliveryCheck check) {
    int mark = 0;
    for (DeliveryCheck other : checks) {
      if (other.equals(check)) {
        break;
      }
      mark += StagedRows.isMarked(other) ? 1 : 0;
    }
    return mark;
  }

  private boolean comparable(DeliveryCheck check) throws SQLException {
    return !(check instanceof In in) || own(in) || stands(in);
  }

  /** Whether the delivery itself fills the table that is compared with. */
  private boolean own(In in) {
    return in.table().equals(draft.shape().table()) && draft.shape().names().contains(in.other());
  }

  private boolean stands(In in) throws SQLException {
    String sql =
        """
        SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'warehouse' AND c.relname = ? AND a.attname = ? AND NOT a.attisdropped
        """;
    Connection connection = draft.connection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, in.table());
      statement.setString(2, in.other());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}

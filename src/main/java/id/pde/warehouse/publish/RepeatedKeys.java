package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec.Repeated;
import id.pde.warehouse.table.KeyForm;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL about rows of one delivery that share a key. The rows looked at closely are only those of
 * keys that occur more than once.
 *
 * @param compared what equal rows have in common
 * @param newest the column that decides where the newest row counts; null: another one does
 */
record RepeatedKeys(
    TableShape shape, List<String> compared, Repeated policy, @Nullable String newest) {

  RepeatedKeys {
    compared = List.copyOf(compared);
  }

  static RepeatedKeys of(Draft draft, StagedRows staged) {
    List<String> compared = new ArrayList<>(draft.shape().names());
    if (staged.deletes()) {
      compared.add("_deletes");
    }
    return new RepeatedKeys(
        draft.shape(),
        compared,
        draft.order().mapping().target().repeated(),
        draft.order().mapping().target().terms().newest());
  }

  /** Makes the table of rows that may have a key that came before. */
  static final String CREATE_SUSPECTS =
      "CREATE TEMP TABLE pde_suspect ON COMMIT DROP AS SELECT unnest(?::bigint[]) AS _ordinal";

  static final String SUSPECTS = "pg_temp.pde_suspect";

  /** Looks through the keys of all rows. */
  String exclude() {
    return exclude("");
  }

  /** Looks through the keys of the rows in {@link #SUSPECTS}. */
  String excludeSuspects() {
    return exclude(ofSuspects());
  }

  /** Takes copies of an earlier row out, then rows that differ, as the policy says. */
  private String exclude(String looked) {
    String key = Sql.names("", shape.key());
    return """
        WITH repeated AS (
          SELECT %1$s FROM pg_temp.pde_stage s %7$s GROUP BY %1$s HAVING count(*) > 1
        ), candidate AS (
          SELECT s.* FROM pg_temp.pde_stage s JOIN repeated r ON %2$s
        ), variant AS (
          SELECT _ordinal, %1$s, %6$s AS _rank,
                 min(_ordinal) OVER equal AS first_equal, max(_ordinal) OVER equal AS last_equal
            FROM candidate WINDOW equal AS (PARTITION BY %3$s)
        ), ranked AS (
          SELECT _ordinal, first_equal,
                 min(first_equal) OVER same_key AS first_of_key,
                 max(first_equal) OVER same_key AS last_of_key,
                 first_value(first_equal) OVER (PARTITION BY %1$s ORDER BY last_equal DESC) AS last_variant,
                 first_value(first_equal) OVER newest AS newest_variant,
                 min(first_equal) OVER peers <> max(first_equal) OVER peers AS _tied,
                 rank() OVER newest AS _place
            FROM variant
          WINDOW same_key AS (PARTITION BY %1$s),
                 newest AS (PARTITION BY %1$s ORDER BY _rank DESC NULLS LAST),
                 peers AS (PARTITION BY %1$s, _rank)
        ), judged AS (
          SELECT r.*, bool_or(_place = 1 AND _tied) OVER (PARTITION BY first_of_key) AS _undecided FROM ranked r
        )
        INSERT INTO pg_temp.pde_exclusion
        SELECT _ordinal, 'REPEATED_EQUAL', first_equal FROM judged WHERE _ordinal <> first_equal
        UNION ALL
        SELECT _ordinal, 'REPEATED_KEY', %5$s
          FROM judged
         WHERE _ordinal = first_equal AND first_of_key <> last_of_key AND _ordinal IS DISTINCT FROM %4$s
        """
        .formatted(key, same("s", "r"), Sql.names("", compared), winner(), other(), rank(), looked);
  }

  /** Only keys of the rows that are suspected; where a key is null nothing is. */
  private String ofSuspects() {
    return "WHERE ("
        + Sql.names("s.", shape.key())
        + ") IN (SELECT "
        + Sql.names("o.", shape.key())
        + " FROM pg_temp.pde_stage o JOIN "
        + SUSPECTS
        + " USING (_ordinal))";
  }

  private static final String ANOTHER =
      "CASE WHEN _ordinal = first_of_key THEN last_of_key ELSE first_of_key END";

  private String winner() {
    return switch (policy) {
      case REJECT, ELSE -> "NULL::bigint";
      case FIRST -> "first_of_key";
      case LAST -> "last_variant";
      case NEWEST -> "(CASE WHEN NOT _undecided THEN newest_variant END)";
    };
  }

  private String other() {
    return switch (policy) {
      case REJECT, ELSE -> ANOTHER;
      case FIRST -> "first_of_key";
      case LAST -> "last_variant";
      case NEWEST -> "CASE WHEN _undecided THEN " + ANOTHER + " ELSE newest_variant END";
    };
  }

  private String rank() {
    return newest == null ? "0" : Sql.name(newest);
  }

  /**
   * Gives rows that share a key and differ the digest of the other key, where that is all there.
   */
  String useOther() {
    KeyForm form = shape.keyForm();
    String key = Sql.names("", shape.key());
    String there =
        form.other().stream()
            .map(name -> "s." + Sql.name(name) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return """
        WITH repeated AS (
          SELECT %1$s FROM (SELECT DISTINCT %2$s, %1$s FROM pg_temp.pde_stage) v GROUP BY %1$s HAVING count(*) > 1
        )
        UPDATE pg_temp.pde_stage s SET %3$s = %4$s FROM repeated r WHERE %5$s AND %6$s
        """
        .formatted(
            key,
            Sql.names("", compared),
            Sql.name(KeyForm.DIGEST),
            form.otherDigest("s."),
            same("s", "r"),
            there);
  }

  private String same(String left, String right) {
    return shape.key().stream()
        .map(name -> left + "." + Sql.name(name) + " = " + right + "." + Sql.name(name))
        .collect(Collectors.joining(" AND "));
  }
}

package id.pde.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresSqlIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final List<Column> columns = new ArrayList<>();
  private final List<List<@Nullable String>> rows = new ArrayList<>();

  @Test
  void givesRowsWithTheirKinds() {
    Issue fault =
        ask(
            "SELECT 1 AS satu, true AS ya, NULL::text AS kosong, 1.50::numeric AS uang,"
                + " timestamptz '2024-02-29 23:59:59+00' AS saat, '{\"a\":1}'::jsonb ? 'a' AS ada;");

    assertThat(fault).isNull();
    assertThat(columns)
        .containsExactly(
            new Column("satu", Kind.NUMBER),
            new Column("ya", Kind.BOOLEAN),
            new Column("kosong", Kind.TEXT),
            new Column("uang", Kind.NUMBER),
            new Column("saat", Kind.TEXT),
            new Column("ada", Kind.BOOLEAN));
    assertThat(rows.get(0))
        .containsExactly("1", "true", null, "1.50", "2024-03-01 06:59:59+07", "true");
  }

  @Test
  void streamsResultsOfAnySize() {
    assertThat(ask("SELECT i, repeat('x', 50) FROM generate_series(1, 50000) i")).isNull();
    assertThat(rows).hasSize(50_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM pde.run                                    | sql.read_only
          COPY pde.run TO PROGRAM 'true'                         | sql.read_only
          DO $$BEGIN END$$                                       | sql.read_only
          WITH x AS (DELETE FROM pde.run RETURNING *) SELECT 1   | sql.read_only
          SELECT nextval('pde.run_number')                       | sql.read_only
          SELECT 1; COMMIT; DROP TABLE pde.run                   | sql.several
          /* SELECT */ COMMIT                                    | sql.read_only
          SELECT pg_sleep(60)                                    | sql.timeout
          SELECT nothing FROM nowhere                            | sql.invalid
          SELECT 'a                                              | sql.invalid
          """)
  void refuses(String sql, String code) {
    Issue fault = ask(sql);

    assertThat(fault).isNotNull();
    assertThat(fault.code()).isEqualTo(code);
  }

  @Test
  void wrongStatementsAreExplainedInTheServersWords() {
    Issue fault = ask("SELECT nothing FROM pde.nowhere");

    assertThat(fault).isNotNull();
    assertThat(fault.message().en())
        .isEqualTo("PostgreSQL refuses: relation \"pde.nowhere\" does not exist (21)");
  }

  private @Nullable Issue ask(String sql) {
    return new PostgresSql(database.connections(), "sari")
        .query(
            sql,
            Duration.ofSeconds(2),
            new ResultVisitor() {
              @Override
              public void columns(List<Column> given) {
                columns.addAll(given);
              }

              @Override
              public void row(List<@Nullable String> values) {
                rows.add(values);
              }
            });
  }
}

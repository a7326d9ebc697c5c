package id.pde.app.bench;

import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A city that has used PDE for years: datasets of twenty agencies, ten runs of each, and the rows
 * that they rejected, of which the older half has been settled since.
 *
 * @param rows in quarantine
 */
record PagesCity(int datasets, int runs, int rows) {

  private static final int AGENCIES = 20;

  private static final String MAPPING =
      """
      title: {id: Data #n, en: Data #n}
      description: {id: Data untuk pengukuran #n, en: Data for a measurement #n}
      agency: #agency
      source: {format: csv, file: ["data_#name*"]}
      period: {from: filename, pattern: "(?<tahun>\\\\d{4})-(?<bulan>\\\\d{2})"}
      target: {table: data_#name, key: [kode], load: merge}
      columns:
        kode: {from: KODE, type: text, required: true, class: publik}
        nilai: {from: NILAI, type: integer, class: publik}
        tanggal: {from: TANGGAL, type: date, class: publik}
        keterangan: {from: KETERANGAN, type: text, class: publik}
      expected: {every: month, due: working-day 5}
      """;

  /** A run for each number; every fifth came to nothing. */
  private static final String RUNS =
      """
      INSERT INTO pde.run (run, outcome, waits_for_id, waits_for_en, mapping, mapping_sha256, agency,
          table_name, source_name, sha256, bytes, form, period, rows_read, accepted, rejected, filtered,
          inserted, updated, unchanged, deleted, warned, filtered_by, message_id, message_en, started,
          finished, forced, answered, published)
      SELECT n, o.outcome, CASE WHEN o.outcome = 'waiting' THEN 'keputusan' END,
             CASE WHEN o.outcome = 'waiting' THEN 'a decision' END,
             d.mapping, repeat('a', 64), d.agency, d.name, d.name || '_' || p.period || '.csv',
             md5(n::text) || md5(n::text), 100000, 'file', p.period, 1000,
             CASE WHEN o.loads THEN 1000 - o.rejected ELSE 0 END, o.rejected,
             CASE WHEN o.loads THEN 0 ELSE 1000 - o.rejected END,
             CASE WHEN o.loads THEN 1000 - o.rejected ELSE 0 END, 0, 0, 0, 3, '{}',
             'Dimuat ke tabel ' || d.name, 'Loaded into table ' || d.name,
             now() - (#runs - n) * interval '90 minutes',
             now() - (#runs - n) * interval '90 minutes' + interval '3 seconds', false, true,
             CASE WHEN o.loads THEN now() - (#runs - n) * interval '90 minutes' END
        FROM generate_series(1, #runs) AS n
        CROSS JOIN LATERAL (SELECT n % #datasets + 1 AS i) k
        CROSS JOIN LATERAL (SELECT 'data_' || to_char(k.i, 'FM000') AS name,
             'bench' || to_char(k.i % 20, 'FM00') AS agency,
             'bench' || to_char(k.i % 20, 'FM00') || '/data_' || to_char(k.i, 'FM000') AS mapping) d
        CROSS JOIN LATERAL (SELECT to_char(now() - (#runs - n) / #datasets * interval '1 month', 'YYYY-MM') AS period) p
        CROSS JOIN LATERAL (SELECT n % 5 <> 4 AS loads, CASE WHEN n % 5 <> 4 THEN #each ELSE 0 END AS rejected,
             CASE WHEN n % 5 <> 4 THEN 'loaded_with_rejects'
                  WHEN n % 3 = 0 THEN 'refused' WHEN n % 3 = 1 THEN 'failed' ELSE 'waiting' END AS outcome) o
      """;

  private static final String REJECTED =
      """
      INSERT INTO pde.quarantine (run, ordinal, place, headings, row_values, issues, settled_by)
      SELECT r.run, o, 'Data!B' || o, '["KODE","NILAI","TANGGAL","KETERANGAN"]',
             json_build_array('K' || o, 'x' || o, '2025-01-01', 'keterangan ' || o),
             json_build_array(json_build_object('code', k.code, 'severity', 'reject', 'column', k.column_name,
               'at', json_build_object('whole', 'Data!B' || o), 'value', 'x' || o,
               'open', true, 'rule', 'nilai', 'message', json_build_object('id', 'salah', 'en', 'wrong'),
               'fix', json_build_object('id', 'betulkan', 'en', 'mend'))),
             CASE WHEN r.run <= #runs / 2 THEN r.run + #runs / 2 END
        FROM pde.run r CROSS JOIN generate_series(1, #each) AS o
        CROSS JOIN LATERAL (SELECT (ARRAY['integer.invalid', 'date.invalid', 'key.repeated', 'value.required'])[o % 4 + 1] AS code,
             (ARRAY['nilai', 'tanggal', 'kode', 'nilai'])[o % 4 + 1] AS column_name) k
       WHERE r.rejected > 0
      """;

  private static final String COUNTS =
      """
      INSERT INTO pde.issue_count (run, ordinal, code, severity, column_name, issues, example, example_value)
      SELECT r.run, o, (ARRAY['date.invalid', 'key.repeated', 'value.required', 'integer.invalid'])[o], 'reject',
             (ARRAY['tanggal', 'kode', 'nilai', 'nilai'])[o], r.rejected / 4, 'Data!B' || o, 'x'
        FROM pde.run r CROSS JOIN generate_series(1, 4) AS o WHERE r.rejected > 0
      """;

  private static final String ISSUES =
      """
      INSERT INTO pde.issue (run, ordinal, code, severity, place, place_parts, column_name, value, open, rule,
          message_id, message_en, fix_id, fix_en)
      SELECT q.run, q.ordinal, q.issues -> 0 ->> 'code', 'reject', q.place, q.issues -> 0 -> 'at',
             q.issues -> 0 ->> 'column', 'x', true, 'nilai', 'salah', 'wrong', 'betulkan', 'mend'
        FROM pde.quarantine q WHERE q.ordinal <= 100
      """;

  private static final List<String> REST =
      List.of(
          "SELECT setval('pde.run_number', (SELECT max(run) FROM pde.run))",
          "INSERT INTO pde.delivery SELECT DISTINCT ON (sha256) sha256, bytes, source_name, started FROM pde.run",
          "INSERT INTO pde.mapping_version SELECT DISTINCT mapping, mapping_sha256, mapping || '.yaml', 'title: x' FROM pde.run",
          """
          INSERT INTO pde.unmatched (run, column_name, list, value, rows, waits, example)
          SELECT run, 'kode', 'agama', 'nilai ' || run % 300, 3, true, 'Data!B3' FROM pde.run WHERE rejected > 0
          """,
          """
          INSERT INTO pde.act (at, who, action, subject, detail)
          SELECT now() - n * interval '5 minutes', 'ana', (ARRAY['login', 'approve', 'undo', 'upload'])[n % 4 + 1],
                 'run ' || n % 5000, '' FROM generate_series(1, 100000) AS n
          """,
          """
          INSERT INTO pde.owned_table (table_name, mapping, key_columns, column_types)
          SELECT DISTINCT table_name, mapping, ARRAY['kode'],
                 '{"kode": "text", "nilai": "bigint", "tanggal": "date", "keterangan": "text"}'::jsonb FROM pde.run
          """);

  /** One table for each dataset, committed by the hundred: each is a lock until the commit. */
  private static final String TABLES =
      """
      DO $$ BEGIN
        FOR i IN 1..#datasets LOOP
          EXECUTE format('CREATE TABLE warehouse.data_%s (kode text PRIMARY KEY, nilai bigint, tanggal date, keterangan text, _run bigint, _row text, _period text)', to_char(i, 'FM000'));
          EXECUTE format('CREATE VIEW mart.data_%1$s AS SELECT kode, nilai, tanggal, keterangan FROM warehouse.data_%1$s', to_char(i, 'FM000'));
          IF i % 100 = 0 THEN COMMIT; END IF;
        END LOOP;
      END $$
      """;

  /** The name of the first dataset. */
  static String first() {
    return "bench01/data_001";
  }

  /** Writes the mappings of all datasets, and no routes. */
  void files(Path home) throws IOException {
    Path mappings = Files.createDirectories(home.resolve("mappings"));
    Files.createDirectories(home.resolve("routes"));
    StringBuilder agencies = new StringBuilder();
    for (int i = 0; i < AGENCIES; i++) {
      String agency = String.format(Locale.ROOT, "bench%02d", i);
      agencies.append(agency).append(": {name: Dinas ").append(i).append("}\n");
      Files.createDirectories(mappings.resolve(agency));
    }
    Files.writeString(mappings.resolve("agencies.yaml"), agencies);
    for (int i = 1; i <= datasets; i++) {
      String agency = String.format(Locale.ROOT, "bench%02d", i % AGENCIES);
      String name = String.format(Locale.ROOT, "%03d", i);
      Files.writeString(
          mappings.resolve(agency).resolve("data_" + name + ".yaml"),
          MAPPING
              .replace("#name", name)
              .replace("#agency", agency)
              .replace("#n", Integer.toString(i)));
    }
  }

  /** Fills the ledger, by SQL alone. */
  void fill(Connections connections) throws SQLException {
    try (Connection connection = connections.open(Purpose.LOADING);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(filled(RUNS));
      statement.execute(filled(REJECTED));
      statement.execute(COUNTS);
      statement.execute(ISSUES);
      statement.execute(filled(TABLES));
      for (String one : REST) {
        statement.execute(one);
      }
      statement.execute("VACUUM (ANALYZE)");
    }
  }

  private String filled(String sql) {
    int each = Math.max(4, rows / Math.max(1, runs * 4 / 5));
    return sql.replace("#datasets", Integer.toString(datasets))
        .replace("#runs", Integer.toString(runs))
        .replace("#each", Integer.toString(each));
  }
}

package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL has in its columns, and marks that must not run ahead of the rows. */
class PullTraitsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static AgencyPostgres agency;

  @TempDir Path root;
  private PulledCity city;

  @BeforeAll
  static void start() {
    agency = new AgencyPostgres("test-agency-traits");
  }

  @AfterAll
  static void stop() {
    agency.close();
  }

  @BeforeEach
  void begin() throws Exception {
    city = new PulledCity(root, database);
    city.databases(agency.yaml("simpasar", "kata"));
    city.secret("kata-user", agency.settings().user());
    city.secret("kata", agency.settings().password().reveal());
  }

  @AfterEach
  void end() {
    city.close();
  }

  @Test
  void takesWhatOnlyPostgresHas() throws Exception {
    agency.execute(
        "DROP TABLE IF EXISTS jenis; DROP TYPE IF EXISTS warna, pasangan; DROP DOMAIN IF EXISTS kode_pos",
        "CREATE TYPE warna AS ENUM ('merah', 'putih')",
        "CREATE TYPE pasangan AS (a int, b text)",
        "CREATE DOMAIN kode_pos AS text CHECK (VALUE ~ '^[0-9]{5}$')",
        """
        CREATE TABLE jenis (id int PRIMARY KEY, larik int[], nama text[], warna warna, pos kode_pos,
          hari date, saat timestamptz, lokal timestamp, angka numeric, pecahan float8, uang money, u uuid,
          j json, jb jsonb, lama interval, jam time, jamz timetz, bit1 bit(1), bits bit(8), vb varbit, ip inet, rentang int4range,
          titik point, c char(6), x xml, p pasangan, foto bytea, ya boolean, o oid, rt daterange)
        """,
        """
        INSERT INTO jenis VALUES (1, '{1,2,NULL}', '{"a,b","c"}', 'putih', '67211', 'infinity', 'infinity', '-infinity',
          'NaN', 'NaN', '1234.5', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a": 1}', '{"b": [1, 2]}', '1 mon 2 days 03:00',
          '24:00', '12:00+07', b'1', b'00000101', b'101', '10.0.0.1', '[1,5)', '(1,2)', 'ab', '<a>1</a>', '(1,x)', 'x', true, 4294967295, '[2025-01-01,2025-02-01)')
        """,
        """
        INSERT INTO jenis (id, hari, saat, lokal, angka, pecahan, uang) VALUES
          (2, '0044-03-15 BC', '1900-01-01 00:00+07', '0044-03-15 01:00 BC', 12345678901234567890123456789012345678901234567890.123456789, 'Infinity', '-5'),
          (3, '12025-01-01', '12025-01-01 00:00+00', '12025-01-01 00:00', 1e-30, 1e300, NULL)
        """);
    city.empty("jenis");
    StringBuilder columns = new StringBuilder();
    for (String one :
        "larik nama warna pos hari saat lokal angka pecahan uang u j jb lama jam jamz bit1 bits vb ip rentang titik c x p ya o rt"
            .split(" ", -1)) {
      columns.append("  k_%s: {from: %s, type: text, class: publik}\n".formatted(one, one));
    }
    city.mapping(
        "jenis",
        "title: Jenis\nsource: {format: rows}\ntarget: {table: jenis, key: [id], load: merge}\ncolumns:\n"
            + "  id: {from: id, type: integer, class: publik}\n"
            + columns);
    RunReport run =
        city.pull(
                """
                - setBody: {constant: "SELECT * FROM jenis ORDER BY id"}
                - to: jdbc:simpasar
                - to: pde:dkupp/jenis
                """)
            .get(0);
    assertThat(run.outcome()).as("%s", run.details()).isEqualTo(RunOutcome.LOADED);
    assertThat(run.details()).extracting(Issue::code).containsExactly("source.bytes");
    assertThat(row(1))
        .isEqualTo(
            "{1,2,NULL}|{\"a,b\",c}|putih|67211|infinity|infinity|-infinity|NaN|NaN|$1,234.50"
                + "|a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11|{\"a\": 1}|{\"b\": [1, 2]}|1 mon 2 days 03:00:00"
                + "|24:00:00|12:00:00+07|1|00000101|101|10.0.0.1|[1,5)|(1,2)|ab|<a>1</a>|(1,x)|true"
                + "|4294967295|[2025-01-01,2025-02-01)");
    assertThat(row(2))
        .isEqualTo(
            "0044-03-15 BC|1900-01-01T00:07:12+07:07:12|0044-03-15 01:00:00 BC"
                + "|12345678901234567890123456789012345678901234567890.123456789|Infinity|-$5.00");
    assertThat(row(3))
        .startsWith(
            "12025-01-01|12025-01-01 07:00:00+07|12025-01-01 00:00:00|0.000000000000000000000000000001|1000000");
  }

  private String row(int id) throws Exception {
    return city.ask(
            "SELECT (SELECT string_agg(value, '|' ORDER BY at) FROM json_each_text(row_to_json(j))"
                + " WITH ORDINALITY AS cell (key, value, at) WHERE key LIKE 'k\\_%') FROM warehouse.jenis j WHERE id = "
                + id)
        .get(0);
  }

  private static final String SINCE =
      """
      - to: pde:watermark/dkupp/harga
      - setBody: {constant: "SELECT * FROM harga WHERE diubah >= :?since ORDER BY diubah, id"}
      - to: jdbc:simpasar
      - to: pde:dkupp/harga
      """;

  private void prices() throws Exception {
    city.empty("harga");
    city.mapping(
        "harga",
        """
        title: Harga
        source: {format: rows, watermark: {column: diubah}}
        target: {table: harga, key: [id], load: merge}
        columns:
          id:     {from: id, type: integer, class: publik}
          diubah: {from: diubah, type: timestamp, invalid: empty, class: publik}
        tolerance: {rejects: 100%, reject-rows: 100}
        """);
    agency.execute(
        "DROP TABLE IF EXISTS harga",
        "CREATE TABLE harga (id int PRIMARY KEY, diubah timestamptz)",
        "INSERT INTO harga VALUES (1, '2025-03-01 08:00:00+07'), (2, 'infinity'),"
            + " (3, '2999-03-02 08:00:00+07')");
  }

  @Test
  void oneMistypedYearDoesNotKeepAllLaterRowsAway() throws Exception {
    prices();
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    assertThat(city.runs().get(0).details())
        .anySatisfy(
            issue -> {
              assertThat(issue.code()).isEqualTo("watermark.future");
              assertThat(issue.location().shown()).isEqualTo("row 2 of harga (diubah)");
            });
    assertThat(city.mark()).isEqualTo("2025-03-01T01:00Z");
    agency.execute("INSERT INTO harga VALUES (6, '2025-03-03 08:00:00+07')");

    assertThat(city.outcome(SINCE)).isEqualTo("loaded 1/0/0");
    assertThat(city.mark()).isEqualTo("2025-03-03T01:00Z");
  }
}

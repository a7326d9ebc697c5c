package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a real MariaDB: what its columns hold, and what goes wrong on the way. */
class MariaDbPullIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static AgencyMariaDb agency;

  private static final String MAPPING =
      """
      title: Harga
      source: {format: rows, watermark: {column: diubah}}
      target: {table: harga, key: [id], load: merge}
      columns:
        id:     {from: id, type: integer, class: publik}
        nama:   {from: nama, type: text, class: publik}
        diubah: {from: diubah, type: timestamp, class: publik}
      """;

  private static final String SINCE =
      """
      - to: pde:watermark/dkupp/harga
      - setBody: {constant: "SELECT id, nama, diubah FROM harga WHERE diubah >= :?since ORDER BY diubah, id"}
      - to: jdbc:simpasar
      - to: pde:dkupp/harga
      """;

  @TempDir Path root;
  private PulledCity city;

  @BeforeAll
  static void start() throws Exception {
    agency = new AgencyMariaDb();
  }

  @AfterAll
  static void stop() throws Exception {
    agency.close();
  }

  @BeforeEach
  void begin() throws Exception {
    city = new PulledCity(root, database);
    city.empty("harga");
    at(agency.url());
    city.secret("kata", "rahasia-1");
    city.mapping("harga", MAPPING);
    agency.execute(
        "DROP TABLE IF EXISTS harga",
        "CREATE TABLE harga (id int PRIMARY KEY, nama varchar(200), diubah datetime(6))",
        "INSERT INTO harga VALUES (1, 'beras', '2025-03-01 08:00:00'), (2, 'gula', '2025-03-02 08:00:00')",
        "CREATE OR REPLACE USER pde@'%' IDENTIFIED BY 'rahasia-1'",
        "GRANT SELECT ON simpasar.* TO pde@'%'");
  }

  @AfterEach
  void end() {
    city.close();
  }

  private void at(String url) throws Exception {
    city.databases(
        "simpasar:\n  url: %s\n  user: {file: nama}\n  password: {file: kata}\n".formatted(url));
    city.secret("nama", "pde");
  }

  @Test
  void goesOnFromItsWatermark() throws Exception {
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 2/0/0");
    agency.execute("INSERT INTO harga VALUES (3, 'garam', '2025-03-02 08:00:00.000001')");

    RunReport run = city.pull(SINCE).get(0);

    assertThat(run.counts().read()).isEqualTo(2);
    assertThat(run.counts().inserted()).isEqualTo(1);
    assertThat(city.mark()).isEqualTo("2025-03-02T08:00:00.000001");
  }

  @Test
  void takesEveryKindOfColumnAsItIs() throws Exception {
    agency.execute(
        "DROP TABLE IF EXISTS jenis",
        """
        CREATE TABLE jenis (id bigint unsigned PRIMARY KEY, ya tinyint(1), b bit(1), bb bit(12), tahun year,
          uang decimal(20,4), f double, hari date, dt datetime, ts timestamp NULL, jam time,
          lama varchar(20) CHARACTER SET latin1, emoji varchar(20) CHARACTER SET utf8mb4, kosong varchar(5),
          pilih enum('a','b'), j json, foto blob)
        """,
        """
        INSERT INTO jenis VALUES (18446744073709551615, 1, b'1', b'100000000001', 2024, -1234567890123456.7891, 1e20,
          '0000-00-00', '2024-02-29 23:59:59', '2024-02-29 16:59:59', '26:00:00', 'caf\u00e9', '\uD83C\uDF5A \u65e5',
          '', 'b', '{"a":1}', 'x')
        """,
        """
        INSERT INTO jenis VALUES (1, 2, b'0', b'0', NULL, 0, NULL, '2024-12-31', '0000-00-00 00:00:00', NULL, '07:08:09',
          NULL, NULL, NULL, NULL, NULL, NULL)
        """);
    city.empty("jenis");
    city.mapping(
        "jenis",
        """
        title: Jenis
        source: {format: rows}
        target: {table: jenis, key: [id], load: merge}
        tolerance: {rejects: 100%}
        columns:
          id:     {from: id, type: "decimal(20,0)", class: publik}
          ya:     {from: ya, type: text, class: publik}
          b:      {from: b, type: boolean, class: publik}
          bb:     {from: bb, type: integer, class: publik}
          tahun:  {from: tahun, type: integer, class: publik}
          uang:   {from: uang, type: "decimal(20,4)", class: publik}
          f:      {from: f, type: "decimal(24,0)", class: publik}
          hari:   {from: hari, type: date, no-value: ["0000-00-00"], class: publik}
          dt:     {from: dt, type: timestamp, no-value: ["0000-00-00 00:00:00"], class: publik}
          ts:     {from: ts, type: timestamp, class: publik}
          jam:    {from: jam, type: text, class: publik}
          lama:   {from: lama, type: text, class: publik}
          emoji:  {from: emoji, type: text, class: publik}
          kosong: {from: kosong, type: text, class: publik}
          pilih:  {from: pilih, type: text, class: publik}
          j:      {from: j, type: text, class: publik}
        """);
    RunReport run =
        city.pull(
                """
                - setBody: {constant: "SELECT * FROM jenis ORDER BY id"}
                - to: jdbc:simpasar
                - to: pde:dkupp/jenis
                """)
            .get(0);

    assertThat(run.outcome()).as("%s", run.details()).isEqualTo(RunOutcome.LOADED);
    assertThat(run.details())
        .anySatisfy(
            note -> {
              assertThat(note.code()).isEqualTo("source.bytes");
              assertThat(note.message().en()).contains("foto");
            });
    assertThat(
            city.ask(
                """
                SELECT concat_ws('|', id, ya, b, bb, tahun, uang, f, coalesce(hari::text, '-'),
                  coalesce((dt AT TIME ZONE 'Asia/Jakarta')::text, '-'), coalesce((ts AT TIME ZONE 'UTC')::text, '-'),
                  jam, coalesce(lama, '-'), coalesce(emoji, '-'), coalesce(kosong, '-'), pilih, j)
                FROM warehouse.jenis ORDER BY id
                """))
        .containsExactly(
            "1|2|f|0|0.0000|2024-12-31|-|-|07:08:09|-|-|-",
            "18446744073709551615|1|t|2049|2024|-1234567890123456.7891|100000000000000000000|-|"
                + "2024-02-29 23:59:59|2024-02-29 20:29:59|26:00:00|caf\u00e9|\uD83C\uDF5A \u65e5|-|b|{\"a\":1}");
  }

  @Test
  void aConnectionThatBreaksOffLoadsNothing() throws Exception {
    agency.execute(
        "INSERT INTO harga SELECT seq, repeat('x', 150), '2025-04-01' FROM seq_10_to_30000");
    try (CuttingProxy proxy = new CuttingProxy(URI.create(agency.url().substring(5)).getPort())) {
      at("jdbc:mariadb://127.0.0.1:" + proxy.port() + "/simpasar");
      proxy.cutAfter(2_000_000);

      assertThat(city.outcome(SINCE)).isEqualTo("waiting source.cut");
      RunReport run = city.runs().get(0);
      assertThat(run.message().en())
          .startsWith("Waiting, nothing was loaded: the connection to the database simpasar broke");
      assertThat(Objects.requireNonNull(run.waitsFor()).id()).isEqualTo("basis data simpasar");
      assertThat(city.wiring().pulls().mark("dkupp/harga")).isNull();
      proxy.cutAfter(Long.MAX_VALUE);

      assertThat(city.outcome(SINCE)).isEqualTo("loaded 29993/0/0");
    }
  }

  @Test
  void aChangedPasswordNeedsNoRestart() throws Exception {
    agency.execute("SET PASSWORD FOR pde@'%' = PASSWORD('rahasia-2')");

    assertThat(city.outcome(SINCE)).isEqualTo("refused source.login");
    assertThat(city.runs().get(0).message().id()).doesNotContain("rahasia-1");
    city.secret("kata", "rahasia-2");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 2/0/0");
  }

  @Test
  void namesWhatIsGone() throws Exception {
    agency.execute("ALTER TABLE harga CHANGE nama barang varchar(200)");
    assertThat(city.outcome(SINCE)).isEqualTo("refused source.column");
    assertThat(city.runs().get(0).message().en()).contains("the column nama is not in");
    agency.execute("RENAME TABLE harga TO harga_baru");
    assertThat(city.outcome(SINCE)).isEqualTo("refused source.table");
    agency.execute("DROP TABLE harga_baru", "REVOKE SELECT ON simpasar.* FROM pde@'%'");
    assertThat(city.outcome(SINCE)).isIn("refused source.forbidden", "refused source.login");
  }

  @Test
  void aLongQueryEndsAtItsLimit() throws Exception {
    String slow =
        """
        - setBody: {constant: "SELECT id, nama, diubah FROM harga WHERE sleep(5) = 0"}
        - to: jdbc:simpasar?statement.queryTimeout=1
        - to: pde:dkupp/harga
        """;
    assertThat(city.outcome(slow)).isEqualTo("waiting source.slow");
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() throws Exception {
    at("jdbc:mariadb://127.0.0.1:1/simpasar");
    assertThat(city.outcome(SINCE)).isEqualTo("waiting source.away");
    at(agency.url());
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 2/0/0");
  }

  @Test
  void nothingIsWrittenThere() throws Exception {
    agency.execute(
        "GRANT ALL ON simpasar.* TO pde@'%'",
        "DROP FUNCTION IF EXISTS hapus",
        "CREATE FUNCTION hapus() RETURNS int MODIFIES SQL DATA BEGIN DELETE FROM harga; RETURN 1; END");
    assertThat(city.outcome(SINCE.replace("SELECT id", "SELECT hapus() AS h, id")))
        .isEqualTo("refused source.writes");
    assertThat(List.of(city.outcome(SINCE))).containsExactly("loaded 2/0/0");
  }
}

package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.AgencyDatabases;
import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.run.pull.Mark;
import id.pde.run.pull.MarkValue;
import id.pde.run.pull.Sources;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from the PostgreSQL of an agency: whole, by watermark, with deletions. */
class PullIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static AgencyPostgres agency;

  private static final String WHOLE =
      """
      - setBody: {constant: "SELECT * FROM harga ORDER BY id"}
      - to: jdbc:simpasar
      - to: pde:dkupp/harga
      """;

  private static final String SINCE =
      """
      - to: pde:watermark/dkupp/harga
      - setBody: {constant: "SELECT * FROM harga WHERE diubah >= :?since ORDER BY diubah, id"}
      - to: jdbc:simpasar
      - to: pde:dkupp/harga
      """;

  private static final String MAPPING =
      """
      title: Harga
      source: {format: rows%s}
      target: {table: harga, key: [id], load: %s%s}
      columns:
        id:     {from: id, type: integer, class: publik}
        harga:  {from: harga, type: "decimal(14,2)", class: publik}
        diubah: {from: diubah, type: timestamp, class: publik}
      """;

  @TempDir Path root;
  private PulledCity city;

  @BeforeAll
  static void start() {
    agency = new AgencyPostgres("test-agency-pg");
  }

  @AfterAll
  static void stop() {
    agency.close();
  }

  @BeforeEach
  void begin() throws Exception {
    city = new PulledCity(root, database);
    city.empty("harga");
    city.databases(agency.yaml("simpasar", "kata"));
    city.secret("kata-user", agency.settings().user());
    city.secret("kata", agency.settings().password().reveal());
    agency.execute(
        "DROP TABLE IF EXISTS harga",
        "CREATE TABLE harga (id int PRIMARY KEY, harga numeric(14,2), diubah timestamptz)",
        "INSERT INTO harga VALUES (1, 1000.50, '2025-03-01 08:00:00+07'),"
            + " (2, 2000, '2025-03-02 08:00:00+07'), (3, NULL, '2025-03-02 08:00:00+07')");
  }

  @AfterEach
  void end() {
    city.close();
  }

  private void mapping(String source, String load, String target) throws Exception {
    city.mapping("harga", MAPPING.formatted(source, load, target));
  }

  private void marked(String more) throws Exception {
    mapping(", watermark: {column: diubah" + more + "}", "merge", "");
  }

  private List<String> prices() throws Exception {
    return city.ask(
        "SELECT id || '|' || coalesce(harga::text, '') || '|' || (diubah AT TIME ZONE 'UTC')"
            + " FROM warehouse.harga ORDER BY id");
  }

  @Test
  void bringsAWholeTableAsTheDatabaseHoldsIt() throws Exception {
    mapping("", "replace", "");

    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 3/0/0");
    assertThat(prices())
        .containsExactly(
            "1|1000.50|2025-03-01 01:00:00",
            "2|2000.00|2025-03-02 01:00:00",
            "3||2025-03-02 01:00:00");
    RunReport run = city.runs().get(0);
    assertThat(run.source().name()).isEqualTo("harga");
    assertThat(city.wiring().archive().has(run.source())).isTrue();
  }

  @Test
  void whatIsGoneThereIsDeletedHere() throws Exception {
    mapping("", "replace", "}\ntolerance: {shrink: 50%");
    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 3/0/0");
    agency.execute("DELETE FROM harga WHERE id = 2");

    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 0/0/1");
  }

  @Test
  void aStateThatComesBackIsLoadedAgain() throws Exception {
    mapping("", "replace", "");
    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 3/0/0");
    assertThat(city.outcome(WHOLE)).startsWith("duplicate");
    agency.execute("UPDATE harga SET harga = 7 WHERE id = 1");
    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 0/1/0");
    agency.execute("UPDATE harga SET harga = 1000.50 WHERE id = 1");

    assertThat(city.outcome(WHOLE)).isEqualTo("loaded 0/1/0");
    assertThat(prices().get(0)).startsWith("1|1000.50");
    assertThat(city.outcome(WHOLE)).startsWith("duplicate");
  }

  @Test
  void aPullGoesOnWhereTheLastOneEnded() throws Exception {
    marked("");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    assertThat(city.wiring().pulls().mark("dkupp/harga"))
        .isEqualTo(new Mark(new MarkValue(MarkValue.Kind.INSTANT, "2025-03-02T01:00Z"), null));
    // One with the very same time, one later, one that came too late to be seen.
    agency.execute(
        "INSERT INTO harga VALUES (4, 4, '2025-03-02 08:00:00+07'), (5, 5, '2025-03-03 08:00:00+07'),"
            + " (6, 6, '2025-03-01 09:00:00+07')");

    RunReport run = city.pull(SINCE).get(0);

    assertThat(run.counts().read()).isEqualTo(4);
    assertThat(run.counts().inserted()).isEqualTo(2);
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1"))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void lookingBackFindsLateRows() throws Exception {
    marked(", look-back: 2d");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    agency.execute("INSERT INTO harga VALUES (6, 6, '2025-02-28 09:00:00+07')");

    assertThat(city.outcome(SINCE)).isEqualTo("loaded 1/0/0");
    assertThat(city.mark()).isEqualTo("2025-03-02T01:00Z");
  }

  @Test
  void nothingNewIsNoFault() throws Exception {
    marked("");
    agency.execute("TRUNCATE harga");
    assertThat(city.outcome(SINCE)).isEqualTo("refused delivery.no-rows");
    agency.execute("INSERT INTO harga VALUES (1, 1, '2025-03-01 08:00:00+07')");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 1/0/0");
    agency.execute("TRUNCATE harga");

    assertThat(city.outcome(SINCE)).isEqualTo("loaded 0/0/0");
    assertThat(city.ask("SELECT count(*) FROM warehouse.harga")).containsExactly("1");
  }

  @Test
  void theMarkStaysWhereARunWasRefused() throws Exception {
    marked("");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    agency.execute(
        "ALTER TABLE harga ALTER harga TYPE text",
        "INSERT INTO harga SELECT g, 'salah', '2025-04-01' FROM generate_series(10, 30) g");

    assertThat(city.outcome(SINCE)).startsWith("refused");
    assertThat(city.mark()).isEqualTo("2025-03-02T01:00Z");
    agency.execute("UPDATE harga SET harga = '5' WHERE id >= 10");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 21/0/0");
  }

  @Test
  void takingARunBackTakesItsMarkBack() throws Exception {
    marked("");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    agency.execute("INSERT INTO harga VALUES (5, 5, '2025-03-03 08:00:00+07')");
    RunReport run = city.pull(SINCE).get(0);
    city.ask("UPDATE pde.run SET undone_by = run WHERE run = " + run.run() + " RETURNING run");

    assertThat(city.mark()).isEqualTo("2025-03-02T01:00Z");
  }

  @Test
  void aTieTellsRowsOfOneTimeApart() throws Exception {
    marked(", tie: id");
    String since =
        """
        - to: pde:watermark/dkupp/harga
        - setBody:
            constant: >-
              SELECT * FROM harga WHERE diubah > :?since OR (diubah = :?since AND id > :?tie)
              ORDER BY diubah, id
        - to: jdbc:simpasar
        - to: pde:dkupp/harga
        """;
    assertThat(city.outcome(since)).isEqualTo("loaded 3/0/0");
    agency.execute("INSERT INTO harga VALUES (4, 4, '2025-03-02 08:00:00+07')");

    RunReport run = city.pull(since).get(0);

    assertThat(run.counts().read()).isEqualTo(1);
    assertThat(run.counts().inserted()).isEqualTo(1);
  }

  @Test
  void aFlagColumnDeletes() throws Exception {
    agency.execute("ALTER TABLE harga ADD hapus boolean NOT NULL DEFAULT false");
    city.mapping(
        "harga",
        MAPPING.formatted(", watermark: {column: diubah}", "merge", ", delete-when: hapus")
            + "  hapus:  {from: hapus, type: boolean, class: publik}\n");
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 3/0/0");
    agency.execute("UPDATE harga SET hapus = true, diubah = '2025-05-01' WHERE id = 2");

    assertThat(city.outcome(SINCE)).isEqualTo("loaded 0/0/1");
    assertThat(city.ask("SELECT id FROM warehouse.harga ORDER BY 1")).containsExactly("1", "3");
  }

  @Test
  void rowsMayPassThroughOtherSteps() throws Exception {
    mapping("", "merge", "");
    String split =
        """
        - setBody: {constant: "SELECT * FROM harga WHERE id < 2"}
        - to: jdbc:simpasar?statement.maxRows=1
        - split:
            exchangeProperty: tidak-ada
            steps:
              - log: ada
        - to: pde:dkupp/harga
        """;
    assertThat(city.outcome(split)).isEqualTo("loaded 1/0/0");
  }

  @Test
  void textsOfSqliteRiseToo() throws Exception {
    Path file = Files.createDirectories(root.resolve("home/databases")).resolve("x.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE harga (id INTEGER PRIMARY KEY, harga NUMERIC, diubah TEXT)");
      statement.execute(
          "INSERT INTO harga VALUES (1, 10.5, '2025-03-01 08:00:00'), (2, 7, '2025-03-03 08:00:00')");
      city.databases("simpasar:\n  url: jdbc:sqlite:databases/x.sqlite\n");
      marked(", look-back: 1d");
      assertThat(city.outcome(SINCE)).isEqualTo("loaded 2/0/0");
      statement.execute(
          "INSERT INTO harga VALUES (3, 1, '2025-03-02 08:00:00'), (4, 1, '2025-03-02 07:00:00')");
    }
    assertThat(city.outcome(SINCE)).isEqualTo("loaded 1/0/0");
    assertThat(city.outcome(SINCE.replace("SELECT *", "SELECT x'00' AS b, *")))
        .isEqualTo("refused rows.bytes");
    assertThat(city.outcome(SINCE.replace("FROM harga", "FROM hilang")))
        .isEqualTo("refused source.table");
  }

  @Test
  void tellsHowAConnectionIs() throws Exception {
    try (AgencyDatabases all =
        AgencyDatabases.of(city.wiring().mappings().read(), city.wiring().settings())) {
      Sources.Probe probe = all.probe("simpasar");
      assertThat(probe.product()).startsWith("PostgreSQL 18");
      assertThat(probe.writing()).isEqualTo(Sources.Writing.REFUSED_THERE);
      assertThat(probe.tables()).contains("harga");
    }
  }

  @Test
  void aRouteCannotReachTheWarehouseNorWrite() throws Exception {
    mapping("", "merge", "");
    for (String name : List.of("dataSource", "default", "pde", "warehouse")) {
      assertThat(city.check(WHOLE.replace("jdbc:simpasar", "jdbc:" + name)))
          .singleElement()
          .satisfies(fault -> assertThat(fault.code()).isEqualTo("route.no-database"));
    }
    assertThat(city.check(WHOLE.replace("SELECT * FROM harga", "DELETE FROM harga")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("route.jdbc-reads"));
    agency.execute(
        "CREATE OR REPLACE FUNCTION hapus() RETURNS int LANGUAGE sql AS 'DELETE FROM harga RETURNING 1'");
    assertThat(city.outcome(WHOLE.replace("SELECT * FROM harga", "SELECT hapus() AS id")))
        .isEqualTo("refused source.writes");
    assertThat(city.runs()).hasSize(1);
    assertThat(city.runs().get(0).outcome()).isEqualTo(RunOutcome.REFUSED);
  }
}

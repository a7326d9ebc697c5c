package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A table as it was, for analysts and officers. */
class AsOfIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String SHOWN =
      "SELECT nomor, kelurahan_nama, status_nama, nama, lahir, insentif FROM ";

  @TempDir private Path root;
  private Volunteers city = new Volunteers(Path.of(""), database);
  private long first;
  private long second;

  @BeforeEach
  void loadTwice() throws Exception {
    city = new Volunteers(root, database);
    city.begin();
    city.load(Volunteers.ROWS, 0);
    first = last();
    city.load(
        Volunteers.ROWS.replace("contoh;-5;baik", "contoh;-6;baik").replace("Uji Dua", "Uji Tiga"),
        0);
    second = last();
  }

  private long last() throws Exception {
    return Long.parseLong(city.ask("SELECT max(run) FROM pde.run").get(0));
  }

  @Test
  void showsWhatTheViewShowedThen() throws Exception {
    assertThat(city.ask(SHOWN + "mart.kader_as_of_run(" + first + ") WHERE nomor = 2"))
        .containsExactly("2|Jati Baru|Aktif|U*** D***|1977-**-**|-5.00");
    assertThat(city.ask(SHOWN + "mart.kader_as_of_run(" + second + ") WHERE nomor = 2"))
        .containsExactly("2|Jati Baru|Aktif|U*** T***|1977-**-**|-6.00");
    assertThat(city.ask("SELECT count(*) FROM mart.kader_as_of_run(" + (first - 1) + ")"))
        .containsExactly("0");
    String then = "(SELECT terbit FROM mart.dim_run WHERE run = " + first + ")";
    String at = city.ask("SELECT terbit FROM mart.dim_run WHERE run = " + first).get(0);
    assertThat(city.ask("SELECT * FROM mart.kader_as_of('" + at + "') ORDER BY nomor"))
        .isEqualTo(city.ask("SELECT * FROM mart.kader_as_of_run(" + first + ") ORDER BY nomor"))
        .hasSize(3);
    assertThat(
            city.ask("SELECT count(*) FROM mart.kader_as_of(" + then + " - interval '1 second')"))
        .containsExactly("0");
    assertThat(city.ask("SELECT * FROM mart.kader_as_of(now()) ORDER BY nomor"))
        .isEqualTo(city.ask("SELECT * FROM mart.kader ORDER BY nomor"));
    assertThat(city.ask("SELECT nama FROM history.kader_as_of_run(" + first + ") WHERE nomor = 2"))
        .containsExactly("Uji Dua");
    assertThat(city.ask("SELECT _run_begun, _run_ended, nama FROM versions.kader WHERE nomor = 2"))
        .containsExactlyInAnyOrder(first + "|" + second + "|U*** D***", second + "|null|U*** T***");
  }

  @Test
  void showsWhatARunBroughtThatWasTakenBackLater() throws Exception {
    assertThat(city.type("undo", Long.toString(second), "--yes").code()).isZero();
    long undo = last();
    assertThat(insentif(second)).isEqualTo("-6.00");
    assertThat(insentif(undo)).isEqualTo("-5.00");
    assertThat(insentif(first)).isEqualTo("-5.00");
    assertThat(city.ask("SELECT membatalkan FROM mart.dim_run WHERE run = " + undo))
        .containsExactly(Long.toString(second));
  }

  private String insentif(long run) throws Exception {
    return city.ask("SELECT insentif FROM mart.kader_as_of_run(" + run + ") WHERE nomor = 2")
        .get(0);
  }

  /** The planner sees through the functions: a key finds its rows by an index. */
  @Test
  void findsAKeyByTheIndexesOfBothTables() throws Exception {
    for (String function :
        List.of(
            "mart.kader_as_of_run(1)",
            "history.kader_as_of_run(1)",
            "mart.kader_as_of(now())",
            "history.kader_as_of(now())")) {
      String plan = plan("SELECT nomor, insentif FROM " + function + " WHERE nomor = 2");
      assertThat(plan).doesNotContain("Function Scan");
      assertThat(plan).as(plan).contains("kader_pkey").contains("Index Cond: (nomor = 2)");
    }
  }

  /** Of tables that are taken for large. */
  private static String plan(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_seqscan = off");
      try (ResultSet line = statement.executeQuery("EXPLAIN " + sql)) {
        while (line.next()) {
          plan.append(line.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  @Test
  void growsWithItsTable() throws Exception {
    city.write(
        "mappings/dinkes/kader.yaml",
        Volunteers.MAPPING
            .replace("decimal(12,2)", "decimal(14,2)")
            .replace("  catatan:", "  desa: {from: Desa, type: code(agama)}\n  catatan:"));
    city.load(
        Volunteers.ROWS.replace("\n", ";Islam\n").replace("Catatan;Islam", "Catatan;Desa"), 0);
    assertThat(
            city.ask(
                "SELECT insentif, desa_nama FROM mart.kader_as_of_run(%d) WHERE nomor = 2"
                    .formatted(second)))
        .containsExactly("-6.00|null");
    assertThat(
            city.ask(
                "SELECT insentif, desa FROM history.kader_as_of_run(%d) WHERE nomor = 2"
                    .formatted(last())))
        .containsExactly("-5.00|1");
  }

  /** A table that was made before this version, or whose column somebody dropped. */
  @Test
  void bringsOldTablesUp() throws Exception {
    String migration =
        new String(
            Objects.requireNonNull(
                    AsOfIT.class.getResourceAsStream("/id/pde/warehouse/migration/V8__as_of.sql"))
                .readAllBytes(),
            UTF_8);
    withoutSince();
    city.execute(migration.substring(migration.indexOf("DO $$")));
    assertThat(city.columns("warehouse")).contains("_since");
    assertThat(city.columns("history")).contains("_since");
    withoutSince();
    city.load(Volunteers.ROWS.replace("contoh;-5", "contoh;-8"), 0);
    assertThat(insentif(first)).isEqualTo("-5.00");
    assertThat(insentif(second)).isEqualTo("-6.00");
    assertThat(city.type("undo", Long.toString(last()), "--yes").code()).isZero();
    assertThat(insentif(last())).isEqualTo("-6.00");
  }

  private void withoutSince() throws Exception {
    city.execute(
        "ALTER TABLE warehouse.kader DROP COLUMN _since CASCADE; ALTER TABLE history.kader DROP COLUMN _since CASCADE");
  }

  @Test
  void isToldWhereAPersonalColumnIsRead() throws Exception {
    assertThat(city.type("sql", "SELECT nomor FROM history.kader_as_of_run(1)").code()).isZero();
    assertThat(city.type("sql", "SELECT nama FROM mart.kader_as_of_run(1)").code()).isZero();
    assertThat(city.ask("SELECT columns::text FROM pde.access"))
        .singleElement()
        .asString()
        .contains("warehouse.kader.nama");
  }

  @Test
  void cutsALongNameAndTellsItApart() throws Exception {
    String table = "t".repeat(60) + "_a";
    for (String name : List.of(table, "t".repeat(60) + "_b")) {
      city.write(
          "mappings/dinkes/kader.yaml",
          Volunteers.MAPPING.replace("table: kader", "table: " + name));
      city.load(Volunteers.ROWS + "\n".repeat(name.charAt(61) - 'a' + 1), 0);
    }
    assertThat(
            city.ask(
                "SELECT count(*), min(length(proname)) FROM pg_proc WHERE pronamespace = 'mart'::regnamespace"
                    + " AND proname LIKE 'tttt%'"))
        .containsExactly("4|63");
  }
}

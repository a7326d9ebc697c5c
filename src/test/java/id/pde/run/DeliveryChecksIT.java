package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.check.CheckResult;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import java.io.IOException;
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

/** Checks that single rows break, and results that a later load is compared with. */
class DeliveryChecksIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;

  private static final String WITH_KEY = "key: [nomor], load: merge";
  private static final String WITHOUT_KEY = "load: append";
  private static final String WHOLE = "load: replace";

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private String table = "";
  private OneDataset dataset = new OneDataset(Path.of(""), database, clock);

  @BeforeEach
  void newCity() throws IOException {
    table = "periksa" + ++tables;
    dataset = new OneDataset(root, database, clock);
    dataset.begin();
  }

  private void mapping(String target, String checks) throws IOException {
    dataset.mapping(
        """
        source: {format: csv, decimal: ","}
        target: {table: %s, %s}
        columns:
          nomor: {from: "NO", type: integer, required: true}
          nama: {from: NAMA, type: text, class: pribadi-umum, protect: mask}
          lahir: {from: LAHIR, type: date, format: dd/MM/yyyy, class: pribadi-umum, protect: drop}
          induk: {from: INDUK, type: integer}
          harga: {from: HARGA, type: integer}
        tolerance: {rejects: 90%%, shrink: 100%%}
        checks:
          %s
        """
            .formatted(table, target, checks));
  }

  private RunReport load(String name, String... rows) throws IOException {
    // Tests share a database: the same bytes would be a delivery that is known.
    return dataset.load(
        name,
        "NO,NAMA,LAHIR,INDUK,HARGA\n"
            + String.join("\n", rows)
            + "\n999%d,Akhir %d,01/01/1901,,\n".formatted(tables, tables));
  }

  private long rows() throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM warehouse." + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> told(RunReport report) {
    return report.details().stream().map(DeliveryChecksIT::told).toList();
  }

  private static String told(Issue issue) {
    return issue.location().shown() + " " + issue.code() + " " + issue.severity();
  }

  private static List<String> results(RunReport report) {
    return report.checks().stream().map(DeliveryChecksIT::result).toList();
  }

  private static String result(CheckResult result) {
    return result.name() + " " + result.verdict().code() + " " + result.faults();
  }

  private static final String SAME_PERSON =
      "- {name: orang, duplicates: [nama, lahir], severity: %s}";
  private static final String[] PEOPLE = {
    "1,SITI AMINAH,02/03/1980,,",
    "2,Budi,02/03/1980,,",
    "3,\"Siti, Aminah\",02/03/1980,,",
    "4,Siti Aminah,,,"
  };

  @Test
  void findsThePersonWhoStandsThereTwiceAlthoughNamesAreMasked() throws Exception {
    for (String target : List.of(WITH_KEY, WITHOUT_KEY, WHOLE)) {
      newCity();
      mapping(target, SAME_PERSON.formatted("warn"));
      RunReport report = load("a.csv", PEOPLE);

      assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
      assertThat(told(report))
          .containsExactly("line 2 check.orang WARN", "line 4 check.orang WARN");
      assertThat(report.details().get(0).message().en())
          .isEqualTo("check orang: may be the same as line 4, going by nama, lahir");
      assertThat(results(report)).containsExactly("orang broken 2");
      assertThat(rows()).isEqualTo(5);
    }
  }

  @Test
  void rejectsTheRowsOrTheDelivery() throws Exception {
    for (String target : List.of(WITH_KEY, WITHOUT_KEY, WHOLE)) {
      newCity();
      mapping(target, SAME_PERSON.formatted("reject"));
      RunReport report = load("a.csv", PEOPLE);

      assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
      assertThat(report.counts().rejected()).isEqualTo(2);
      assertThat(told(report))
          .containsExactly("line 2 check.orang REJECT", "line 4 check.orang REJECT");
      assertThat(rows()).isEqualTo(3);

      newCity();
      mapping(target, SAME_PERSON.formatted("refuse"));
      RunReport refused = load("b.csv", PEOPLE);
      assertThat(refused.outcome()).isEqualTo(RunOutcome.REFUSED);
      assertThat(results(refused)).containsExactly("orang broken 2");
    }
  }

  @Test
  void comparesUniqueValuesAsTheyAre() throws Exception {
    mapping(WITH_KEY, "- {name: nama, unique: nama, severity: warn}");
    RunReport report = load("a.csv", "1,Siti,,,", "2,SITI,,,", "3,Siti,,,", "3,Siti,,,", "5,,,,");

    assertThat(told(report)).containsExactly("line 2 check.nama WARN", "line 4 check.nama WARN");
    assertThat(report.details().get(0).shownValue()).isNull();
    assertThat(report.counts().filtered()).isEqualTo(1);
  }

  @Test
  void looksValuesUpInOtherTablesAndInTheDeliveryItself() throws Exception {
    String other = table;
    mapping(WITH_KEY, "- {name: nama, unique: nama, severity: warn}");
    load("a.csv", "10,A,,,", "11,B,,,");
    newCity();
    mapping(WITH_KEY, "- {name: induk, column: induk, in: " + other + ".nomor, severity: reject}");
    RunReport report = load("b.csv", "1,A,,10,", "2,B,,12,", "3,C,,,");

    assertThat(told(report)).containsExactly("line 3 check.induk REJECT");
    assertThat(rows()).isEqualTo(3);

    newCity();
    mapping(WITH_KEY, "- {name: induk, column: induk, in: " + table + ".nomor, severity: warn}");
    RunReport own = load("c.csv", "1,A,,2,", "2,B,,,", "3,C,,4,");
    assertThat(told(own)).containsExactly("line 4 check.induk WARN");
    assertThat(own.details().get(0).value()).isEqualTo("4");
    assertThat(load("d.csv", "5,A,,1,", "6,B,,7,").details()).hasSize(1);

    newCity();
    mapping(WITH_KEY, "- {name: induk, column: induk, in: belum_ada.nomor, severity: refuse}");
    RunReport open = load("e.csv", "1,A,,2,");
    assertThat(open.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(results(open)).containsExactly("induk open 0");
    assertThat(told(open)).containsExactly("e.csv check.induk WARN");
  }

  @Test
  void findsPricesThatAreFarFromTheOthers() throws Exception {
    mapping(WITH_KEY, "- {name: harga, outliers: harga, by: induk, severity: warn}");
    String[] rows = new String[20];
    for (int i = 0; i < 10; i++) {
      rows[i] = (i + 1) + ",x,,1," + (12_000 + 100 * (i % 3));
      rows[i + 10] = (i + 11) + ",x,,2,500";
    }
    rows[4] = "5,x,,1,120000";
    rows[15] = "16,x,,2,1200";
    RunReport report = load("a.csv", rows);

    assertThat(told(report)).containsExactly("line 6 check.harga WARN", "line 17 check.harga WARN");
    assertThat(report.details().get(0).message().id())
        .isEqualTo("pemeriksaan harga: harga \"120000\" jauh dari nilai lainnya");
  }

  @Test
  void comparesWithTheNewestLoadThatStands() throws Exception {
    mapping(
        WITH_KEY,
        """
        - {name: baris, count: rows, within: 20%, severity: refuse}
          - {name: harga, sum: harga, within: 10%, severity: warn}""");
    RunReport first = load("a.csv", "1,A,,,100", "2,B,,,100", "3,C,,,100");
    assertThat(results(first)).containsExactly("baris open 0", "harga open 0");

    RunReport second = load("b.csv", "1,A,,,100");
    assertThat(second.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(second.details().get(0).message().en())
        .isEqualTo("check baris: the number of rows is 2, in the last load it was 4 (-50%)");

    RunReport third = load("c.csv", "1,A,,,100", "2,B,,,100", "3,C,,,10");
    assertThat(results(third)).containsExactly("baris held 0", "harga broken 1");
    RunReport kept = new PostgresLedger(database.connections()).run(third.run());
    assertThat(Objects.requireNonNull(kept).checks()).isEqualTo(third.checks());
  }
}

package id.pde.warehouse;

import static id.pde.warehouse.Look.row;
import static id.pde.warehouse.Look.rows;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.model.Counts;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.Warehouse.Exclusion;
import id.pde.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PublicationIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @Test
  void appendWithoutKeyWritesEveryTypeExactly() throws SQLException {
    Mapping mapping =
        Sample.of("jenis", LoadMode.APPEND)
            .required("teks", new ColumnType.TextType())
            .column("bulat", new ColumnType.IntegerType())
            .column("uang", new ColumnType.DecimalType(30, 10))
            .column("tanggal", new ColumnType.DateType())
            .column("saat", new ColumnType.TimestampType())
            .column("ya", new ColumnType.BooleanType())
            .column("jam", new ColumnType.TimeType())
            .column("kode", new ColumnType.CodeType("agama"))
            .mapping();
    List<@Nullable Object[]> rows =
        rows(
            row(
                "é\u0141😀\n\\.",
                Long.MIN_VALUE,
                new BigDecimal("-1234567.5000000000"),
                LocalDate.of(1899, 12, 31),
                OffsetDateTime.parse("2024-02-29T23:59:59.123456+07:00"),
                true,
                LocalTime.parse("23:59:59.999999"),
                "01"),
            row("", 0L, new BigDecimal("0E-10"), null, null, false, LocalTime.MIDNIGHT, null),
            row("x", 1L, new BigDecimal("0.0000000001"), null, null, null, null, null),
            row(
                "y",
                1L,
                new BigDecimal("12345678901234567890.0000000001"),
                null,
                null,
                null,
                null,
                null),
            row("z", 1L, new BigDecimal("10000.0001000000"), null, null, null, null, null),
            row("w".repeat(300_000), 1L, null, null, null, null, null, null));

    Drive.Result result = drive(mapping).load(rows);

    assertThat(result.counts()).isEqualTo(new Counts(6, 6, 0, 0, 6, 0, 0, 0, 0));
    assertThat(
            Look.select(
                database,
                "SELECT teks, bulat, uang, tanggal, saat AT TIME ZONE 'UTC', ya, jam, kode, _row, _period"
                    + " FROM warehouse.jenis WHERE length(teks) < 10 ORDER BY _row"))
        .containsExactly(
            "é\u0141😀\n\\.|-9223372036854775808|-1234567.5000000000|1899-12-31|2024-02-29 16:59:59.123456|t|23:59:59.999999|01|2|2024",
            "|0|0.0000000000|null|null|f|00:00:00|null|3|2024",
            "x|1|0.0000000001|null|null|null|null|null|4|2024",
            "y|1|12345678901234567890.0000000001|null|null|null|null|null|5|2024",
            "z|1|10000.0001000000|null|null|null|null|null|6|2024");
    assertThat(
            Look.select(
                database, "SELECT length(teks), _run FROM warehouse.jenis WHERE _row = '7'"))
        .containsExactly("300000|" + result.run());
  }

  @Test
  void mergeInsertsUpdatesAndLeavesEqualRowsAlone() throws SQLException {
    Mapping mapping = keyed("gabung", LoadMode.MERGE).mapping();
    long first = drive(mapping).load(rows(row("1", "a"), row("2", "b"), row("3", null))).run();

    Drive.Result second =
        drive(mapping).bytes("b").load(rows(row("2", "B"), row("3", null), row("4", "d")));

    assertThat(second.counts()).isEqualTo(new Counts(3, 3, 0, 0, 1, 1, 1, 0, 0));
    assertThat(Look.select(database, "SELECT a, b, _run FROM warehouse.gabung ORDER BY a"))
        .containsExactly(
            "1|a|" + first, "2|B|" + second.run(), "3|null|" + first, "4|d|" + second.run());
    assertThat(
            Look.select(
                database, "SELECT a, b, _run, _row, _run_ended, _ended_by FROM history.gabung"))
        .containsExactly("2|b|" + first + "|3|" + second.run() + "|update");
  }

  @Test
  void replaceDeletesWhatTheDeliveryLacks() throws SQLException {
    Mapping mapping = keyed("ganti", LoadMode.REPLACE).mapping();
    long first = drive(mapping).load(rows(row("1", "a"), row("2", "b"), row("3", "c"))).run();

    Drive.Result second = drive(mapping).bytes("b").load(rows(row("3", "c"), row("4", "d")));

    assertThat(second.counts()).isEqualTo(new Counts(2, 2, 0, 0, 1, 0, 1, 2, 0));
    assertThat(second.present()).isEqualTo(3);
    assertThat(Look.select(database, "SELECT a, b, _run FROM warehouse.ganti ORDER BY a"))
        .containsExactly("3|c|" + first, "4|d|" + second.run());
    assertThat(
            Look.select(database, "SELECT a, _run_ended, _ended_by FROM history.ganti ORDER BY a"))
        .containsExactly("1|" + second.run() + "|delete", "2|" + second.run() + "|delete");
  }

  @Test
  void appendRejectsKeysThatStandInTheTable() throws SQLException {
    Mapping mapping = keyed("tambah", LoadMode.APPEND).mapping();
    drive(mapping).load(rows(row("1", "a")));

    Drive.Result second = drive(mapping).bytes("b").load(rows(row("1", "x"), row("2", "b")));

    assertThat(second.counts()).isEqualTo(new Counts(2, 1, 1, 0, 1, 0, 0, 0, 0));
    assertThat(second.exclusions()).containsExactly(new Exclusion(1, Exclusion.Why.KEY_EXISTS, 0));
    assertThat(Look.select(database, "SELECT a, b FROM warehouse.tambah ORDER BY a"))
        .containsExactly("1|a", "2|b");
    List<Ledger.RejectedRow> rejects = new ArrayList<>();
    ledger().rejects(second.run(), rejects::add);
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0).values()).containsExactly("1", "x");
    assertThat(rejects.get(0).headings()).containsExactly("a", "b");
    assertThat(rejects.get(0).place()).isEqualTo("line 2");
    // All of the issue but its value, which nobody may see.
    assertThat(rejects.get(0).issues())
        .usingRecursiveComparison()
        .ignoringFields("value")
        .isEqualTo(Drive.rejected(drive(mapping).row(1, row("1", "x"))).issues());
    assertThat(rejects.get(0).issues()).allMatch(issue -> issue.value() == null);
  }

  @Test
  void rowsThatShareAKeyFollowTheDeclaredRule() throws SQLException {
    List<@Nullable Object[]> rows =
        rows(
            row("1", "a"),
            row("1", "b"),
            row("1", "a"),
            row("2", "c"),
            row("2", "c"),
            row("3", null));

    assertThat(repeated("tolak", Repeated.REJECT, rows)).containsExactly("2|c", "3|null");
    assertThat(repeated("pertama", Repeated.FIRST, rows)).containsExactly("1|a", "2|c", "3|null");
    // The value that stands last is "a" again, first written in row 1.
    assertThat(repeated("terakhir", Repeated.LAST, rows)).containsExactly("1|a", "2|c", "3|null");
    assertThat(repeated("terakhir_b", Repeated.LAST, rows.subList(0, 2))).containsExactly("1|b");
  }

  private List<String> repeated(String table, Repeated repeated, List<@Nullable Object[]> rows)
      throws SQLException {
    Mapping mapping = keyed(table, LoadMode.MERGE).repeated(repeated).mapping();
    Drive.Result result = drive(mapping).load(rows);
    assertThat(result.counts().balances()).isTrue();
    return Look.select(database, "SELECT a, b FROM warehouse." + table + " ORDER BY a");
  }

  @Test
  void replaceWithoutKeyKeepsEqualRowsAndCountsEachOfThem() throws SQLException {
    Mapping mapping =
        Sample.of("tanpa_kunci", LoadMode.REPLACE)
            .column("a", new ColumnType.TextType())
            .column("b", new ColumnType.DecimalType(10, 2))
            .mapping();
    BigDecimal price = new BigDecimal("1.50");
    long first = drive(mapping).load(rows(row("x", price), row("x", price), row("y", null))).run();

    List<@Nullable Object[]> rows =
        rows(row("y", null), row("x", price), row(null, null), row("y", null));
    Counts planned = drive(mapping).bytes("b").plan(rows).counts();
    Drive.Result second = drive(mapping).bytes("b").load(rows);

    assertThat(second.counts()).isEqualTo(new Counts(4, 4, 0, 0, 2, 0, 2, 1, 0));
    assertThat(planned).isEqualTo(second.counts());
    assertThat(second.present()).isEqualTo(3);
    assertThat(Look.select(database, "SELECT a, b, _run FROM warehouse.tanpa_kunci ORDER BY 1, 3"))
        .containsExactly(
            "x|1.50|" + first,
            "y|null|" + first,
            "y|null|" + second.run(),
            "null|null|" + second.run());
    assertThat(Look.select(database, "SELECT a, b, _ended_by FROM history.tanpa_kunci"))
        .containsExactly("x|1.50|delete");
  }

  @Test
  void decimalsOfEverySizeArriveExactly() throws SQLException {
    Mapping mapping =
        Sample.of("desimal", LoadMode.APPEND)
            .column("teks", new ColumnType.TextType())
            .column("nilai", new ColumnType.DecimalType(60, 20))
            .mapping();
    Random random = new Random(7);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int scale = random.nextInt(21);
      BigInteger digits = new BigInteger(random.nextInt(120), random);
      BigDecimal value = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
      rows.add(row(value.toPlainString(), value));
    }

    drive(mapping).load(rows);

    assertThat(
            Look.select(
                database, "SELECT teks FROM warehouse.desimal WHERE teks::numeric <> nilai"))
        .isEmpty();
    assertThat(Look.select(database, "SELECT count(*) FROM warehouse.desimal"))
        .containsExactly("2000");
  }

  @Test
  void ledgerGivesBackWhatARunReported() {
    Mapping mapping = keyed("buku", LoadMode.MERGE).mapping();
    Drive drive = drive(mapping);
    Drive.Result result = drive.load(rows(row("1", "a"), row("1", "a"), row("2", "b")));

    RunReport expected = drive.report(result.run(), result.counts(), 1);
    assertThat(ledger().run(result.run())).isEqualTo(expected);
    assertThat(ledger().runs(new Ledger.Filter(mapping.id(), null, 5))).containsExactly(expected);
    assertThat(ledger().unanswered()).contains(expected);
    ledger().answered(result.run());
    assertThat(ledger().run(result.run())).isEqualTo(expected.withAnswer());
  }

  static Sample keyed(String table, LoadMode load) {
    return Sample.of(table, load, "a")
        .required("a", new ColumnType.TextType())
        .column("b", new ColumnType.TextType());
  }

  private Drive drive(Mapping mapping) {
    return new Drive(new PostgresWarehouse(database.connections(), work), mapping);
  }

  private static Ledger ledger() {
    return new PostgresLedger(database.connections());
  }
}

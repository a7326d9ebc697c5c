package id.pde.warehouse;

import static id.pde.warehouse.Look.row;
import static id.pde.warehouse.Look.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Period;
import id.pde.run.RunListener;
import id.pde.run.RunStep;
import id.pde.run.TableBusy;
import id.pde.run.TargetRefused;
import id.pde.run.TargetUnavailable;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.SamePeriod;
import id.pde.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between PDE and PostgreSQL. */
final class FaultsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @Test
  void whoeverFindsTheTableTakenIsToldByWhichRun() {
    Mapping mapping = PublicationIT.keyed("sibuk", LoadMode.MERGE).mapping();
    List<TableBusy> busy = new ArrayList<>();

    Drive.Result first =
        drive(mapping)
            .run(
                Intent.LOAD,
                rows(row("1", "a")),
                publication ->
                    busy.add(
                        catchThrowableOfType(
                            TableBusy.class, () -> drive(mapping).load(rows(row("2", "b"))))));

    assertThat(busy.get(0).holder()).isEqualTo(first.run());
    assertThat(busy.get(0).issue().message().en())
        .isEqualTo("The table sibuk is being loaded by run " + first.run());
  }

  @Test
  void secondLoadOfTheSameBytesWaitsAndLearnsThatItIsADuplicate() {
    Mapping mapping = PublicationIT.keyed("kembar", LoadMode.MERGE).mapping();
    CountDownLatch locked = new CountDownLatch(1);
    List<@Nullable Long> duplicates = new ArrayList<>();

    Drive first = drive(mapping).hearing(step(RunStep.LOCKED, locked::countDown));
    CompletableFuture<Drive.Result> running =
        CompletableFuture.supplyAsync(() -> first.load(rows(row("1", "a"))));
    await(locked);
    Drive second = drive(mapping).patient(Duration.ofMinutes(1));
    TargetRefused refused =
        catchThrowableOfType(
            TargetRefused.class,
            () ->
                second.run(
                    Intent.LOAD,
                    rows(row("1", "a")),
                    publication ->
                        duplicates.add(
                            publication.duplicateOf(new SamePeriod.Of(new Period("2024"))))));

    assertThat(duplicates).containsExactly(running.join().run());
    // Had it not asked, the ledger's own index would have said no.
    assertThat(refused.issue().code()).isEqualTo("database.conflict");
    assertThat(refused.momentary()).isTrue();
  }

  @Test
  void tableIsFreeAgainWhenAListenerFailsAtItsLock() {
    Mapping mapping = PublicationIT.keyed("lepas", LoadMode.MERGE).mapping();
    Drive broken = drive(mapping).hearing(step(RunStep.LOCKED, FaultsIT::fail));

    assertThatThrownBy(() -> broken.load(rows(row("1", "a"))))
        .isInstanceOf(UnsupportedOperationException.class);

    // Without patience: a lock that was left would be told as a busy table.
    assertThat(drive(mapping).load(rows(row("1", "a"))).counts().inserted()).isEqualTo(1);
  }

  private static void fail() {
    throw new UnsupportedOperationException("a listener of somebody else");
  }

  @ParameterizedTest
  @EnumSource(
      value = RunStep.class,
      names = {"LOCKED", "READING", "COPIED", "SETTLED", "MERGED", "QUARANTINED", "RECORDED"})
  void connectionCutAtAnyStepLeavesNothing(RunStep cut) throws SQLException {
    for (String key : List.of("", "a")) {
      Mapping mapping = mapping("putus_" + cut.name().toLowerCase(Locale.ROOT) + key, key);
      Drive drive = drive(mapping).hearing(step(cut, FaultsIT::cutOthers));

      TargetUnavailable lost =
          catchThrowableOfType(
              TargetUnavailable.class, () -> drive.load(rows(row("1", "a"), row("2", "b"))));

      assertThat(lost).as(cut + " " + key).isNotNull();
      String table = mapping.target().table();
      assertThat(Look.select(database, "SELECT to_regclass('warehouse." + table + "')"))
          .containsExactly("null");
      assertThat(
              Look.select(database, "SELECT run FROM pde.run WHERE table_name = '" + table + "'"))
          .isEmpty();
      assertThat(
              Look.select(
                  database, "SELECT * FROM pde.owned_table WHERE table_name = '" + table + "'"))
          .isEmpty();
    }
  }

  @Test
  void tableGrowsWithItsMapping() throws SQLException {
    drive(
            Sample.of("tumbuh", LoadMode.MERGE, "a")
                .required("a", new ColumnType.TextType())
                .required("b", new ColumnType.DecimalType(5, 1))
                .mapping())
        .load(rows(row("1", new BigDecimal("1.5"))));
    Mapping wider =
        Sample.of("tumbuh", LoadMode.MERGE, "a")
            .required("a", new ColumnType.TextType())
            .column("b", new ColumnType.DecimalType(8, 2))
            .column("c", new ColumnType.DateType())
            .mapping();

    List<@Nullable Object[]> rows =
        rows(row("1", new BigDecimal("1.50"), null), row("2", null, null));
    Drive.Result planned = drive(wider).bytes("b").plan(rows);
    Drive.Result loaded = drive(wider).bytes("b").load(rows);

    assertThat(planned.counts()).isEqualTo(loaded.counts());
    assertThat(loaded.counts().unchanged()).isEqualTo(1);
    assertThat(Look.select(database, "SELECT a, b, c FROM warehouse.tumbuh ORDER BY a"))
        .containsExactly("1|1.50|null", "2|null|null");
  }

  @Test
  void tablesThatDoNotFitAreRefused() throws SQLException {
    Look.execute(database, "CREATE TABLE warehouse.asing (a text)");
    assertThat(refused(PublicationIT.keyed("asing", LoadMode.MERGE).mapping()))
        .isEqualTo("table.foreign");

    drive(PublicationIT.keyed("punya", LoadMode.MERGE).mapping()).load(rows(row("1", "a")));
    assertThat(refused(PublicationIT.keyed("punya", LoadMode.MERGE).named("dkupp/lain").mapping()))
        .isEqualTo("table.owned");
    assertThat(
            refused(
                Sample.of("punya", LoadMode.MERGE, "a")
                    .required("a", new ColumnType.TextType())
                    .column("b", new ColumnType.DateType())
                    .mapping()))
        .isEqualTo("table.type");
    assertThat(
            refused(
                Sample.of("punya", LoadMode.MERGE, "b")
                    .required("a", new ColumnType.TextType())
                    .column("b", new ColumnType.TextType())
                    .mapping()))
        .isEqualTo("table.key");
    Look.execute(database, "ALTER TABLE warehouse.punya DROP COLUMN b CASCADE");
    assertThat(refused(PublicationIT.keyed("punya", LoadMode.MERGE).mapping()))
        .isEqualTo("table.changed");
  }

  private String refused(Mapping mapping) {
    TargetRefused refused =
        catchThrowableOfType(
            TargetRefused.class, () -> drive(mapping).bytes("b").load(rows(row("9", "z"))));
    assertThat(refused).isNotNull();
    return refused.issue().code();
  }

  private static Mapping mapping(String table, String key) {
    Sample sample =
        key.isEmpty() ? Sample.of(table, LoadMode.APPEND) : Sample.of(table, LoadMode.MERGE, key);
    return sample
        .required("a", new ColumnType.TextType())
        .column("b", new ColumnType.TextType())
        .mapping();
  }

  private static void cutOthers() {
    String sql =
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND backend_type = 'client backend' AND state <> 'idle'";
    try {
      Look.select(database, sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RunListener step(RunStep wanted, Runnable action) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        if (step == wanted) {
          action.run();
        }
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Drive drive(Mapping mapping) {
    return new Drive(new PostgresWarehouse(database.connections(), work), mapping);
  }
}

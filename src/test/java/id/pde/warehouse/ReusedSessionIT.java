package id.pde.warehouse;

import static id.pde.warehouse.Look.row;
import static id.pde.warehouse.Look.rows;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.Connections;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a server that go on with the connections, and the statements, of those before them. */
final class ReusedSessionIT {

  /** The driver prepares a statement on the server when it is used for the fifth time. */
  private static final int RUNS = 9;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  private Connections connections;

  @BeforeEach
  void reuse() {
    connections = new Connections(database.settings());
    connections.reuse();
  }

  @AfterEach
  void rest() {
    connections.rest();
  }

  @Test
  void manyDeliveriesOfOneMappingAreMergedAsTheFirst() throws SQLException {
    Mapping mapping = PublicationIT.keyed("arus", LoadMode.MERGE).mapping();
    for (int run = 1; run <= RUNS; run++) {
      String name = String.valueOf(run);
      Counts counts =
          drive(mapping)
              .bytes(name)
              .load(rows(row("1", name), row("2", "sama"), row("n" + name, null)))
              .counts();
      assertThat(counts)
          .isEqualTo(
              run == 1
                  ? new Counts(3, 3, 0, 0, 3, 0, 0, 0, 0)
                  : new Counts(3, 3, 0, 0, 1, 1, 1, 0, 0));
    }

    assertThat(Look.select(database, "SELECT b FROM warehouse.arus WHERE a IN ('1', '2')"))
        .containsExactlyInAnyOrder(String.valueOf(RUNS), "sama");
    assertThat(Look.select(database, "SELECT count(*) FROM history.arus"))
        .containsExactly(String.valueOf(RUNS - 1));
  }

  @Test
  void columnsOfOneNameMayBeOfOtherTypesInAnotherMapping() throws SQLException {
    Mapping texts = PublicationIT.keyed("teks", LoadMode.MERGE).mapping();
    Mapping numbers =
        Sample.of("angka", LoadMode.MERGE, "a")
            .required("a", new ColumnType.IntegerType())
            .column("b", new ColumnType.DateType())
            .mapping();
    for (int run = 1; run <= RUNS; run++) {
      String name = String.valueOf(run);
      drive(texts).bytes(name).load(rows(row("k", name)));
      drive(numbers).bytes(name).load(rows(row((long) run, null)));
    }

    assertThat(Look.select(database, "SELECT a, b FROM warehouse.teks")).containsExactly("k|9");
    assertThat(Look.select(database, "SELECT count(*), max(a) FROM warehouse.angka"))
        .containsExactly("9|9");
  }

  @Test
  void aTableThatWasChangedMeanwhileIsLoadedAsItIsNow() throws SQLException {
    for (int run = 1; run <= RUNS; run++) {
      drive(prices(5)).bytes("v" + run).load(rows(row("k" + run, null)));
    }
    Drive elsewhere =
        new Drive(new PostgresWarehouse(new Connections(database.settings()), work), prices(12));
    elsewhere.bytes("w").load(rows(row("lain", null)));

    Counts counts =
        drive(prices(12)).bytes("x").load(rows(row("lain", null), row("baru", null))).counts();

    assertThat(counts).isEqualTo(new Counts(2, 2, 0, 0, 1, 0, 1, 0, 0));
  }

  private static Mapping prices(int precision) {
    return Sample.of("harga", LoadMode.MERGE, "a")
        .required("a", new ColumnType.TextType())
        .column("b", new ColumnType.DecimalType(precision, 2))
        .mapping();
  }

  private Drive drive(Mapping mapping) {
    return new Drive(new PostgresWarehouse(connections, work), mapping);
  }
}

package id.pde.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PlanBenchIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @Test
  void comparesPlansWithTheirLoads() throws IOException, SQLException {
    BenchOptions options = BenchOptions.parse(List.of("--rows=1000", "--rounds=1"));

    List<PlanResult> results = new PlanBench(database.connections(), work, line -> {}).run(options);

    assertThat(results).hasSize(2).allSatisfy(one -> assertThat(one.ratio()).isPositive());
    assertThat(results.get(0).table()).contains("plan, 1 % differs", "load s");
    assertThat(results.get(1).json()).startsWith("{\"rows\":1000,\"which\":\"all new\"");
    nothingIsLeft();
  }

  @Test
  void takesBackWhatRunsTouched() throws IOException, SQLException {
    BenchOptions options = BenchOptions.parse(List.of("--rows=2000", "--rounds=2"));

    List<UndoResult> results = new UndoBench(database.connections(), work, line -> {}).run(options);

    assertThat(results).hasSize(12).allSatisfy(one -> assertThat(one.perRow()).isPositive());
    assertThat(results.get(11).line()).startsWith("undo, merge: 200 of 2,000 rows ");
    assertThat(results.get(0).json())
        .startsWith("{\"kind\":\"append without a key\",\"standing\":200,\"touched\":2,");
    nothingIsLeft();
  }

  private void nothingIsLeft() throws SQLException {
    assertThat(work).isEmptyDirectory();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet left =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM pde.run) + (SELECT count(*) FROM pde.owned_table)"
                    + " + (SELECT count(*) FROM pg_tables WHERE schemaname IN ('warehouse', 'history'))"
                    + " + (SELECT count(*) FROM pg_proc WHERE proname LIKE 'pde_bench%')")) {
      left.next();
      assertThat(left.getLong(1)).isZero();
    }
  }
}

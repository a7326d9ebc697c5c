package id.pde.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.bench.BenchOptions.Shape;
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

final class AppendBenchIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @Test
  void runsBothSidesAndLeavesNothingBehind() throws IOException, SQLException {
    BenchOptions options = BenchOptions.parse(List.of("--rows=2000", "--rounds=2", "--json"));

    BenchResult result = new AppendBench(database.connections(), work, line -> {}).run(options);

    assertThat(options.shape()).isEqualTo(Shape.JSON);
    assertThat(result.rows()).isEqualTo(2_000);
    assertThat(result.road()).hasSize(2);
    assertThat(result.copy()).hasSize(2);
    assertThat(result.table()).contains("COPY side: COPY warehouse.pde_bench_copy FROM STDIN");
    assertThat(result.json()).startsWith("{\"rows\":2000,");
    assertThat(work).isEmptyDirectory();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet left =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM pde.run) + (SELECT count(*) FROM pde.delivery)"
                    + " + (SELECT count(*) FROM pde.owned_table)"
                    + " + (SELECT count(*) FROM pg_tables WHERE schemaname IN ('warehouse', 'history'))")) {
      left.next();
      assertThat(left.getLong(1)).isZero();
    }
  }
}

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

final class PullBenchIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @Test
  void runsBothSidesAndLeavesNothingBehind() throws IOException, SQLException {
    BenchOptions options = BenchOptions.parse(List.of("--rows=1000", "--rounds=1"));

    PullResult result = new PullBench(database.connections(), work, line -> {}).run(options);

    assertThat(result.ratio()).isPositive();
    assertThat(result.table()).contains("pull, 1,000 rows", "COPY bench TO STDOUT");
    assertThat(result.json()).startsWith("{\"rows\":1000,");
    assertThat(work).isEmptyDirectory();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet left =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM pde.run) + (SELECT count(*) FROM pde.owned_table)"
                    + " + (SELECT count(*) FROM pde.delivery)")) {
      left.next();
      assertThat(left.getLong(1)).isZero();
    }
  }
}

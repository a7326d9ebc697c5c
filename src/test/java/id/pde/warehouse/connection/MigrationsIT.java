package id.pde.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.TargetRefused;
import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsIT {

  private static final String OLD = "classpath:id/pde/warehouse/connection/old";
  private static final String NEW = "classpath:id/pde/warehouse/connection/new";
  private static final String BROKEN = "classpath:id/pde/warehouse/connection/broken";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @BeforeEach
  void startWithoutTheSchema() throws SQLException {
    execute("DROP SCHEMA IF EXISTS pde CASCADE");
  }

  @Test
  void bringsTheSchemaToItsVersionAndOn() throws SQLException {
    migrations(OLD).apply();
    assertThat(versions()).isEqualTo("1");
    migrations(NEW).apply();
    migrations(NEW).apply();
    assertThat(versions()).isEqualTo("1,2");
  }

  @Test
  void refusesASchemaNewerThanItself() throws SQLException {
    migrations(NEW).apply();
    String place = database.settings().place();
    assertThatThrownBy(() -> migrations(OLD).apply())
        .isInstanceOfSatisfying(
            TargetRefused.class,
            refused -> {
              assertThat(refused.issue().code()).isEqualTo("database.schema_newer");
              assertThat(refused.issue().message().id())
                  .isEqualTo(
                      "Skema pde di "
                          + place
                          + " ada pada versi 2; PDE ini hanya mengenal sampai versi 1");
              assertThat(refused.issue().message().en())
                  .isEqualTo(
                      "The schema pde in "
                          + place
                          + " is at version 2; this PDE knows versions up to 1");
            });
    assertThat(versions()).isEqualTo("1,2");
  }

  @Test
  void leavesNothingOfAMigrationThatFails() throws SQLException {
    assertThatThrownBy(() -> migrations(BROKEN).apply())
        .isInstanceOf(TargetRefused.class)
        .hasMessage(
            "database.migration: The schema pde in "
                + database.settings().place()
                + " cannot be brought to the version of this PDE");
    assertThat(ask("SELECT to_regclass('pde.half') IS NULL")).isEqualTo("t");
    migrations(NEW).apply();
    assertThat(versions()).isEqualTo("1,2");
  }

  @Test
  void manyAtOnceMigrateOnce() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(6);
    try {
      Callable<Void> start =
          () -> {
            migrations(NEW).apply();
            return null;
          };
      for (Future<Void> done :
          starters.invokeAll(List.of(start, start, start, start, start, start))) {
        done.get();
      }
    } finally {
      starters.shutdownNow();
    }
    assertThat(versions()).isEqualTo("1,2");
  }

  private static Migrations migrations(String location) {
    return new Migrations(database.connections(), location);
  }

  private static String versions() throws SQLException {
    return ask(
        "SELECT string_agg(version, ',' ORDER BY installed_rank) FROM pde.flyway_schema_history"
            + " WHERE success AND version IS NOT NULL");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String question) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}

package id.pde.kill;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.app.embedded.ServerStatus;
import id.pde.kill.Child.Mode;
import id.pde.run.Home;
import id.pde.run.RunStep;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Migrations;
import id.pde.warehouse.connection.Purpose;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL itself is killed in the middle of a load, on a server that keeps what it commits. */
class PostmasterKillIT {

  private static final long PAUSE = 150;

  @TempDir private static Path root;
  private static EmbeddedServer server;
  private static List<String> clean;

  @BeforeAll
  static void loadsUndisturbed() throws Exception {
    server = new EmbeddedServer(new Home(root.resolve("server")), text -> {});
    ConnectionSettings database = server.ensureRunning();
    new Migrations(new Connections(database)).apply();
    try (Connection connection = new Connections(database).open(Purpose.QUERY)) {
      Picture.begin(connection);
    }
    Trial trial = Trial.in(root, "clean");
    try (Child child = Child.start(trial, new Child.Order(database, Mode.WHOLE, 0))) {
      child.begin();
      assertThat(child.rest().ended()).as(child.errors()).isTrue();
    }
    clean = picture(trial, database);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"READING", "MERGED", "RECORDED", "COMMITTED"})
  void endsLikeACleanRunAfterTheServerWasKilledAt(RunStep step) throws Exception {
    Trial trial = Trial.in(root, "server_" + step.name().toLowerCase(Locale.ROOT));
    ConnectionSettings database = server.ensureRunning();
    ConnectionSettings again;
    try (Child child = Child.start(trial, new Child.Order(database, Mode.WHOLE, PAUSE))) {
      child.begin();
      child.awaits(step.name());
      killServer();
      again = server.ensureRunning();
      // It tries again by itself, or gives up and leaves the rest to the next start.
      child.rest();
    }
    trial.restart(again);
    assertThat(Difference.between(clean, picture(trial, again))).isNull();
  }

  @Test
  void endsLikeACleanRunAfterBothWereKilledBeforeTheCommit() throws Exception {
    Trial trial = Trial.in(root, "both");
    ConnectionSettings database = server.ensureRunning();
    try (Child child = Child.start(trial, new Child.Order(database, Mode.WHOLE, PAUSE))) {
      child.begin();
      child.awaits(RunStep.RECORDED.name());
      killServer();
      assertThat(child.killedAfter(0).last()).isEqualTo(RunStep.RECORDED.name());
    }
    ConnectionSettings again = server.ensureRunning();
    trial.restart(again);
    assertThat(Difference.between(clean, picture(trial, again))).isNull();
  }

  private static void killServer() {
    if (!(server.status() instanceof ServerStatus.Running running)) {
      throw new IllegalStateException("the server is not running");
    }
    ProcessHandle postmaster = ProcessHandle.of(running.pid()).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  private static List<String> picture(Trial trial, ConnectionSettings database) throws Exception {
    try (Connection connection = new Connections(database).open(Purpose.QUERY)) {
      return Picture.of(connection, trial);
    }
  }
}

package id.pde.kill;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.kill.Child.Mode;
import id.pde.run.RunStep;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that loads a delivery is killed at delays drawn over the measured run, until every step
 * was hit twice; what is left after a restart must equal what a run leaves that nobody disturbed.
 */
class KillIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final long SEED = 20_261_124;
  private static final long PAUSE = 40;
  private static final int EACH = 2;

  /** So many kills go anywhere, before the steps are aimed at that they missed. */
  private static final int ANYWHERE = System.getProperty("pde.evidence") == null ? 12 : 200;

  private static final int AIMED = 80;
  private static final int SPLIT = 20;
  private static final int ENOUGH_DIFFERENCES = 3;

  @TempDir private Path root;
  private final Aim aim = new Aim(new Random(SEED));

  @BeforeAll
  static void countRunsFromAHighNumber() throws SQLException {
    try (Connection connection = database.open()) {
      Picture.begin(connection);
    }
  }

  @Test
  void leavesWhatACleanRunLeavesWhereverItIsKilled() throws Exception {
    KillReport report = new KillReport("whole", SEED);
    try {
      List<String> clean = clean("clean", Mode.WHOLE);
      while (report.kills() < ANYWHERE + AIMED
          && report.differences().size() < ENOUGH_DIFFERENCES) {
        List<RunStep> lacking = lacking(report);
        if (report.kills() >= ANYWHERE && lacking.isEmpty()) {
          break;
        }
        long delay = report.kills() < ANYWHERE ? aim.anywhere() : aim.within(lacking);
        report.add(kill(new Plan("kill_" + (report.kills() + 1), Mode.WHOLE, delay), clean));
      }
    } finally {
      report.print();
    }
    assertThat(report.differences()).as("seed %d", SEED).isEmpty();
    assertThat(lacking(report))
        .as("steps hit less than %d times in %d kills, seed %d", EACH, report.kills(), SEED)
        .isEmpty();
  }

  @Test
  void seesAPublishThatIsSplitIntoTwoTransactions() throws Exception {
    KillReport report = new KillReport("split", SEED);
    try {
      List<String> clean = clean("clean_split", Mode.SPLIT);
      while (report.kills() < SPLIT && report.differences().isEmpty()) {
        long delay = aim.within(List.of(RunStep.QUARANTINED, RunStep.RECORDED));
        report.add(kill(new Plan("split_" + (report.kills() + 1), Mode.SPLIT, delay), clean));
      }
    } finally {
      report.print();
    }
    assertThat(report.differences()).as("a split publish is seen, seed %d", SEED).isNotEmpty();
  }

  private record Plan(String table, Mode mode, long delay) {}

  private static List<RunStep> lacking(KillReport report) {
    return Stream.of(RunStep.values()).filter(step -> report.hits(step.name()) < EACH).toList();
  }

  private List<String> clean(String table, Mode mode) throws Exception {
    Trial trial = Trial.in(root, table);
    try (Child child = Child.start(trial, order(mode))) {
      child.begin();
      Timeline timeline = child.rest();
      assertThat(timeline.ended()).as(child.errors()).isTrue();
      aim.learn(timeline);
    }
    return picture(trial);
  }

  private KillReport.Kill kill(Plan plan, List<String> clean) throws Exception {
    Trial trial = Trial.in(root, plan.table());
    Timeline timeline;
    try (Child child = Child.start(trial, order(plan.mode()))) {
      child.begin();
      timeline = child.killedAfter(plan.delay());
    }
    aim.learn(timeline);
    trial.restart(database.settings());
    return new KillReport.Kill(
        plan.table(),
        plan.delay(),
        timeline.ended() ? null : timeline.last(),
        Difference.between(clean, picture(trial)));
  }

  private static Child.Order order(Mode mode) {
    return new Child.Order(database.settings(), mode, PAUSE);
  }

  private static List<String> picture(Trial trial) throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return Picture.of(connection, trial);
    }
  }
}

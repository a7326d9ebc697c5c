package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Setup;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.schedule.keep.Gate;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers on one database in this JVM, each with a connection of its own, and one clock. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class SharedSchedules {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  static final String DAILY = "at=03:00&days=daily&zone=Asia/Jakarta&on-holiday=run&missed=once";
  static final By ANA = new By("ana", "rapat");

  /** 03:00 in Jakarta. */
  static final Instant THREE = Instant.parse("2026-03-01T20:00:00Z");

  static final Duration LEASE = Duration.ofSeconds(2);

  final SettableClock clock = new SettableClock(THREE.minus(Duration.ofHours(1)));
  final List<SchedulingNode> nodes = new ArrayList<>();
  final ScheduleRecords records = new PostgresScheduleRecords(database::connections);

  @AfterEach
  void end() {
    nodes.forEach(SchedulingNode::close);
  }

  SchedulingNode node(String name, String... datasets) {
    return node(name, database::connections, new Setup(LEASE, List.of(datasets), Gate.OPEN));
  }

  SchedulingNode node(String name, Supplier<Connections> connections, Setup setup) {
    SchedulingNode node = new SchedulingNode(name, connections, clock, setup);
    nodes.add(node);
    return node;
  }

  List<PastFire> fires(String name) {
    return records.fires(name, 100);
  }

  static void until(Check check) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!check.holds()) {
      assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  interface Check {
    boolean holds();
  }
}

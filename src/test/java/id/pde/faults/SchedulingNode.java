package id.pde.faults;

import id.pde.run.timetable.Fires.Node;
import id.pde.schedule.RuleReader;
import id.pde.schedule.Schedule;
import id.pde.schedule.Timekeeper.Done;
import id.pde.schedule.expect.Holidays;
import id.pde.schedule.keep.Gate;
import id.pde.schedule.keep.Keeper;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.timetable.PostgresFires;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A server's schedules without the server; a test beats its heart and sets its clock. */
final class SchedulingNode implements AutoCloseable {

  private final Keeper keeper;
  private final ConcurrentLinkedQueue<String> worked = new ConcurrentLinkedQueue<>();

  SchedulingNode(String name, Supplier<Connections> database, InstantSource clock, Setup setup) {
    Map<String, List<String>> all = new HashMap<>();
    List.of("satu", "tiga").forEach(schedule -> all.put(schedule, setup.datasets()));
    keeper =
        new Keeper(
            new Keeper.Ports(
                new PostgresScheduleRecords(database),
                new PostgresFires(database),
                () -> Holidays.NONE,
                setup.gate(),
                all,
                ofDatabase -> clock.instant()),
            new Keeper.Settings(new Node(name, "here:" + name), setup.lease(), 4));
  }

  /**
   * How it is set up.
   *
   * @param datasets of the schedules {@code satu} and {@code tiga}
   */
  record Setup(Duration lease, List<String> datasets, Gate gate) {
    Setup {
      datasets = List.copyOf(datasets);
    }
  }

  /** What a fire does. */
  interface Work {
    Work DONE = () -> new Done("done", List.of(), "");
    Work FAILING = () -> new Done("failed", List.of(7L), "source.broken");

    Done work();

    /** Ends when it is told to. */
    static Work of(CountDownLatch end) {
      return () -> {
        try {
          end.await();
        } catch (InterruptedException told) {
          Thread.currentThread().interrupt();
        }
        return DONE.work();
      };
    }
  }

  void bring(String name, String rule, Work work) {
    Schedule schedule = RuleReader.written(name, rule);
    keeper.bring(
        schedule,
        order -> {
          worked.add(order.schedule() + " " + order.planned());
          return work.work();
        });
  }

  void leave(String name) {
    keeper.leave(name);
  }

  void beat() {
    keeper.beat();
  }

  /** Schedules and planned moments, as they began. */
  List<String> worked() {
    return List.copyOf(worked);
  }

  @Override
  public void close() {
    keeper.close();
  }
}

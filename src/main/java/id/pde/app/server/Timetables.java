package id.pde.app.server;

import id.pde.app.Wiring;
import id.pde.route.RouteReview;
import id.pde.run.timetable.Fires.Node;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.expect.HolidayFile;
import id.pde.schedule.keep.Dependencies;
import id.pde.schedule.keep.Keeper;
import id.pde.warehouse.timetable.PostgresFires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes the keeper of a server's schedules. */
final class Timetables {

  /** After this time another node takes over what a lost one had. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int WORKERS = 8;

  private Timetables() {}

  static Keeper keeper(Wiring wiring, RouteReview review, Node node) {
    Map<String, List<String>> datasets =
        review.schedules().stream()
            .collect(Collectors.toMap(one -> one.schedule().name(), RoutedSchedule::datasets));
    return new Keeper(
        new Keeper.Ports(
            wiring.scheduleRecords(),
            new PostgresFires(wiring::connections),
            () -> HolidayFile.read(wiring.settings().mappings()).holidays(),
            new Dependencies(wiring.mappings(), wiring::submissions),
            datasets,
            UnaryOperator.identity()),
        new Keeper.Settings(node, LEASE, WORKERS));
  }
}

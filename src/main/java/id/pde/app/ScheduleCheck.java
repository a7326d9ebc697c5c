package id.pde.app;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.app.embedded.ServerStatus;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.run.timetable.Kept;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.RuleText;
import id.pde.schedule.expect.HolidayFile;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names what officers set and routes say otherwise, and what was kept of routes that are gone. Only
 * where the database is up: a check starts none.
 */
final class ScheduleCheck {

  private ScheduleCheck() {}

  /** The record beside the routes of the deployment. */
  static ScheduleBook book(Wiring wiring) {
    Settings settings = wiring.settings();
    RouteCheck checked =
        RouteCheck.of(settings.routes(), wiring.mappings().read(), settings.widened());
    return new ScheduleBook(
        checked.review().schedules(),
        wiring.scheduleRecords(),
        HolidayFile.read(settings.mappings()).holidays());
  }

  /** What officers set and routes say otherwise. */
  static List<Issue> warnings(Wiring wiring, List<RoutedSchedule> routed) {
    if (!isUp(wiring)) {
      return List.of();
    }
    try {
      return compared(new PostgresScheduleRecords(wiring.databases()::asItIs).all(), routed);
    } catch (RunStopped away) {
      // What cannot be compared is no fault of a file.
      return List.of();
    }
  }

  private static boolean isUp(Wiring wiring) {
    return wiring.databases().embedded().map(ScheduleCheck::isUp).orElse(true);
  }

  private static boolean isUp(EmbeddedServer server) {
    return server.status() instanceof ServerStatus.Running;
  }

  private static List<Issue> compared(List<Kept> record, List<RoutedSchedule> routed) {
    Map<String, RoutedSchedule> routes =
        routed.stream()
            .collect(Collectors.toMap(one -> one.schedule().name(), Function.identity()));
    List<Issue> issues = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (Kept kept : record) {
      RoutedSchedule route = routes.get(kept.name());
      if (route == null) {
        gone.add(kept.name());
      } else if (kept.byOfficer() && !kept.rule().equals(RuleText.words(route.schedule()))) {
        issues.add(differs(kept, route));
      }
    }
    if (!gone.isEmpty()) {
      issues.add(gone(String.join(", ", gone)));
    }
    return issues;
  }

  private static Issue differs(Kept kept, RoutedSchedule route) {
    return issue(
        route.place(),
        "schedule.differs",
        new Text(
            "jadwal " + kept.name() + " diatur petugas: " + kept.rule(),
            "the schedule " + kept.name() + " was set by an officer: " + kept.rule()),
        new Text(
            "tulis itu di rute, atau kembali ke rute dengan pde schedule set "
                + kept.name()
                + " --reset",
            "write that in the route, or go back to it with pde schedule set "
                + kept.name()
                + " --reset"));
  }

  private static Issue gone(String names) {
    return issue(
        new FilePlace("routes", 1, 1),
        "schedule.no_route",
        new Text(
            "tidak ada rute untuk jadwal " + names + "; tidak berjalan",
            "no route begins with the schedule " + names + "; it does not fire"),
        new Text(
            "tidak perlu apa-apa bila rutenya memang dihapus; catatannya tetap ada",
            "nothing to do where the route was removed on purpose; its record stays"));
  }

  private static Issue issue(FilePlace place, String code, Text message, Text fix) {
    return Issue.of(code, Severity.WARN, place, new Advice("schedule", message, fix));
  }
}

package id.pde.route;

import id.pde.model.Issue;
import id.pde.schedule.RoutedSchedule;
import java.util.List;
import java.util.Map;

/**
 * What the police found in route files.
 *
 * @param faults of all files, by place; with one of them no route may start
 * @param schedules that the routes begin with
 * @param inboxes agencies whose watched folder a route reads, and folders elsewhere by the names of
 *     their doors, each with the mapping of its files
 */
public record RouteReview(
    List<Issue> faults, List<RoutedSchedule> schedules, Map<String, String> inboxes) {

  public RouteReview {
    faults = List.copyOf(faults);
    schedules = List.copyOf(schedules);
    inboxes = Map.copyOf(inboxes);
  }
}

package id.pde.schedule;

import id.pde.model.Location.FilePlace;
import java.util.List;

/**
 * A schedule that a route begins with.
 *
 * @param datasets what the route loads, as far as it names mappings
 */
public record RoutedSchedule(Schedule schedule, FilePlace place, List<String> datasets) {
  public RoutedSchedule {
    datasets = List.copyOf(datasets);
  }
}

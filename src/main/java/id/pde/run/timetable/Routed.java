package id.pde.run.timetable;

import java.util.List;

/**
 * A schedule as its route begins with it.
 *
 * @param datasets what the route loads, as far as it names mappings
 */
public record Routed(String name, String rule, List<String> datasets) {
  public Routed {
    datasets = List.copyOf(datasets);
  }
}

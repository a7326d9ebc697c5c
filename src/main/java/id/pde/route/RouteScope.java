package id.pde.route;

import java.util.Set;

/**
 * What routes may speak of.
 *
 * @param mappings ids of all mapping files, faulty ones included: their faults are told elsewhere
 * @param databases names of the agencies' databases
 * @param widened further endpoint schemes that this deployment allows
 * @param unmarked ids of mappings that have no watermark, as far as they are free of faults
 */
public record RouteScope(
    Set<String> mappings,
    Set<String> agencies,
    Set<String> databases,
    Set<String> widened,
    Set<String> unmarked) {

  /** Of mappings whose watermarks nobody looks at. */
  public RouteScope(
      Set<String> mappings, Set<String> agencies, Set<String> databases, Set<String> widened) {
    this(mappings, agencies, databases, widened, Set.of());
  }

  public RouteScope {
    mappings = Set.copyOf(mappings);
    agencies = Set.copyOf(agencies);
    databases = Set.copyOf(databases);
    widened = Set.copyOf(widened);
    unmarked = Set.copyOf(unmarked);
  }
}

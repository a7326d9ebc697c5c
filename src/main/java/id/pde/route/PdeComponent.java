package id.pde.route;

import id.pde.schedule.Schedules;
import id.pde.schedule.Timekeeper;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The component {@code pde:}. It only carries: the {@link Road} loads, {@link Schedules} wake
 * watched folders, a {@link Timekeeper} wakes what officers schedule. All must be given before a
 * route starts; so the component is registered by hand, not found by name.
 */
public final class PdeComponent extends DefaultComponent {

  private final Road road;
  private final Schedules schedules;
  private final Timekeeper timekeeper;

  public PdeComponent(Road road, Schedules schedules, Timekeeper timekeeper) {
    this.road = road;
    this.schedules = schedules;
    this.timekeeper = timekeeper;
  }

  Road road() {
    return road;
  }

  Schedules schedules() {
    return schedules;
  }

  Timekeeper timekeeper() {
    return timekeeper;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    OwnAddresses.HandedOptions handed = OwnAddresses.HandedOptions.of(remaining, parameters);
    // The police has checked their names and values; none is left for Camel to set.
    parameters.clear();
    return new PdeEndpoint(uri, this, handed.path(), handed.options());
  }
}

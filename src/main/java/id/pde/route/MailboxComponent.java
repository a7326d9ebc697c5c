package id.pde.route;

import id.pde.schedule.Schedules;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The component {@code imaps:}: attachments of mails. It is PDE's own: that of Camel takes headers
 * of a mail for orders to Camel (CVE-2026-33454). It is registered by hand.
 */
public final class MailboxComponent extends DefaultComponent {

  private final Road road;
  private final Schedules schedules;

  public MailboxComponent(Road road, Schedules schedules) {
    this.road = road;
    this.schedules = schedules;
  }

  Road road() {
    return road;
  }

  Schedules schedules() {
    return schedules;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    OwnAddresses.HandedOptions handed = OwnAddresses.HandedOptions.of(remaining, parameters);
    // The police has checked their names and values; none is left for Camel to set.
    parameters.clear();
    return new MailboxEndpoint(uri, this, handed.path(), handed.options());
  }
}

package id.pde.route;

import id.pde.route.door.FolderAddress;
import id.pde.schedule.Schedules;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The components {@code sftp:} and {@code ftps:}: a watched folder on a machine elsewhere. They are
 * PDE's own: those of Camel build paths from the names that a server reports (CVE-2026-79983). They
 * are registered by hand.
 */
public final class FolderComponent extends DefaultComponent {

  private final FolderAddress.Kind kind;
  private final Road road;
  private final Schedules schedules;

  public FolderComponent(FolderAddress.Kind kind, Road road, Schedules schedules) {
    this.kind = kind;
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
    return new FolderEndpoint(
        uri, this, new FolderEndpoint.Place(kind, handed.path(), handed.options()));
  }
}

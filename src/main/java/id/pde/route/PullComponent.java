package id.pde.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jdbc.JdbcComponent;
import org.apache.camel.util.PropertiesHelper;

/**
 * The component {@code jdbc:} with PDE's own way of asking: rows come one by one from every
 * database, as it holds them, and nothing is ever committed there. The road must be given before a
 * route starts; so the component is registered by hand.
 */
public final class PullComponent extends JdbcComponent {

  private final Road road;

  public PullComponent(Road road) {
    this.road = road;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    PullEndpoint endpoint = new PullEndpoint(uri, this, remaining, road);
    endpoint.setParameters(PropertiesHelper.extractProperties(parameters, "statement."));
    // The police has checked the others; they say what this component does in any case.
    parameters.clear();
    return endpoint;
  }
}

package id.pde.route;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * Hands PDE's own doors the places of secrets instead of the secrets: Camel would put them into the
 * addresses of endpoints, where their signs mean something, and where errors quote them.
 */
final class SecretReferences implements RouteBuilderLifecycleStrategy {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\{\\{|%7[Bb]%7[Bb])(env|file)(?::|%3[Aa])([A-Za-z0-9][A-Za-z0-9._-]*)(?:}}|%7[Dd]%7[Dd])");

  private final Set<String> schemes;

  /**
   * @param schemes of doors that look behind the references themselves
   */
  SecretReferences(Set<String> schemes) {
    this.schemes = Set.copyOf(schemes);
  }

  @Override
  public void afterConfigure(RouteBuilder builder) {
    for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
      if (route.getInput() != null) {
        route.getInput().setUri(referring(route.getInput().getUri()));
      }
      steps(route.getOutputs());
    }
  }

  private void steps(List<ProcessorDefinition<?>> steps) {
    for (ProcessorDefinition<?> step : steps) {
      if (step instanceof ToDefinition to) {
        to.setUri(referring(to.getUri()));
      }
      steps(step.getOutputs());
    }
  }

  private String referring(String uri) {
    int cut = uri.indexOf(':');
    return cut > 0 && schemes.contains(uri.substring(0, cut))
        ? REFERENCE.matcher(uri).replaceAll("$1:$2")
        : uri;
  }
}

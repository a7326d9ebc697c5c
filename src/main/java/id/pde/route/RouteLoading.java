package id.pde.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.component.jdbc.JdbcEndpoint;
import org.apache.camel.component.jdbc.JdbcOutputType;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.component.sql.SqlOutputType;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.UnmarshalDefinition;
import org.apache.camel.model.dataformat.CsvDataFormat;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Gives Camel the characters that the police has checked, and makes sure that routes stream. */
public final class RouteLoading {

  private static final int ROWS_AT_ONCE = 1000;

  private RouteLoading() {}

  /** Adds the routes of checked files. */
  public static void add(CamelContext context, List<RouteFile> files) throws Exception {
    context.getCamelContextExtension().registerEndpointCallback(RouteLoading::streaming);
    // Camel's own handler would log messages of exceptions, which may quote values of the data.
    context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
    Faults alike = new Faults();
    OwnAddresses addresses = new OwnAddresses(files, alike);
    if (!alike.sorted().isEmpty()) {
      throw new IllegalArgumentException("the police has not seen these files");
    }
    Collection<Resource> resources = new ArrayList<>();
    for (RouteFile file : files) {
      // Camel chooses its reader by the end of the name (x.kamelet.yaml is another one): all files
      // get the reader that the police knows.
      String name = file.name().replace('.', '_') + ".yaml";
      resources.add(ResourceHelper.fromString(name, file.content()));
    }
    for (RoutesBuilder builder :
        PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources)) {
      if (builder instanceof RouteBuilder routes) {
        routes.addLifecycleInterceptor(new LazyCsv());
        routes.addLifecycleInterceptor(addresses);
      }
      context.addRoutes(builder);
    }
  }

  /**
   * A result is handed over row by row only in this one constellation, with a pool that does not
   * commit by itself; any other reads all of it into memory, or ends after the first thousand rows.
   */
  private static Endpoint streaming(String uri, Endpoint endpoint) {
    if (endpoint instanceof JdbcEndpoint jdbc) {
      jdbc.setOutputType(JdbcOutputType.StreamList);
      jdbc.setResetAutoCommit(false);
      var parameters = new java.util.HashMap<String, Object>();
      if (jdbc.getParameters() != null) {
        parameters.putAll(jdbc.getParameters());
      }
      parameters.putIfAbsent("fetchSize", Integer.toString(ROWS_AT_ONCE));
      jdbc.setParameters(parameters);
    }
    if (endpoint instanceof SqlEndpoint sql) {
      sql.setOutputType(SqlOutputType.StreamList);
      if (sql.getFetchSize() == 0) {
        sql.setFetchSize(ROWS_AT_ONCE);
      }
    }
    return endpoint;
  }

  /** Without it the whole file becomes one list in memory. */
  private static final class LazyCsv implements RouteBuilderLifecycleStrategy {
    @Override
    public void afterConfigure(RouteBuilder builder) {
      builder.getRouteCollection().getRoutes().forEach(route -> lazy(route.getOutputs()));
    }

    private static void lazy(List<ProcessorDefinition<?>> steps) {
      for (ProcessorDefinition<?> step : steps) {
        if (step instanceof UnmarshalDefinition unmarshal
            && unmarshal.getDataFormatType() instanceof CsvDataFormat csv) {
          csv.setLazyLoad("true");
          boolean asMaps =
              "true".equals(csv.getUseMaps()) || "true".equals(csv.getUseOrderedMaps());
          if (!asMaps) {
            csv.setUseOrderedMaps("true");
          }
        }
        lazy(step.getOutputs());
      }
    }
  }
}

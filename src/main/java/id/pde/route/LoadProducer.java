package id.pde.route;

import id.pde.model.Period;
import id.pde.run.RunReport;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** The end of a route: loads its body through a mapping and writes what became of it as headers. */
final class LoadProducer extends DefaultProducer {

  private final Road road;
  private final String mapping;
  private final @Nullable String period;

  LoadProducer(PdeEndpoint endpoint, Road road, String mapping, @Nullable String period) {
    super(endpoint);
    this.road = road;
    this.mapping = mapping;
    this.period = period;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Message message = exchange.getMessage();
    PdeHeaders.removeCommands(message);
    // Rows have no name of their own; files of an inbox and bytes with PdeName have.
    String dataset = mapping.substring(mapping.indexOf('/') + 1);
    Road.Brought brought = Bodies.brought(exchange, dataset);
    List<RunReport> reports = road.load(brought, new Road.Target(mapping, period(message)));
    Loaded.note(exchange, reports);
    Fetching.note(exchange, reports);
    message.setBody(reports.size() == 1 ? reports.get(0) : reports);
    PdeHeaders.write(message, reports);
  }

  private @Nullable Period period(Message message) {
    String given = message.getHeader(PdeHeaders.PERIOD, String.class);
    String words = given == null ? period : given;
    if (words == null) {
      return null;
    }
    return Period.parse(words)
        .orElseThrow(() -> new IllegalArgumentException("the header PdePeriod is no period"));
  }
}

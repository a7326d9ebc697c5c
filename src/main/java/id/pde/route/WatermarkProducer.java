package id.pde.route;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Tells the statement that follows from where to go on: headers {@code since} and {@code tie}. */
final class WatermarkProducer extends DefaultProducer {

  private final Road road;
  private final String mapping;

  WatermarkProducer(PdeEndpoint endpoint, Road road, String mapping) {
    super(endpoint);
    this.road = road;
    this.mapping = mapping;
  }

  @Override
  public void process(Exchange exchange) {
    exchange.getMessage().getHeaders().putAll(road.bounds(mapping));
  }
}

package id.pde.route;

import id.pde.run.event.Told;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Tells the event of a message; a message without one tells nothing, whatever it carries. */
final class TellProducer extends DefaultProducer {

  private final Road road;
  private final Way way;

  TellProducer(PdeEndpoint endpoint, Road road, Way way) {
    super(endpoint);
    this.road = road;
    this.way = way;
  }

  /** How it is told. */
  interface Way {
    void tell(Doorway doorway, Told event);
  }

  @Override
  public void process(Exchange exchange) {
    if (!(exchange.getProperty(EventsConsumer.EVENT) instanceof Told event)) {
      throw new IllegalArgumentException("only events are told");
    }
    way.tell(road.doorway(), event);
  }
}

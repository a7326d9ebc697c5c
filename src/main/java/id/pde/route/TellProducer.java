package id.pde.route;

import id.pde.route.door.TellAddress;
import id.pde.run.event.RunEvent;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Tells the event of a message; a message without one tells nothing, whatever it carries. */
final class TellProducer extends DefaultProducer {

  private final Road road;
  private final TellAddress address;

  TellProducer(PdeEndpoint endpoint, Road road, TellAddress address) {
    super(endpoint);
    this.road = road;
    this.address = address;
  }

  @Override
  public void process(Exchange exchange) {
    if (!(exchange.getProperty(EventsConsumer.EVENT) instanceof RunEvent event)) {
      throw new IllegalArgumentException("only events of runs are told");
    }
    road.doorway().teller().tell(address, event);
  }
}

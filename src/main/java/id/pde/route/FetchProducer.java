package id.pde.route;

import id.pde.route.door.Drafts;
import id.pde.route.door.Fetched;
import id.pde.route.door.Fetcher;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches from the web; the message then carries the file. Where nothing is new its road ends. */
final class FetchProducer extends DefaultProducer {

  private static final String COUNT = "PdeFetches";
  private static final Logger LOG = LoggerFactory.getLogger(FetchProducer.class);

  private final Road road;
  private final String door;
  private final Way way;

  FetchProducer(PdeEndpoint endpoint, Road road, String door, Way way) {
    super(endpoint);
    this.road = road;
    this.door = door;
    this.way = way;
  }

  /** How it is fetched. */
  interface Way {
    Optional<Fetched> fetch(Fetcher fetcher, String step, Drafts drafts);
  }

  @Override
  public void process(Exchange exchange) {
    Doorway doorway = road.doorway();
    Optional<Fetched> fetched = way.fetch(doorway.fetcher(), step(exchange), doorway.drafts());
    if (fetched.isEmpty()) {
      LOG.info("{}: nothing new", door);
      exchange.setRouteStop(true);
      return;
    }
    Fetching.begin(exchange, doorway, fetched.get());
    Message message = exchange.getMessage();
    PdeHeaders.removeCommands(message);
    message.setBody(fetched.get().file());
    message.setHeader(PdeHeaders.NAME, fetched.get().name());
  }

  /** The same for each fire, as long as the route stays what it is. */
  private static String step(Exchange exchange) {
    int before = exchange.getProperty(COUNT, 0, Integer.class);
    exchange.setProperty(COUNT, before + 1);
    Endpoint from = exchange.getFromEndpoint();
    // Without what officers change: times and days.
    String beginning = from instanceof PdeEndpoint pde ? pde.path() : from.getEndpointUri();
    return beginning + " " + (before + 1);
  }
}

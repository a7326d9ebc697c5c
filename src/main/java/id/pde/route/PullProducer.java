package id.pde.route;

import id.pde.run.pull.PulledRows;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;

/** Takes the body as the statement and gives its rows; headers are its parameters. */
final class PullProducer extends DefaultProducer {

  private final PullEndpoint endpoint;
  private final Road road;

  PullProducer(PullEndpoint endpoint, Road road) {
    super(endpoint);
    this.endpoint = endpoint;
    this.road = road;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Message message = exchange.getMessage();
    String statement = message.getMandatoryBody(String.class);
    PulledRows rows = road.pull(endpoint.pull(statement, message.getHeaders()));
    exchange.getExchangeExtension().addOnCompletion(new Release(rows));
    message.setBody(rows);
  }

  /** However the route ends, the connection is let go. */
  private static final class Release extends SynchronizationAdapter {
    private final PulledRows rows;

    Release(PulledRows rows) {
      this.rows = rows;
    }

    @Override
    public void onDone(Exchange exchange) {
      rows.close();
    }
  }
}

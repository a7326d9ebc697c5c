package id.pde.route;

import id.pde.run.Claim;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watched folder of an agency: each claimed file is one message with the claim as body. */
final class InboxConsumer extends DefaultConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);

  private final PdeComponent component;
  private final String agency;
  private final Schedule tick;

  InboxConsumer(PdeEndpoint endpoint, Processor processor, PdeComponent component, InboxOf inbox) {
    super(endpoint, processor);
    this.component = component;
    this.agency = inbox.agency();
    this.tick = inbox.tick();
  }

  /** Which folder, how often. */
  record InboxOf(String agency, Schedule tick) {}

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    component.schedules().start(tick, this::look);
  }

  @Override
  protected void doStop() throws Exception {
    component.schedules().stop(tick.name());
    super.doStop();
  }

  private void look(Fire fire) {
    component.road().look(agency, this::send);
  }

  private void send(Claim claim) {
    Exchange exchange = createExchange(true);
    exchange.getMessage().setBody(claim);
    exchange.getMessage().setHeader(PdeHeaders.AGENCY, agency);
    exchange.getMessage().setHeader(PdeHeaders.NAME, claim.name());
    Failures.of(this, exchange)
        .ifPresent(failure -> LOG.error("inbox {}: {}: {}", agency, claim.id(), failure));
  }
}

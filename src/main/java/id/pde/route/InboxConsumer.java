package id.pde.route;

import id.pde.run.Claim;
import id.pde.run.FileNames;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watched folder of an agency: each claimed file is one message with the claim as body. */
final class InboxConsumer extends TickedConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);

  private final PdeComponent component;
  private final String agency;

  InboxConsumer(PdeEndpoint endpoint, Processor processor, PdeComponent component, InboxOf inbox) {
    super(endpoint, processor, component.schedules(), inbox.tick());
    this.component = component;
    this.agency = inbox.agency();
  }

  /** Which folder, how often. */
  record InboxOf(String agency, Schedule tick) {}

  @Override
  void look(Fire fire) {
    component.road().look(agency, this::send);
  }

  private void send(Claim claim) {
    carry(claim, agency)
        .ifPresent(
            failure ->
                LOG.error("inbox {}: {}: {}", agency, FileNames.shown(claim.name()), failure));
  }
}

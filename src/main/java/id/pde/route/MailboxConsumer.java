package id.pde.route;

import id.pde.model.Issue;
import id.pde.route.door.MailWatch;
import id.pde.route.door.MailboxAddress;
import id.pde.run.Claim;
import id.pde.run.SourceUnreadable;
import id.pde.run.TargetUnavailable;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox: each attachment is one message with its claim as body. */
final class MailboxConsumer extends DefaultConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);

  private final MailboxComponent component;
  private final MailboxAddress address;
  private final Schedule tick;
  private final MailWatch watch;
  private final DoorLog log;

  MailboxConsumer(
      MailboxEndpoint endpoint,
      Processor processor,
      MailboxComponent component,
      MailboxAddress address,
      Schedule tick) {
    super(endpoint, processor);
    this.component = component;
    this.address = address;
    this.tick = tick;
    Doorway doorway = component.road().doorway();
    this.watch = new MailWatch(address, doorway.folders(), doorway.mailer());
    this.log = new DoorLog(LOG);
  }

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
    MailWatch.Desk desk = component.road().landing(address.name(), address.agency(), this::send);
    try {
      watch.look(desk, this::note);
      log.well(address.name());
    } catch (SourceUnreadable cannot) {
      log.ill(address.name(), cannot.issue());
    } catch (TargetUnavailable away) {
      // Mails wait where they are; that the database is away is told elsewhere.
      LOG.debug("{}: {}", address.name(), away.issue().code());
    }
  }

  private void note(Issue note) {
    LOG.warn("{}: {}: {}", note.location().shown(), note.code(), note.message().en());
  }

  private void send(Claim claim) {
    Exchange exchange = createExchange(true);
    exchange.getMessage().setBody(claim);
    exchange.getMessage().setHeader(PdeHeaders.AGENCY, address.agency());
    exchange.getMessage().setHeader(PdeHeaders.NAME, claim.name());
    Failures.of(this, exchange)
        .ifPresent(failure -> LOG.error("{}: {}: {}", address.name(), claim.id(), failure));
  }
}

package id.pde.route;

import id.pde.model.Issue;
import id.pde.route.door.FolderAddress;
import id.pde.route.door.FolderWatch;
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

/** A folder elsewhere: each fetched file is one message with its claim as body. */
final class FolderConsumer extends DefaultConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(FolderConsumer.class);

  private final FolderComponent component;
  private final FolderAddress address;
  private final Schedule tick;
  private final FolderWatch watch;
  private final DoorLog log;

  FolderConsumer(
      FolderEndpoint endpoint,
      Processor processor,
      FolderComponent component,
      FolderAddress address,
      Schedule tick) {
    super(endpoint, processor);
    this.component = component;
    this.address = address;
    this.tick = tick;
    this.watch = new FolderWatch(address, component.road().doorway().folders());
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
    FolderWatch.Landing landing =
        component.road().landing(address.name(), address.agency(), this::send);
    try {
      watch.look(landing, this::note);
      log.well(address.name());
    } catch (SourceUnreadable cannot) {
      log.ill(address.name(), cannot.issue());
    } catch (TargetUnavailable away) {
      // Files wait where they are; that the database is away is told elsewhere.
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

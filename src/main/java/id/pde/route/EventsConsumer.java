package id.pde.route;

import id.pde.route.door.DoorWait;
import id.pde.run.TargetUnavailable;
import id.pde.run.door.DoorMarks;
import id.pde.run.event.RunEvent;
import id.pde.run.event.RunEvents.Receiver;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that ended: each is one message, told until its route took it. Loads never wait for it; a
 * receiver that is away is asked less and less often.
 */
final class EventsConsumer extends DefaultConsumer {

  /** The property that carries the event. */
  static final String EVENT = "PdeRunEvent";

  private static final Logger LOG = LoggerFactory.getLogger(EventsConsumer.class);
  private static final int AT_ONCE = 50;

  private final PdeComponent component;
  private final Receiver receiver;
  private final Schedule tick;
  private final DoorWait wait = new DoorWait();

  EventsConsumer(PdeEndpoint endpoint, Processor processor, PdeComponent component, Heard heard) {
    super(endpoint, processor);
    this.component = component;
    this.receiver = heard.receiver();
    this.tick = heard.tick();
  }

  /** Who hears of what, how often. */
  record Heard(Receiver receiver, Schedule tick) {}

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
    Doorway doorway = component.road().doorway();
    if (wait.holds(fire.actual())) {
      return;
    }
    try {
      // One server at a time tells a receiver; what it took is told by no other.
      Optional<DoorMarks.Turn> turn = doorway.folders().marks().enter(tick.name());
      if (turn.isEmpty()) {
        return;
      }
      DoorMarks.Turn held = turn.get();
      try {
        tell(doorway, fire);
      } finally {
        held.close();
      }
    } catch (TargetUnavailable away) {
      LOG.debug("events {}: {}", receiver.name(), away.issue().code());
    }
  }

  private void tell(Doorway doorway, Fire fire) {
    for (RunEvent event : doorway.events().untold(receiver, AT_ONCE)) {
      if (!isTaken(event)) {
        wait.longer(fire.actual());
        return;
      }
      doorway.events().told(receiver, event);
      wait.over();
    }
  }

  private boolean isTaken(RunEvent event) {
    Exchange exchange = createExchange(true);
    exchange.setProperty(EVENT, event);
    exchange.getMessage().setBody(event.sentence().id());
    exchange.getMessage().setHeader(PdeHeaders.RUN, event.run());
    exchange.getMessage().setHeader(PdeHeaders.OUTCOME, event.outcome());
    exchange.getMessage().setHeader(PdeHeaders.MAPPING, event.mapping());
    exchange.getMessage().setHeader(PdeHeaders.AGENCY, event.agency());
    Optional<String> failure = Failures.of(this, exchange);
    failure.ifPresent(
        why -> LOG.warn("events {}: event {} is told later: {}", receiver.name(), event.id(), why));
    return failure.isEmpty();
  }
}

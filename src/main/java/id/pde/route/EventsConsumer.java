package id.pde.route;

import id.pde.route.door.DoorWait;
import id.pde.run.TargetUnavailable;
import id.pde.run.door.DoorMarks;
import id.pde.run.event.Reminder;
import id.pde.run.event.RunEvent;
import id.pde.run.event.RunEvents.Receiver;
import id.pde.run.event.Told;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that ended, and what agencies owe: each is one message, told until its route took it. Loads
 * never wait for it; a receiver that is away is asked less and less often.
 */
final class EventsConsumer extends TickedConsumer {

  /** The property that carries the event. */
  static final String EVENT = "PdeRunEvent";

  private static final Logger LOG = LoggerFactory.getLogger(EventsConsumer.class);
  private static final int AT_ONCE = 50;

  /** What is owed changes with the day and with runs; to find it takes longer than to find runs. */
  private static final Duration OWED = Duration.ofMinutes(1);

  private final PdeComponent component;
  private final Receiver receiver;
  private final String door;
  private final DoorWait wait = new DoorWait();
  private @Nullable Instant reminded;

  EventsConsumer(PdeEndpoint endpoint, Processor processor, PdeComponent component, Heard heard) {
    super(endpoint, processor, component.schedules(), heard.tick());
    this.component = component;
    this.receiver = heard.receiver();
    this.door = heard.tick().name();
  }

  /** Who hears of what, how often. */
  record Heard(Receiver receiver, Schedule tick) {}

  @Override
  void look(Fire fire) {
    Doorway doorway = component.road().doorway();
    if (wait.holds(fire.actual())) {
      return;
    }
    try {
      // One server at a time tells a receiver; what it took is told by no other.
      Optional<DoorMarks.Turn> turn = doorway.folders().marks().enter(door);
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
    if (receiver.hearsOfRuns()) {
      for (RunEvent event : doorway.events().untold(receiver, AT_ONCE)) {
        if (!isTaken(event, fire)) {
          return;
        }
        doorway.events().told(receiver, event);
      }
    }
    Instant last = reminded;
    Instant now = fire.actual();
    if (!receiver.reminders().isEmpty() && (last == null || !now.isBefore(last.plus(OWED)))) {
      for (Reminder reminder : doorway.reminders().untold(receiver, AT_ONCE)) {
        if (!isTaken(reminder, fire)) {
          return;
        }
        doorway.reminders().told(receiver, reminder);
      }
      reminded = now;
    }
  }

  private boolean isTaken(Told event, Fire fire) {
    boolean taken = isTaken(event);
    if (taken) {
      wait.over();
    } else {
      wait.longer(fire.actual());
    }
    return taken;
  }

  private boolean isTaken(Told event) {
    Exchange exchange = createExchange(true);
    exchange.setProperty(EVENT, event);
    exchange.getMessage().setBody(event.sentence().id());
    if (event instanceof RunEvent run) {
      exchange.getMessage().setHeader(PdeHeaders.RUN, run.run());
    }
    exchange.getMessage().setHeader(PdeHeaders.OUTCOME, event.outcome());
    exchange.getMessage().setHeader(PdeHeaders.MAPPING, event.mapping());
    exchange.getMessage().setHeader(PdeHeaders.AGENCY, event.agency());
    Optional<String> failure = Failures.of(this, exchange);
    failure.ifPresent(
        why -> LOG.warn("events {}: event {} is told later: {}", receiver.name(), event.id(), why));
    return failure.isEmpty();
  }
}

package id.pde.route;

import id.pde.model.Issue;
import id.pde.run.Claim;
import id.pde.run.SourceUnreadable;
import id.pde.run.TargetUnavailable;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import id.pde.schedule.Schedules;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.slf4j.Logger;

/**
 * A place elsewhere where files lie: each that is fetched is one message with its claim as body.
 */
abstract class DoorConsumer extends TickedConsumer {

  private final Door door;
  private final DoorLog log;

  /**
   * Which door.
   *
   * @param name without anything secret
   * @param agency whose files lie there
   */
  record Door(String name, String agency, Schedule tick, Logger log) {}

  DoorConsumer(Endpoint endpoint, Processor processor, Schedules schedules, Door door) {
    super(endpoint, processor, schedules, door.tick());
    this.door = door;
    this.log = new DoorLog(door.log());
  }

  /** The road that fetched files take. */
  abstract Road road();

  /** Fetches what is there and sends it. */
  abstract void fetch();

  @Override
  final void look(Fire fire) {
    try {
      fetch();
      log.well(door.name());
      road().noted(door.name(), null);
    } catch (SourceUnreadable cannot) {
      log.ill(door.name(), cannot.issue());
      road().noted(door.name(), cannot.issue());
    } catch (TargetUnavailable away) {
      // What lies there waits; that the database is away is told elsewhere.
      door.log().debug("{}: {}", door.name(), away.issue().code());
    }
  }

  /** Tells what is left lying, and why. */
  final void note(Issue note) {
    door.log().warn("{}: {}: {}", note.location().shown(), note.code(), note.message().en());
  }

  final void send(Claim claim) {
    carry(claim, door.agency())
        .ifPresent(failure -> door.log().error("{}: {}: {}", door.name(), claim.id(), failure));
  }
}

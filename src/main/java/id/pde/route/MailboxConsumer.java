package id.pde.route;

import id.pde.route.door.MailWatch;
import id.pde.route.door.MailboxAddress;
import id.pde.schedule.Schedule;
import org.apache.camel.Processor;
import org.slf4j.LoggerFactory;

/** A mailbox: each attachment is one message with its claim as body. */
final class MailboxConsumer extends DoorConsumer {

  private final MailboxComponent component;
  private final MailboxAddress address;
  private final MailWatch watch;

  MailboxConsumer(
      MailboxEndpoint endpoint,
      Processor processor,
      MailboxComponent component,
      MailboxAddress address,
      Schedule tick) {
    super(
        endpoint,
        processor,
        component.schedules(),
        new Door(
            address.name(),
            address.agency(),
            tick,
            LoggerFactory.getLogger(MailboxConsumer.class)));
    this.component = component;
    this.address = address;
    Doorway doorway = component.road().doorway();
    this.watch = new MailWatch(address, doorway.folders(), doorway.mailer());
  }

  @Override
  Road road() {
    return component.road();
  }

  @Override
  void fetch() {
    watch.look(component.road().landing(address.name(), address.agency(), this::send), this::note);
  }
}

package id.pde.route;

import id.pde.route.door.FolderAddress;
import id.pde.route.door.FolderWatch;
import id.pde.schedule.Schedule;
import org.apache.camel.Processor;
import org.slf4j.LoggerFactory;

/** A folder elsewhere: each fetched file is one message with its claim as body. */
final class FolderConsumer extends DoorConsumer {

  private final FolderComponent component;
  private final FolderAddress address;
  private final FolderWatch watch;

  FolderConsumer(
      FolderEndpoint endpoint,
      Processor processor,
      FolderComponent component,
      FolderAddress address,
      Schedule tick) {
    super(
        endpoint,
        processor,
        component.schedules(),
        new Door(
            address.name(), address.agency(), tick, LoggerFactory.getLogger(FolderConsumer.class)));
    this.component = component;
    this.address = address;
    this.watch = new FolderWatch(address, component.road().doorway().folders());
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

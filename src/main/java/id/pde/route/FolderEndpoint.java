package id.pde.route;

import id.pde.route.door.FolderAddress;
import id.pde.schedule.Schedule;
import id.pde.schedule.ScheduleWords.Reading;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code sftp://HOST/FOLDER?agency=A&...}, where a route begins. */
final class FolderEndpoint extends DefaultEndpoint {

  private final FolderComponent component;
  private final Place place;

  FolderEndpoint(String uri, FolderComponent component, Place place) {
    super(uri, component);
    this.component = component;
    this.place = place;
  }

  /** What an address says. */
  record Place(FolderAddress.Kind kind, String path, Map<String, String> options) {
    Place {
      options = Map.copyOf(options);
    }

    FolderAddress.Result read() {
      return FolderAddress.read(kind, path, options);
    }
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("a route only begins here");
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    FolderAddress address = place.read().address().orElseThrow(FolderEndpoint::unchecked);
    if (!(TimedAddress.door(address.name(), place.options()).schedule()
        instanceof Reading.Good<Schedule> tick)) {
      throw unchecked();
    }
    Consumer consumer = new FolderConsumer(this, processor, component, address, tick.value());
    configureConsumer(consumer);
    return consumer;
  }

  private static IllegalArgumentException unchecked() {
    return new IllegalArgumentException("the police has not seen this address");
  }
}

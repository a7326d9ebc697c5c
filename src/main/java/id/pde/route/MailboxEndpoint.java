package id.pde.route;

import id.pde.route.door.MailboxAddress;
import id.pde.schedule.Schedule;
import id.pde.schedule.ScheduleWords.Reading;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code imaps://HOST/FOLDER?agency=A&...}, where a route begins. */
final class MailboxEndpoint extends DefaultEndpoint {

  private final MailboxComponent component;
  private final String path;
  private final Map<String, String> options;

  MailboxEndpoint(
      String uri, MailboxComponent component, String path, Map<String, String> options) {
    super(uri, component);
    this.component = component;
    this.path = path;
    this.options = Map.copyOf(options);
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("a route only begins here");
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    MailboxAddress address =
        MailboxAddress.read(path, options).address().orElseThrow(MailboxEndpoint::unchecked);
    if (!(TimedAddress.door(address.name(), options).schedule()
        instanceof Reading.Good<Schedule> tick)) {
      throw unchecked();
    }
    Consumer consumer = new MailboxConsumer(this, processor, component, address, tick.value());
    configureConsumer(consumer);
    return consumer;
  }

  private static IllegalArgumentException unchecked() {
    return new IllegalArgumentException("the police has not seen this address");
  }
}

package id.pde.route;

import id.pde.schedule.Schedule;
import id.pde.schedule.ScheduleWords.Reading;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code pde:inbox}, {@code pde:schedule/NAME} or {@code pde:<agency>/<dataset>}. */
final class PdeEndpoint extends DefaultEndpoint {

  private static final String SCHEDULE = "schedule/";

  private final PdeComponent component;
  private final String path;
  private final Map<String, String> options;

  PdeEndpoint(String uri, PdeComponent component, String path, Map<String, String> options) {
    super(uri, component);
    this.component = component;
    this.path = path;
    this.options = Map.copyOf(options);
  }

  @Override
  public Producer createProducer() {
    return new LoadProducer(this, component.road(), path, options.get("period"));
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    Consumer consumer =
        path.startsWith(SCHEDULE)
            ? new ScheduleConsumer(
                this,
                processor,
                component,
                schedule(TimedAddress.schedule(path.substring(SCHEDULE.length()), options)))
            : new InboxConsumer(
                this,
                processor,
                component,
                new InboxConsumer.InboxOf(
                    options.getOrDefault("agency", ""), schedule(TimedAddress.inbox(options))));
    configureConsumer(consumer);
    return consumer;
  }

  private static Schedule schedule(TimedAddress.Result result) {
    if (result.schedule() instanceof Reading.Good<Schedule> good) {
      return good.value();
    }
    throw new IllegalArgumentException("the police has not seen this address");
  }
}

package id.pde.route;

import id.pde.route.door.FetchAddress;
import id.pde.route.door.MailAddress;
import id.pde.route.door.ReportAddress;
import id.pde.route.door.TellAddress;
import id.pde.run.Claim;
import id.pde.schedule.Schedule;
import id.pde.schedule.ScheduleWords.Reading;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * {@code pde:inbox}, {@code pde:schedule/NAME}, {@code pde:<agency>/<dataset>}, {@code
 * pde:watermark/<agency>/<dataset>} or {@code pde:recognise}, {@code pde:fetch}, {@code
 * pde:open311}.
 */
final class PdeEndpoint extends DefaultEndpoint {

  /** Where files go whose mapping nobody named. */
  static final String RECOGNISE = "recognise";

  /** Before the id of a mapping whose pulls go on where they ended. */
  static final String WATERMARK = "watermark/";

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

  String path() {
    return path;
  }

  /** What a path and its option agency say of the mapping, as a claim keeps it. */
  static String mapping(String path, @Nullable String agency) {
    return path.equals(RECOGNISE) ? Claim.toAnyOf(agency == null ? "" : agency) : path;
  }

  @Override
  public Producer createProducer() {
    if (path.equals("fetch")) {
      FetchAddress address = FetchAddress.read(options).address().orElseThrow(this::unchecked);
      return new FetchProducer(
          this,
          component.road(),
          address.door(),
          (fetcher, step, drafts) -> fetcher.fetch(address, step, drafts));
    }
    if (path.equals("open311")) {
      ReportAddress address = ReportAddress.read(options).address().orElseThrow(this::unchecked);
      return new FetchProducer(
          this,
          component.road(),
          address.door(),
          (fetcher, step, drafts) -> fetcher.fetch(address, step, drafts));
    }
    if (DoorReader.TELLING.contains(path)) {
      return new TellProducer(this, component.road(), telling());
    }
    if (path.startsWith(WATERMARK)) {
      return new WatermarkProducer(this, component.road(), path.substring(WATERMARK.length()));
    }
    String mapping = mapping(path, options.get("agency"));
    return new LoadProducer(this, component.road(), mapping, options.get("period"));
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (path.equals("events")) {
      Consumer events =
          new EventsConsumer(
              this,
              processor,
              component,
              new EventsConsumer.Heard(
                  EventsAddress.receiver(options), schedule(TimedAddress.events(options))));
      configureConsumer(events);
      return events;
    }
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

  private TellProducer.Way telling() {
    if (path.equals("mail")) {
      MailAddress mail = MailAddress.read(options).address().orElseThrow(this::unchecked);
      return (doorway, event) -> doorway.mailer().tell(mail, event);
    }
    TellAddress.Result read =
        path.equals("webhook") ? TellAddress.webhook(options) : TellAddress.telegram(options);
    TellAddress address = read.address().orElseThrow(this::unchecked);
    return (doorway, event) -> doorway.teller().tell(address, event);
  }

  private IllegalArgumentException unchecked() {
    return new IllegalArgumentException("the police has not seen pde:" + path);
  }
}

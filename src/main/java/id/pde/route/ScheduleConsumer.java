package id.pde.route;

import id.pde.schedule.Schedule;
import id.pde.schedule.Timekeeper.Done;
import id.pde.schedule.Timekeeper.Order;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A beginning that a schedule wakes: each fire is one empty message. */
final class ScheduleConsumer extends DefaultConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleConsumer.class);

  private final PdeComponent component;
  private final Schedule schedule;

  /**
   * @param schedule the first value; what holds is in the record
   */
  ScheduleConsumer(
      PdeEndpoint endpoint, Processor processor, PdeComponent component, Schedule schedule) {
    super(endpoint, processor);
    this.component = component;
    this.schedule = schedule;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    component.timekeeper().bring(schedule, this::fire);
  }

  @Override
  protected void doStop() throws Exception {
    component.timekeeper().leave(schedule.name());
    super.doStop();
  }

  private Done fire(Order order) {
    Exchange exchange = createExchange(true);
    exchange.getMessage().setHeader(PdeHeaders.SCHEDULE, order.schedule());
    exchange.getMessage().setHeader(PdeHeaders.PLANNED, order.planned().toString());
    if (order.period() != null) {
      exchange.getMessage().setHeader(PdeHeaders.PERIOD, order.period());
    }
    Loaded loaded = Loaded.listen(exchange);
    String failure = Failures.of(this, exchange).orElse("");
    if (!failure.isEmpty()) {
      LOG.error("schedule {}: {}", order.schedule(), failure);
    }
    return loaded.done(failure);
  }
}

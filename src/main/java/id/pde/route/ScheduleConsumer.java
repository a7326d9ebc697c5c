package id.pde.route;

import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
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

  ScheduleConsumer(
      PdeEndpoint endpoint, Processor processor, PdeComponent component, Schedule schedule) {
    super(endpoint, processor);
    this.component = component;
    this.schedule = schedule;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    component.schedules().start(schedule, this::fire);
  }

  @Override
  protected void doStop() throws Exception {
    component.schedules().stop(schedule.name());
    super.doStop();
  }

  private void fire(Fire fire) {
    Exchange exchange = createExchange(true);
    exchange.getMessage().setHeader(PdeHeaders.SCHEDULE, fire.schedule());
    exchange.getMessage().setHeader(PdeHeaders.PLANNED, fire.planned().toString());
    Failures.of(this, exchange)
        .ifPresent(failure -> LOG.error("schedule {}: {}", fire.schedule(), failure));
  }
}

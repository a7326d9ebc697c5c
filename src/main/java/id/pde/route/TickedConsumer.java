package id.pde.route;

import id.pde.run.Claim;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import id.pde.schedule.Schedules;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** A beginning that looks now and then whether there is something to carry. */
abstract class TickedConsumer extends DefaultConsumer {

  private final Schedules schedules;
  private final Schedule tick;

  TickedConsumer(Endpoint endpoint, Processor processor, Schedules schedules, Schedule tick) {
    super(endpoint, processor);
    this.schedules = schedules;
    this.tick = tick;
  }

  /** Looks once; never while a look goes on. */
  abstract void look(Fire fire);

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    schedules.start(tick, this::look);
  }

  @Override
  protected void doStop() throws Exception {
    schedules.stop(tick.name());
    super.doStop();
  }

  /** Sends a claimed file down the route; why that failed. */
  final Optional<String> carry(Claim claim, String agency) {
    Exchange exchange = createExchange(true);
    exchange.getMessage().setBody(claim);
    exchange.getMessage().setHeader(PdeHeaders.AGENCY, agency);
    exchange.getMessage().setHeader(PdeHeaders.NAME, claim.name());
    return Failures.of(this, exchange);
  }
}

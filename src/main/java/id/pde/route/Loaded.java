package id.pde.route;

import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.schedule.Timekeeper.Done;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Exchange;

/** What all loads of one message came to, however its route splits it. */
final class Loaded {

  private static final String PROPERTY = "PdeLoaded";

  private final List<RunReport> reports = Collections.synchronizedList(new ArrayList<>());

  private Loaded() {}

  /** Begins to listen; copies of the exchange tell the same one. */
  static Loaded listen(Exchange exchange) {
    Loaded loaded = new Loaded();
    exchange.setProperty(PROPERTY, loaded);
    return loaded;
  }

  static void note(Exchange exchange, List<RunReport> reports) {
    if (exchange.getProperty(PROPERTY) instanceof Loaded loaded) {
      loaded.reports.addAll(reports);
    }
  }

  /**
   * All of them together.
   *
   * @param failure why the route broke off; empty: it did not
   */
  Done done(String failure) {
    List<RunReport> all = List.copyOf(reports);
    List<Long> runs = all.stream().map(RunReport::run).filter(run -> run > 0).distinct().toList();
    if (!failure.isEmpty()) {
      return new Done(RunOutcome.FAILED.code(), runs, failure);
    }
    String outcome =
        all.stream()
            .max(Comparator.comparing(report -> report.outcome().weight()))
            .map(report -> report.outcome().code())
            .orElse("done");
    return new Done(outcome, runs, "");
  }
}

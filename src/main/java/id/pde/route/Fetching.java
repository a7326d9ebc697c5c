package id.pde.route;

import id.pde.route.door.Drafts;
import id.pde.route.door.Fetched;
import id.pde.route.door.Fetcher;
import id.pde.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was fetched for a message. Its marks are kept only once all of it is loaded, so that what
 * failed is fetched again; its file goes with the message.
 */
final class Fetching extends SynchronizationAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final String PROPERTY = "PdeFetching";

  private final Fetcher fetcher;
  private final Drafts drafts;
  private final Fetched fetched;
  private final List<RunReport> reports = Collections.synchronizedList(new ArrayList<>());

  private Fetching(Fetcher fetcher, Drafts drafts, Fetched fetched) {
    this.fetcher = fetcher;
    this.drafts = drafts;
    this.fetched = fetched;
  }

  static void begin(Exchange exchange, Doorway doorway, Fetched fetched) {
    Fetching fetching = new Fetching(doorway.fetcher(), doorway.drafts(), fetched);
    exchange.setProperty(PROPERTY, fetching);
    exchange.getExchangeExtension().addOnCompletion(fetching);
  }

  static void note(Exchange exchange, List<RunReport> reports) {
    if (exchange.getProperty(PROPERTY) instanceof Fetching fetching) {
      fetching.reports.addAll(reports);
    }
  }

  /** Whether a file is what was fetched for this message. */
  static boolean has(Exchange exchange, Path file) {
    return exchange.getProperty(PROPERTY) instanceof Fetching fetching
        && fetching.fetched.file().equals(file);
  }

  @Override
  public void onComplete(Exchange exchange) {
    List<RunReport> all = List.copyOf(reports);
    if (!all.isEmpty() && all.stream().allMatch(Fetching::isSettled)) {
      fetcher.keep(fetched);
    }
  }

  private static boolean isSettled(RunReport report) {
    return switch (report.outcome()) {
      case LOADED, LOADED_WITH_REJECTS, DUPLICATE -> true;
      case WAITING -> !report.busy();
      case REFUSED, FAILED -> false;
    };
  }

  @Override
  public void onDone(Exchange exchange) {
    super.onDone(exchange);
    try {
      drafts.drop(fetched.file());
    } catch (IOException stays) {
      LOG.debug("a draft stays until the next start: {}", stays.getClass().getSimpleName());
    }
  }
}

package id.pde.route;

import id.pde.model.Counts;
import id.pde.run.RunReport;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Message;

/** The headers with which {@code pde:} endpoints speak to a route. */
public final class PdeHeaders {

  /** In: the name of what is loaded, extension included, as the answer will show it. */
  public static final String NAME = "PdeName";

  /** In: the period of the data, where the mapping does not find it. */
  public static final String PERIOD = "PdePeriod";

  /** The agency whose watched folder brought the delivery. */
  public static final String AGENCY = "PdeAgency";

  /** The schedule that woke the route. */
  public static final String SCHEDULE = "PdeSchedule";

  /** The moment it was planned for, as an ISO instant. */
  public static final String PLANNED = "PdePlanned";

  /** Out: the number of the run. */
  public static final String RUN = "PdeRun";

  /** Out: the numbers of all runs of the delivery, a list. */
  public static final String RUNS = "PdeRuns";

  /** Out: the outcome, as in {@code loaded_with_rejects}. */
  public static final String OUTCOME = "PdeOutcome";

  /** Out: the id of the mapping. */
  public static final String MAPPING = "PdeMapping";

  /** Out: the sentence about the run, in Indonesian. */
  public static final String MESSAGE = "PdeMessage";

  /** Out: rows read; the other counts follow, each under its own name. */
  public static final String READ = "PdeRead";

  public static final String ACCEPTED = "PdeAccepted";
  public static final String REJECTED = "PdeRejected";
  public static final String FILTERED = "PdeFiltered";
  public static final String INSERTED = "PdeInserted";
  public static final String UPDATED = "PdeUpdated";
  public static final String UNCHANGED = "PdeUnchanged";
  public static final String DELETED = "PdeDeleted";
  public static final String WARNED = "PdeWarned";

  private PdeHeaders() {}

  /**
   * Writes what became of a delivery: of the run that ended worst, where it led to several. {@link
   * #RUNS} has the numbers of all.
   */
  static void write(Message message, List<RunReport> reports) {
    RunReport report =
        reports.stream().max(Comparator.comparing(one -> one.outcome().weight())).orElseThrow();
    message.setHeader(RUNS, reports.stream().map(RunReport::run).toList());
    Counts counts = report.counts();
    message.setHeader(RUN, report.run());
    message.setHeader(OUTCOME, report.outcome().code());
    message.setHeader(MAPPING, report.mapping());
    message.setHeader(MESSAGE, report.message().id());
    message.setHeader(READ, counts.read());
    message.setHeader(ACCEPTED, counts.accepted());
    message.setHeader(REJECTED, counts.rejected());
    message.setHeader(FILTERED, counts.filtered());
    message.setHeader(INSERTED, counts.inserted());
    message.setHeader(UPDATED, counts.updated());
    message.setHeader(UNCHANGED, counts.unchanged());
    message.setHeader(DELETED, counts.deleted());
    message.setHeader(WARNED, counts.warned());
  }

  /** Takes away every header that Camel's components would obey; in any case of letters. */
  static void removeCommands(Message message) {
    message.getHeaders().keySet().removeIf(name -> name.regionMatches(true, 0, "Camel", 0, 5));
  }
}

package id.pde.source.database;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PullStatement;
import id.pde.run.pull.PulledRows;

/**
 * Asks the database of an agency: a server-side cursor, one transaction that never commits, limits
 * of time. Memory is that of the rows which the driver brings at once.
 *
 * @param name of the connection
 */
public record DatabasePull(String name, Dialect dialect, LoginSource login) {

  /**
   * The rows of a pull; nothing is asked before the first is wanted.
   *
   * @throws SourceUnreadable where the statement does not only read, or a parameter has no value
   */
  public PulledRows rows(Pull pull) {
    PullStatement.Reading reading = PullStatement.read(pull.statement());
    Text fault = reading.fault();
    PullFaults faults = new PullFaults(name, dialect);
    if (fault != null) {
      throw new SourceUnreadable(
          faults.issue(
              "source.writes",
              "SELECT",
              fault,
              new Text("betulkan setBody di rute", "correct the setBody of the route")),
          null);
    }
    Binding binding = new Binding(dialect, pull, reading.statement().names());
    binding
        .missing()
        .ifPresent(
            missing -> {
              throw new SourceUnreadable(noValue(faults, missing), null);
            });
    return new OpenRows(this, pull, new OpenRows.Question(reading.statement().sql(), binding));
  }

  PullFaults faults() {
    return new PullFaults(name, dialect);
  }

  private static Issue noValue(PullFaults faults, String missing) {
    return faults.issue(
        "source.parameter",
        ":?" + missing,
        new Text(
            "parameter :?" + missing + " tidak punya nilai",
            "the parameter :?" + missing + " has no value"),
        new Text(
            "untuk :?since dan :?tie tulis to: pde:watermark/<dinas>/<data> sebelum langkah ini; :?tie hanya"
                + " ada tanpa look-back",
            "for :?since and :?tie write to: pde:watermark/<agency>/<dataset> before this step; :?tie is"
                + " there only without a look-back"));
  }
}

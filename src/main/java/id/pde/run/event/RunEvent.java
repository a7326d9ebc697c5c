package id.pde.run.event;

import id.pde.model.Text;
import java.time.Instant;

/**
 * A run that ended: codes and counts, never a value of the data, nor the name of a file, which may
 * be a person's.
 *
 * @param period as in {@code 2025-03}; empty: none
 */
public record RunEvent(
    long run,
    String outcome,
    String mapping,
    String agency,
    String period,
    Rows rows,
    Instant finished) {

  /** How many rows. */
  public record Rows(long read, long accepted, long rejected) {}

  /** The same event always has the same: receivers tell by it what they had before. */
  public String id() {
    return run + "-" + outcome;
  }

  /** One sentence, and where to look. */
  public Text sentence() {
    String what = mapping + (period.isEmpty() ? "" : " " + period);
    return new Text(
        "PDE: proses %d, %s: %s; %d baris dibaca, %d diterima, %d ditolak. Rinciannya: pde run %d"
            .formatted(run, what, outcome, rows.read, rows.accepted, rows.rejected, run),
        "PDE: run %d, %s: %s; %d rows read, %d accepted, %d rejected. Details: pde run %d"
            .formatted(run, what, outcome, rows.read, rows.accepted, rows.rejected, run));
  }
}

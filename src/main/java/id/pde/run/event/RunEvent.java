package id.pde.run.event;

import id.pde.model.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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
    Instant finished)
    implements Told {

  /** How many rows. */
  public record Rows(long read, long accepted, long rejected) {}

  @Override
  public String id() {
    return run + "-" + outcome;
  }

  @Override
  public Instant at() {
    return finished;
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id());
    fields.put("run", run);
    fields.put("outcome", outcome);
    fields.put("mapping", mapping);
    fields.put("agency", agency);
    fields.put("period", period);
    fields.put("read", rows.read());
    fields.put("accepted", rows.accepted());
    fields.put("rejected", rows.rejected());
    fields.put("finished", finished.toString());
    return fields;
  }

  @Override
  public Text sentence() {
    String what = mapping + (period.isEmpty() ? "" : " " + period);
    return new Text(
        "PDE: proses %d, %s: %s; %d baris dibaca, %d diterima, %d ditolak. Rinciannya: pde run %d"
            .formatted(run, what, outcome, rows.read, rows.accepted, rows.rejected, run),
        "PDE: run %d, %s: %s; %d rows read, %d accepted, %d rejected. Details: pde run %d"
            .formatted(run, what, outcome, rows.read, rows.accepted, rows.rejected, run));
  }
}

package id.pde.run.event;

import id.pde.model.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agency still owes for a period of a dataset, or is to send again.
 *
 * @param period as in {@code 2025-03}
 * @param due the last day to be in time
 * @param daysLate so many days after that one; 0: it is in time
 */
public record Reminder(
    String mapping,
    String agency,
    String period,
    State state,
    LocalDate due,
    long daysLate,
    Instant at)
    implements Told {

  /** Why somebody is reminded. */
  public enum State {
    DUE,
    LATE,
    RETURNED;

    /** As routes and programs read it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public String id() {
    return mapping + "-" + period + "-" + state.code();
  }

  @Override
  public String outcome() {
    return "submission." + state.code();
  }

  @Override
  public Text sentence() {
    String what = mapping + " " + period;
    String more = ". Rinciannya: pde submissions " + mapping;
    String moreEn = ". Details: pde submissions " + mapping;
    return switch (state) {
      case DUE ->
          new Text(
              "PDE: %s belum diterima dari %s; batasnya %s%s".formatted(what, agency, due, more),
              "PDE: %s has not come from %s yet; it is due on %s%s"
                  .formatted(what, agency, due, moreEn));
      case LATE ->
          new Text(
              "PDE: %s belum diterima dari %s; batasnya %s (terlambat: %d hari)%s"
                  .formatted(what, agency, due, daysLate, more),
              "PDE: %s has not come from %s; it was due on %s (days late: %d)%s"
                  .formatted(what, agency, due, daysLate, moreEn));
      case RETURNED ->
          new Text(
              "PDE: %s dari %s dikembalikan dan perlu dikirim lagi; batasnya %s%s"
                  .formatted(what, agency, due, more),
              "PDE: %s of %s was returned and is to be sent again; it is due on %s%s"
                  .formatted(what, agency, due, moreEn));
    };
  }

  @Override
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id());
    fields.put("outcome", outcome());
    fields.put("mapping", mapping);
    fields.put("agency", agency);
    fields.put("period", period);
    fields.put("due", due.toString());
    fields.put("days_late", daysLate);
    return fields;
  }
}

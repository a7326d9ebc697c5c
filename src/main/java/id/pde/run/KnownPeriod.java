package id.pde.run;

import id.pde.mapping.PeriodSpec;
import id.pde.model.Period;
import id.pde.run.Warehouse.SamePeriod;
import org.jspecify.annotations.Nullable;

/** What is known of a delivery's period before it is read. */
final class KnownPeriod {

  private KnownPeriod() {}

  /**
   * Which earlier run of the same bytes has loaded the same delivery; null: that shows only when it
   * was read, for name and content complete each other.
   */
  static @Nullable SamePeriod beforeReading(LoadRequest request) {
    Period given = request.choices().period();
    PeriodSpec spec = request.mapping().period();
    if (given != null || spec == null) {
      return new SamePeriod.Of(given);
    }
    if (!spec.outside()) {
      return new SamePeriod.Any();
    }
    return spec.inContent() ? null : new SamePeriod.Of(DatedChecks.ofDelivery(request));
  }
}

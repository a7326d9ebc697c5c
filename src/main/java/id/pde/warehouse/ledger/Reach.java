package id.pde.warehouse.ledger;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.FilterReason;
import id.pde.run.RunReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a delivery said of rows that it did not hold. */
enum Reach {
  /** Nothing. */
  NONE,
  /** It was the whole table. */
  WHOLE,
  /** It was the whole of its period. */
  PERIOD,
  /** It was the whole of its parts. */
  COLUMNS,
  /** It marked rows as deleted. */
  MARKS,
  /** It held rows of an earlier period than the table's. */
  LATE;

  static Reach of(RunReport report, @Nullable Mapping mapping) {
    if (mapping == null || !report.outcome().publishes()) {
      return NONE;
    }
    TargetSpec target = mapping.target();
    if (target.load() == LoadMode.REPLACE) {
      if (!target.terms().per().parts()) {
        return WHOLE;
      }
      return target.terms().per().period() ? PERIOD : COLUMNS;
    }
    if (report.filtered().containsKey(FilterReason.DELETION)) {
      return MARKS;
    }
    return report.filtered().containsKey(FilterReason.LATE) ? LATE : NONE;
  }

  /** As the ledger keeps it; null: another column says it. */
  @Nullable String code() {
    return this == NONE || this == WHOLE ? null : name().toLowerCase(Locale.ROOT);
  }
}

package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.cel.Answer;
import id.pde.mapping.cel.CodeSource;
import id.pde.mapping.cel.FormulaRow;
import id.pde.mapping.cel.ReadyFormula;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One column whose value is calculated. */
final class DerivedColumn {

  private final int position;
  private final Column column;
  private final ReadyFormula value;
  private final @Nullable ReadyFormula when;
  private final NeededColumns needed;
  private final ZoneId zone;

  DerivedColumn(Mapping mapping, Derivation derivation, Column[] columns, CodeSource codes) {
    position = mapping.column(derivation.column());
    column = columns[position];
    value = derivation.value().ready(mapping::column, codes);
    when = derivation.when() == null ? null : derivation.when().ready(mapping::column, codes);
    needed = new NeededColumns(mapping, derivation.value(), derivation.when());
    zone = mapping.zone();
  }

  /** Calculates the value, unless a column that it needs has a fault of its own. */
  void fill(RowSoFar row, FormulaRow view, Findings findings) {
    findings.at(column);
    boolean undated = needed.period() && row.period() == null && findings.rejected();
    boolean skipped = undated || needed.atFault(row);
    int before = findings.count();
    Object found = skipped ? null : calculated(view, findings);
    row.put(position, found);
    if (found == null && (skipped || findings.count() > before)) {
      row.markFaulty(position);
    }
    // A row that is rejected already has the issue from which this one follows.
    boolean told = findings.rejectedHere() || (skipped && findings.rejected());
    if (found == null && column.isNeeded() && !told) {
      findings.missing();
      row.markFaulty(position);
    }
  }

  private @Nullable Object calculated(FormulaRow view, Findings findings) {
    Answer holds = when == null ? Answer.YES : when.decide(view);
    if (holds instanceof Answer.Value yes && !Boolean.TRUE.equals(yes.value())) {
      return null;
    }
    Answer answer = holds instanceof Answer.Failed ? holds : value.evaluate(view);
    if (answer instanceof Answer.Failed failed) {
      return findings.invalid(failure(failed));
    }
    return typed(((Answer.Value) answer).value(), findings);
  }

  private @Nullable Object typed(@Nullable Object found, Findings findings) {
    if (found instanceof String text) {
      return text.isEmpty() ? null : column.reader().text(text, findings);
    }
    if (found instanceof BigDecimal decimal) {
      return column.reader().declared(decimal.toPlainString(), findings);
    }
    if (found instanceof Long whole) {
      return column.reader().declared(whole.toString(), findings);
    }
    return found instanceof Instant moment ? moment.atZone(zone).toOffsetDateTime() : found;
  }

  private static Fault failure(Answer.Failed failed) {
    return new Fault(
        "derive.failed",
        new Text(
            "tidak dapat dihitung: " + failed.message().id(),
            "cannot be calculated: " + failed.message().en()),
        failed.fix());
  }
}

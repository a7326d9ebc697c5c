package id.pde.run.check;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.DeliveryCheck.Label;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.check.CheckResult.Verdict;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what one check found, and counts it. */
final class Verdicts {

  private final Mapping mapping;
  private final Label label;
  private final Location whole;
  private long faults;

  Verdicts(Mapping mapping, Label label, String delivery) {
    this.mapping = mapping;
    this.label = label;
    this.whole = new Location.Whole(delivery);
  }

  /** The delivery as a whole. */
  Location whole() {
    return whole;
  }

  long faults() {
    return faults;
  }

  /** Something does not hold. */
  void broken(Location place, Text what, Text fix, Consumer<Issue> issues) {
    faults++;
    issues.accept(
        Issue.of(
            "check." + label.name(), label.severity(), place, new Advice(rule(), said(what), fix)));
  }

  private String rule() {
    return label.name() + " at " + label.place().shown();
  }

  private Text said(Text what) {
    return new Text(
        "pemeriksaan " + label.name() + ": " + what.id(),
        "check " + label.name() + ": " + what.en());
  }

  /** Held where nothing was found to be wrong. */
  CheckResult result(@Nullable BigDecimal value, @Nullable BigDecimal expected) {
    Verdict verdict = faults == 0 ? Verdict.HELD : Verdict.BROKEN;
    return new CheckResult(label.name(), label.severity(), verdict, value, expected, faults);
  }

  /** There was nothing to compare with. */
  CheckResult undecided(@Nullable BigDecimal value) {
    return new CheckResult(label.name(), label.severity(), Verdict.OPEN, value, null, faults);
  }

  /** Whether the values of a column may stand in messages. */
  boolean open(@Nullable String column) {
    return column == null || spec(column).open();
  }

  ColumnSpec spec(String column) {
    return mapping.columns().get(mapping.column(column));
  }

  /** How a value is named in a message; a closed one is not. */
  Text group(@Nullable String column, @Nullable Object value) {
    if (column == null) {
      return Text.same("");
    }
    String shown = open(column) ? " = " + value : "";
    return Text.same(" (" + column + shown + ")");
  }
}

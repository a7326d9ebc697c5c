package id.pde.run.check;

import id.pde.mapping.DeliveryCheck.Within;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;

/** The accepted rows, or the sum of a column of theirs, are about those of the last load. */
final class LastLoad implements Watcher {

  private final Within check;
  private final int column;
  private final Verdicts verdicts;
  private BigDecimal sum = BigDecimal.ZERO;

  LastLoad(Mapping mapping, Within check, String delivery) {
    this.check = check;
    this.column = check.column() == null ? -1 : mapping.column(check.column());
    this.verdicts = new Verdicts(mapping, check.label(), delivery);
  }

  @Override
  public void row(Seen seen) {
    BigDecimal amount =
        !seen.accepted() ? null : column < 0 ? BigDecimal.ONE : Amounts.of(seen.value(column));
    sum = amount == null ? sum : sum.add(amount);
  }

  @Override
  public CheckResult end(Earlier earlier, Consumer<Issue> issues) {
    BigDecimal before = earlier.apply(check.label().name());
    if (before == null) {
      return verdicts.undecided(sum);
    }
    BigDecimal allowed = before.abs().multiply(check.share());
    if (sum.subtract(before).abs().compareTo(allowed) > 0) {
      verdicts.broken(
          verdicts.whole(),
          differs(before),
          new Text(
              "bila memang benar, ubah within di pemetaan atau muat dengan severity: warn",
              "if it is right, change within in the mapping or load with severity: warn"),
          issues);
    }
    return verdicts.result(sum, before);
  }

  private Text differs(BigDecimal before) {
    Text subject =
        column < 0
            ? new Text("banyak baris", "the number of rows")
            : new Text("jumlah " + check.column(), "the sum of " + check.column());
    if (!verdicts.open(check.column())) {
      return new Text(
          subject.id() + " jauh dari muatan terakhir", subject.en() + " is far from the last load");
    }
    return new Text(
        subject.id()
            + " adalah "
            + Amounts.shown(sum).id()
            + ", pada muatan terakhir "
            + Amounts.shown(before).id()
            + change(before),
        subject.en()
            + " is "
            + Amounts.shown(sum).en()
            + ", in the last load it was "
            + Amounts.shown(before).en()
            + change(before));
  }

  private String change(BigDecimal before) {
    if (before.signum() == 0) {
      return "";
    }
    BigDecimal percent =
        sum.subtract(before)
            .multiply(BigDecimal.valueOf(100))
            .divide(before.abs(), 0, RoundingMode.HALF_UP);
    return " (" + (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%)";
  }
}

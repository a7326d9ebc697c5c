package id.pde.run.check;

import id.pde.mapping.DeliveryCheck.Sum;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sum of a column is the one that a row states which is no data. */
final class TotalRowSum implements Watcher {

  /** Rows that are no data and state no sum. */
  private static final Pattern OTHER =
      Pattern.compile(
          "^\\W*(rata|rerata|mean|average|persen|prosen|maks|min)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Sum check;
  private final int column;
  private final int by;
  private final Verdicts verdicts;
  private final List<Comparison> differences = new ArrayList<>();
  private RowView view = RowView.NONE;
  private Sums sums;
  private @Nullable Comparison latest;

  /** A sum that a row states. */
  record Stated(BigDecimal amount, Location place) {}

  /**
   * Rows added up, and what is stated of them.
   *
   * @param group the value of {@code by} of these rows; null: none
   */
  record Comparison(BigDecimal sum, Stated stated, @Nullable Object group) {
    BigDecimal difference() {
      return stated.amount().subtract(sum);
    }
  }

  /** The rows of one table and the sums in it. */
  interface Sums {
    void row(@Nullable Object group, BigDecimal amount);

    void stated(Stated sum);

    void end();
  }

  TotalRowSum(Mapping mapping, Sum check, String delivery) {
    this.check = check;
    this.column = mapping.column(Objects.requireNonNull(check.column()));
    this.by = check.by() == null ? -1 : mapping.column(check.by());
    this.verdicts = new Verdicts(mapping, check.label(), delivery);
    this.sums = newSums();
  }

  private Sums newSums() {
    return by < 0 ? new WholeSum(this::compare) : new PartSums(this::compare);
  }

  @Override
  public void table(RowView next) {
    sums.end();
    sums = newSums();
    view = next;
  }

  @Override
  public void row(Seen seen) {
    BigDecimal amount = Amounts.of(seen.value(column));
    sums.row(by < 0 ? null : seen.value(by), amount == null ? BigDecimal.ZERO : amount);
  }

  @Override
  public void dropped(Row row) {
    BigDecimal amount = view.amount(row, column);
    if (amount != null && !OTHER.matcher(first(row)).find()) {
      sums.stated(new Stated(amount, row.location(-1)));
    }
  }

  private static String first(Row row) {
    for (int i = 0; i < row.size(); i++) {
      String text = row.text(i);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private void compare(Comparison comparison) {
    latest = comparison;
    if (comparison.difference().abs().compareTo(check.margin()) > 0) {
      differences.add(comparison);
    }
  }

  @Override
  public CheckResult end(Earlier earlier, Consumer<Issue> issues) {
    sums.end();
    differences.forEach(difference -> tell(difference, issues));
    Comparison shown = differences.isEmpty() ? latest : differences.get(0);
    if (shown == null) {
      verdicts.broken(
          verdicts.whole(),
          new Text(
              "tidak ada baris jumlah untuk " + check.column(),
              "there is no total row for " + check.column()),
          new Text(
              "tambahkan baris jumlah, atau hapus pemeriksaan ini dari pemetaan",
              "add a total row, or take this check out of the mapping"),
          issues);
      return verdicts.undecided(null);
    }
    return verdicts.result(shown.sum(), shown.stated().amount());
  }

  private void tell(Comparison difference, Consumer<Issue> issues) {
    Text of = verdicts.group(check.by(), difference.group());
    Text shown = amounts(difference);
    verdicts.broken(
        difference.stated().place(),
        new Text(
            "jumlah " + check.column() + of.id() + " tidak cocok" + shown.id(),
            "the sum of " + check.column() + of.en() + " does not agree" + shown.en()),
        new Text(
            "periksa baris-baris itu dan baris jumlahnya", "check these rows and their total row"),
        issues);
  }

  private Text amounts(Comparison comparison) {
    if (!verdicts.open(check.column())) {
      return Text.same("");
    }
    Text stated = Amounts.shown(comparison.stated().amount());
    Text sum = Amounts.shown(comparison.sum());
    Text difference = Amounts.shown(comparison.difference());
    return new Text(
        ": tertulis "
            + stated.id()
            + ", barisnya berjumlah "
            + sum.id()
            + ", selisih "
            + difference.id(),
        ": "
            + stated.en()
            + " is written, the rows add up to "
            + sum.en()
            + ", a difference of "
            + difference.en());
  }
}

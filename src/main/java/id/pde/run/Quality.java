package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.run.check.CheckResult.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How good a delivery was, by what became of its rows. */
public final class Quality {

  private Quality() {}

  /** Duplicates and runs that failed or wait say nothing about the data. */
  public static boolean judged(RunReport run) {
    return !run.unassigned()
        && run.undo().equals(RunReport.Undo.NONE)
        && (run.outcome() == RunOutcome.LOADED
            || run.outcome() == RunOutcome.LOADED_WITH_REJECTS
            || run.outcome() == RunOutcome.REFUSED);
  }

  /**
   * Per cent of the rows that were accepted without a warning, one place, rounded down: 100.0 means
   * every row. Null: no rows.
   */
  public static @Nullable BigDecimal clean(Counts counts) {
    long rows = rows(counts);
    return rows == 0
        ? null
        : BigDecimal.valueOf(100 * (counts.accepted() - counts.warned()))
            .divide(BigDecimal.valueOf(rows), 1, RoundingMode.DOWN);
  }

  /** How many checks of the delivery held, of those with an answer: {@code 3/4}; none: empty. */
  public static String checks(RunReport run) {
    long held = run.checks().stream().filter(one -> one.verdict() == Verdict.HELD).count();
    long answered = run.checks().stream().filter(one -> one.verdict() != Verdict.OPEN).count();
    return answered == 0 ? "" : held + "/" + answered;
  }

  /** The rows that are judged: filtered ones are no data. */
  public static long rows(Counts counts) {
    return counts.accepted() + counts.rejected();
  }

  /** The difference of two shares, with its sign; empty where one is not known. */
  public static String trend(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    if (now == null || before == null) {
      return "";
    }
    BigDecimal change = now.subtract(before);
    return change.signum() > 0 ? "+" + change.toPlainString() : change.toPlainString();
  }
}

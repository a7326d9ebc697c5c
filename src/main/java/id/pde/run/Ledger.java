package id.pde.run;

import id.pde.model.Issue;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened, for surfaces to ask. */
public interface Ledger {

  /** Newest first. */
  List<RunReport> runs(Filter filter);

  @Nullable RunReport run(long run);

  /** The runs that a claim of a watched folder led to, oldest first; none committed: empty. */
  List<RunReport> runsOfClaim(UUID claim);

  /** Runs whose sender has no answer yet, oldest first. */
  List<RunReport> unanswered();

  /** Notes that the sender has the answer. */
  void answered(long run);

  /**
   * The value that a check of a delivery had in the newest run of its mapping that was loaded and
   * stands; null: none.
   */
  default @Nullable BigDecimal checkedBefore(String mapping, String check) {
    return null;
  }

  /** Every rejected row of a run in reading order, with bounded memory. */
  void rejects(long run, Consumer<RejectedRow> taker);

  /**
   * Which runs.
   *
   * @param mapping an id; null: all
   * @param outcome a code; null: all
   */
  record Filter(@Nullable String mapping, @Nullable String outcome, int limit) {}

  /**
   * A row in quarantine, as delivered.
   *
   * @param place shown
   * @param headings of its table, in the order of the values
   */
  record RejectedRow(
      long ordinal, String place, List<String> headings, List<String> values, List<Issue> issues) {
    public RejectedRow {
      headings = List.copyOf(headings);
      values = List.copyOf(values);
      issues = List.copyOf(issues);
    }
  }
}

package id.pde.run.resubmit;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.resubmit.Resubmission.Repaired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the issues of a run with those of the run that it corrects: an issue is the same at the
 * same place, or where its whole row says the same at another one.
 */
public final class Repairing {

  /** Issues of one run that are compared one by one. */
  private static final int MOST = 100_000;

  /** Places that are named. */
  private static final int NAMED = 5;

  private Repairing() {}

  /** The report with what was repaired; the same where it corrects nothing. */
  public static RunReport told(RunReport report, Ledger ledger) {
    Resubmission what = report.source().resubmission();
    RunReport base = what == null || what.number() == 0 ? null : ledger.run(what.base());
    if (what == null || base == null || what.repaired() != null) {
      return report;
    }
    boolean compared = isJudged(base) && isJudged(report);
    return compared
        ? report.correcting(what.with(compare(listed(base, ledger), listed(report, ledger))))
        : report;
  }

  /** One that failed or waits met no issues of its rows. */
  private static boolean isJudged(RunReport report) {
    return report.outcome() != RunOutcome.FAILED && report.outcome() != RunOutcome.DUPLICATE;
  }

  private static Repaired compare(Listed before, Listed now) {
    Map<String, Integer> rows = new HashMap<>();
    Set<String> gone = new HashSet<>(before.issues.keySet());
    List<One> fresh = new ArrayList<>();
    List<String> places = new ArrayList<>();
    long left = 0;
    for (Map.Entry<String, One> one : now.issues.entrySet()) {
      if (gone.remove(one.getKey())) {
        left++;
        name(places, one.getValue());
      } else {
        fresh.add(one.getValue());
      }
    }
    for (String key : gone) {
      String row = before.of(key).row;
      if (row != null) {
        rows.merge(row, 1, Integer::sum);
      }
    }
    long moved = 0;
    for (One one : fresh) {
      int times = one.row == null ? 0 : rows.getOrDefault(one.row, 0);
      if (times > 0) {
        rows.put(String.valueOf(one.row), times - 1);
        moved++;
      }
      name(places, one);
    }
    return new Repaired(
        gone.size() - moved, left + moved, fresh.size() - moved, before.all && now.all, places);
  }

  private static void name(List<String> places, One one) {
    if (places.size() < NAMED && !one.place.isEmpty() && !places.contains(one.place)) {
      places.add(one.place);
    }
  }

  /**
   * An issue.
   *
   * @param row what its row says; null: not known
   */
  private record One(String place, @Nullable String row) {}

  /** The issues of a run that are known one by one. */
  private static final class Listed {
    private final Map<String, One> issues = new LinkedHashMap<>();
    private boolean all;

    void add(Issue issue, @Nullable List<String> values) {
      String kind = issue.code() + '\n' + issue.column() + '\n';
      String place = issue.location() instanceof Location.Whole ? "" : issue.location().shown();
      // Rows of which something is withheld cannot be told apart.
      String row =
          values == null || values.contains(Issue.REDACTED)
              ? null
              : kind + String.join("\t", values);
      One one = new One(place, row);
      if (issues.size() < MOST || issues.containsKey(kind + place)) {
        issues.merge(kind + place, one, (old, other) -> old.row == null ? other : old);
      }
    }

    One of(String key) {
      return issues.getOrDefault(key, new One("", null));
    }
  }

  private static Listed listed(RunReport report, Ledger ledger) {
    Listed listed = new Listed();
    report.details().forEach(issue -> listed.add(issue, null));
    if (report.outcome().publishes()) {
      ledger.rejected(
          report.run(), row -> row.issues().forEach(issue -> listed.add(issue, row.values())));
    }
    long counted = report.issues().stream().mapToLong(RunReport.IssueCount::count).sum();
    listed.all = listed.issues.size() >= counted;
    return listed;
  }
}

package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues of all runs of one file, each once: the first thousand of each run, and those of all
 * rejected rows, up to a limit.
 */
final class FaultList {

  /** So many issues are shown one by one. */
  static final int MOST = 10_000;

  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final int most;
  private final Map<Kind, Long> counted = new LinkedHashMap<>();

  private FaultList(int most) {
    this.most = most;
  }

  static FaultList of(List<RunReport> reports, Ledger ledger, int most) {
    FaultList list = new FaultList(most);
    for (RunReport report : reports) {
      if (report.outcome() == RunOutcome.DUPLICATE || report.outcome() == RunOutcome.FAILED) {
        continue;
      }
      report.details().forEach(issue -> list.add(report, issue));
      if (report.outcome() == RunOutcome.LOADED_WITH_REJECTS) {
        ledger.rejected(
            report.run(), row -> row.issues().forEach(issue -> list.add(report, issue)));
      }
      for (RunReport.IssueCount count : report.issues()) {
        Kind kind = new Kind(count.code(), count.severity(), count.column());
        list.counted.merge(kind, count.count(), Long::sum);
      }
    }
    return list;
  }

  private void add(RunReport report, Issue issue) {
    String key =
        report.mapping()
            + '\n'
            + issue.location().shown()
            + '\n'
            + issue.code()
            + '\n'
            + issue.column();
    if (issues.size() < most && seen.add(key)) {
      issues.add(issue);
    }
  }

  List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** Issues that are told by their number only. */
  record Left(Kind kind, long count) {}

  /** What issues have in common. */
  record Kind(String code, Severity severity, @Nullable String column) {
    boolean isWarning() {
      return severity == Severity.WARN;
    }
  }

  /** How many of each kind are not shown, those to be corrected first, then the most. */
  List<Left> left() {
    Map<Kind, Long> rest = new LinkedHashMap<>(counted);
    issues.forEach(
        issue ->
            rest.merge(new Kind(issue.code(), issue.severity(), issue.column()), -1L, Long::sum));
    return rest.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(one -> new Left(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing((Left left) -> left.kind().isWarning())
                .thenComparing(Comparator.comparingLong(Left::count).reversed()))
        .toList();
  }

  /** Whether there is something to correct, or a cell to look at. */
  boolean isWorthAWorkbook() {
    return issues.stream().anyMatch(issue -> issue.severity() != Severity.WARN || isPlaced(issue));
  }

  private static boolean isPlaced(Issue issue) {
    Location place = issue.location();
    return (place instanceof Location.SheetCell cell && cell.row() > 0)
        || place instanceof Location.Line
        || place instanceof Location.QueryRow;
  }
}

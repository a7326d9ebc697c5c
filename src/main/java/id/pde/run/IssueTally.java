package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.run.RunReport.IssueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts issues exactly and keeps the first thousand of them. */
final class IssueTally {

  static final int KEPT = 1_000;

  /** Worst first, then the most frequent; equal ones stay in the order of their first example. */
  private static final Comparator<IssueCount> ORDER =
      Comparator.comparing(IssueCount::severity)
          .reversed()
          .thenComparing(Comparator.comparingLong(IssueCount::count).reversed());

  private final Map<Kind, Seen> kinds = new LinkedHashMap<>();
  // Why a run was refused must not drown in the issues of its rows.
  private final List<Issue> refusals = new ArrayList<>();
  private final List<Issue> others = new ArrayList<>();
  private final UnmatchedTally unmatched = new UnmatchedTally();

  private record Kind(String code, Severity severity, @Nullable String column) {}

  private static final class Seen {
    private final Issue first;
    private long count;

    Seen(Issue first) {
      this.first = first;
    }
  }

  void add(Issue issue) {
    unmatched.add(issue);
    kinds.computeIfAbsent(
            new Kind(issue.code(), issue.severity(), issue.column()), kind -> new Seen(issue))
        .count++;
    List<Issue> kept = issue.severity() == Severity.REFUSE ? refusals : others;
    if (kept.size() < KEPT) {
      kept.add(issue);
    }
  }

  /** Counts further issues like one that was added; none of them is kept. */
  void more(Issue issue, long count) {
    Seen seen = kinds.get(new Kind(issue.code(), issue.severity(), issue.column()));
    if (seen == null) {
      throw new IllegalArgumentException("the first one is added by itself");
    }
    seen.count += count;
  }

  /** The values that no code list knew. */
  List<Unmatched> unmatched(Unmatched.Lists lists) {
    return unmatched.all(lists);
  }

  /** Why the delivery is refused; empty: it is not. */
  List<Issue> refusals() {
    return List.copyOf(refusals);
  }

  List<IssueCount> counts() {
    return kinds.entrySet().stream()
        .map(entry -> count(entry.getKey(), entry.getValue()))
        .sorted(ORDER)
        .toList();
  }

  List<Issue> details() {
    return Stream.concat(refusals.stream(), others.stream()).limit(KEPT).toList();
  }

  private static IssueCount count(Kind kind, Seen seen) {
    return new IssueCount(
        kind.code,
        kind.severity,
        kind.column,
        seen.count,
        seen.first.location().shown(),
        seen.first.open() ? seen.first.value() : null);
  }
}

package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.run.Tried.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faults by rule: how many, and where the first ones stand. */
final class TriedFaults {

  private static final int KINDS = 500;
  private static final int PLACES = 12;

  private final Map<Rule, Tally> tallies = new LinkedHashMap<>();

  private record Rule(String code, Severity severity, @Nullable String column) {}

  private static final class Tally {
    private final Issue first;
    private final List<String> places = new ArrayList<>();
    private long count;

    Tally(Issue first) {
      this.first = first;
    }
  }

  void add(Issue issue) {
    Rule rule = new Rule(issue.code(), issue.severity(), issue.column());
    if (tallies.size() == KINDS && !tallies.containsKey(rule)) {
      return;
    }
    Tally tally = tallies.computeIfAbsent(rule, key -> new Tally(issue));
    tally.count++;
    if (tally.places.size() < PLACES) {
      tally.places.add(issue.location().shown());
    }
  }

  /** The gravest and most frequent first. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    tallies.forEach(
        (rule, tally) ->
            kinds.add(
                new Kind(
                    rule.code(),
                    rule.severity(),
                    rule.column(),
                    tally.count,
                    tally.places,
                    tally.first)));
    kinds.sort(
        Comparator.comparing(Kind::severity)
            .reversed()
            .thenComparing(Comparator.comparingLong(Kind::count).reversed()));
    return kinds;
  }
}

package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.normalise.Tidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gathers the values that no code list knew while the issues of a run pass; the first thousand. */
final class UnmatchedTally {

  private static final int KEPT = 1_000;

  private static final Set<String> CODES =
      Set.of("code.unknown", "code.undecided", "code.level", "code.outdated");

  /** A long number or an address in a column of codes is a slip, and may be somebody's. */
  private static final Pattern IDENTIFIER = Pattern.compile("\\d{6}|@");

  private final Map<Key, Seen> seen = new LinkedHashMap<>();

  private record Key(String column, String value) {}

  private static final class Seen {
    private final Issue first;
    private long rows;

    Seen(Issue first) {
      this.first = first;
    }
  }

  void add(Issue issue) {
    if (issue.column() == null || issue.value() == null || !CODES.contains(issue.code())) {
      return;
    }
    Key key = new Key(issue.column(), shown(issue, Tidy.word(issue.value())));
    Seen known = seen.get(key);
    if (known == null && seen.size() < KEPT) {
      known = new Seen(issue);
      seen.put(key, known);
    }
    if (known != null) {
      known.rows++;
    }
  }

  private static String shown(Issue issue, String value) {
    return !issue.open() && IDENTIFIER.matcher(value).find() ? "[REDACTED]" : value;
  }

  List<Unmatched> all(Unmatched.Lists lists) {
    List<Unmatched> all = new ArrayList<>();
    seen.forEach(
        (key, found) -> {
          String list = lists.of(key.column);
          if (list != null) {
            boolean waits = found.first.severity() != Severity.WARN;
            String place = found.first.location().shown();
            all.add(new Unmatched(key.column, list, key.value, found.rows, waits, place));
          }
        });
    return all;
  }
}

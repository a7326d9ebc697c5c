package id.pde.mapping.yaml;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file; reading goes on after each. Used by one thread. */
public final class Faults {

  /** More than this helps nobody. */
  static final int LIMIT = 100;

  private final List<Issue> found = new ArrayList<>();

  public void add(String code, FilePlace place, Advice advice) {
    Issue issue = Issue.of(code, Severity.REFUSE, place, advice);
    // What layouts inherit is looked at once for each of them.
    if (found.stream().noneMatch(known -> isSame(known, issue))) {
      found.add(issue);
    }
  }

  private static boolean isSame(Issue one, Issue other) {
    return one.code().equals(other.code())
        && one.location().equals(other.location())
        && one.message().equals(other.message());
  }

  /** Something that a person should know and that stops nothing. */
  public void warn(String code, FilePlace place, Advice advice) {
    found.add(Issue.of(code, Severity.WARN, place, advice));
  }

  /** A fault at a line that must not be shown, for it may hold a secret. */
  public void addClosed(String code, FilePlace place, Advice advice) {
    found.add(
        new Issue(
            code,
            Severity.REFUSE,
            place,
            null,
            null,
            false,
            advice.rule(),
            advice.message(),
            advice.fix()));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The number of faults so far; grows with each. */
  public int count() {
    return found.size();
  }

  /** In the order of the file, the first hundred, then how many more there are. */
  public List<Issue> issues() {
    List<Issue> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Faults::place, BY_PLACE));
    if (sorted.size() <= LIMIT) {
      return List.copyOf(sorted);
    }
    int more = sorted.size() - LIMIT;
    List<Issue> shown = new ArrayList<>(sorted.subList(0, LIMIT));
    shown.add(
        Issue.of(
            "mapping.more",
            Severity.REFUSE,
            sorted.get(LIMIT).location(),
            new Advice(
                "",
                new Text("dan " + more + " kesalahan lagi", "and " + more + " more faults"),
                new Text(
                    "perbaiki yang di atas dahulu, lalu periksa lagi",
                    "settle those above first, then check again"))));
    return List.copyOf(shown);
  }

  private static final Comparator<FilePlace> BY_PLACE =
      Comparator.comparingInt(FilePlace::line).thenComparingInt(FilePlace::column);

  private static FilePlace place(Issue issue) {
    return issue.location() instanceof FilePlace place ? place : new FilePlace("", 1, 1);
  }
}

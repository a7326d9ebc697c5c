package id.pde.route;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects every fault of the route files, so that all are told at once. */
final class Faults {

  private static final String RULE = "routes: allow-list";

  private static final Comparator<Issue> BY_PLACE =
      Comparator.comparing((Issue issue) -> place(issue).file())
          .thenComparingInt(issue -> place(issue).line())
          .thenComparingInt(issue -> place(issue).column());

  private final List<Issue> found = new ArrayList<>();

  static Issue issue(FilePlace place, String code, Text message, Text fix) {
    return Issue.of(code, Severity.REFUSE, place, new Issue.Advice(RULE, message, fix));
  }

  void add(FilePlace place, String code, Text message, Text fix) {
    Issue issue = issue(place, code, message, fix);
    // An anchor used twice leads to the same place twice.
    if (!found.contains(issue)) {
      found.add(issue);
    }
  }

  /** Something that nobody allows; names what is allowed, and what was perhaps meant. */
  void notAllowed(FilePlace place, Text what, String written, Collection<String> allowed) {
    String list = String.join(", ", allowed.stream().sorted().toList());
    Text none = new Text("hapus bagian ini", "remove it");
    Text fix =
        Nearest.to(written, allowed)
            .map(
                meant ->
                    new Text(
                        "mungkin maksudnya \"" + meant + "\"? Yang diizinkan: " + list,
                        "did you mean \"" + meant + "\"? Allowed are: " + list))
            .orElse(
                list.isEmpty()
                    ? none
                    : new Text("yang diizinkan: " + list, "allowed are: " + list));
    add(
        place,
        "route.not-allowed",
        new Text(
            what.id() + " \"" + shown(written) + "\" tidak diizinkan di rute",
            "the " + what.en() + " \"" + shown(written) + "\" is not allowed in a route"),
        fix);
  }

  /** Something that the design allows and this version does not have. */
  void notYet(FilePlace place, Text what, String written) {
    add(
        place,
        "route.not-in-this-version",
        new Text(
            what.id() + " \"" + shown(written) + "\" belum ada di versi ini",
            "the " + what.en() + " \"" + shown(written) + "\" is not in this version"),
        new Text("hapus bagian ini", "remove it"));
  }

  List<Issue> sorted() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  /** Kept short and on one line; what is written in a file may be anything. */
  static String shown(String written) {
    String line = written.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }

  private static FilePlace place(Issue issue) {
    return issue.location() instanceof FilePlace place
        ? place
        : new Location.FilePlace(issue.location().shown(), 1, 1);
  }
}

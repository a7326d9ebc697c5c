package id.pde.web.api;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.overview.Overview.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row.
 *
 * @param row its ordinal, to go on behind it
 */
record RejectView(
    long row, String place, List<String> headings, List<String> values, List<Fault> issues) {

  RejectView {
    headings = List.copyOf(headings);
    values = List.copyOf(values);
    issues = List.copyOf(issues);
  }

  static RejectView of(Rejected row, Language language) {
    return new RejectView(
        row.ordinal(),
        row.place(),
        row.headings(),
        row.values(),
        row.issues().stream().map(issue -> Fault.of(issue, language)).toList());
  }

  /** What is wrong with a row, where, and how it is put right. */
  record Fault(String code, @Nullable String column, String place, String message, String fix) {
    static Fault of(Issue issue, Language language) {
      return new Fault(
          issue.code(),
          issue.column(),
          issue.location().shown(),
          issue.message().in(language),
          issue.fix().in(language));
    }
  }
}

package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.SetAside;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row.
 *
 * @param row its ordinal, to go on behind it
 * @param state {@code open}, {@code ignored}, {@code fixed}, {@code superseded} or {@code undone}
 * @param settledBy the run that settled it
 * @param ignored who set it aside
 */
record RejectView(
    long row,
    String place,
    List<String> headings,
    List<String> values,
    List<Fault> issues,
    String state,
    @JsonProperty("settled_by") @Nullable Long settledBy,
    @Nullable Ignored ignored) {

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
        row.issues().stream().map(issue -> Fault.of(issue, language)).toList(),
        row.state().code(),
        row.settledBy(),
        Ignored.of(row.aside()));
  }

  /** Who set a row aside, when, and why. */
  record Ignored(String who, String at, String why) {
    static @Nullable Ignored of(@Nullable SetAside aside) {
      return aside == null ? null : new Ignored(aside.who(), RunView.time(aside.at()), aside.why());
    }
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

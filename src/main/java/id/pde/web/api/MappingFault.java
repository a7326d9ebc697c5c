package id.pde.web.api;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location.FilePlace;
import id.pde.run.IssueText;
import java.util.List;
import java.util.Locale;

/**
 * A fault of a mapping as {@code pde check} finds it.
 *
 * @param severity {@code warn} or {@code refuse}
 * @param line from 1; 0: of no line
 * @param column of the text, from 1; 0: of no column
 * @param text as the command line writes it, with the line and a caret
 */
record MappingFault(
    String code, String severity, long line, int column, String message, String fix, String text) {

  static List<MappingFault> all(List<Issue> issues, Language language, String yaml) {
    return issues.stream().map(issue -> of(issue, language, yaml)).toList();
  }

  private static MappingFault of(Issue issue, Language language, String yaml) {
    FilePlace place = issue.location() instanceof FilePlace at ? at : null;
    return new MappingFault(
        issue.code(),
        issue.severity().name().toLowerCase(Locale.ROOT),
        place == null ? 0 : place.line(),
        place == null ? 0 : place.column(),
        issue.message().in(language),
        issue.fix().in(language),
        IssueText.block(issue, language, yaml));
  }
}

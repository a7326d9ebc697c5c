package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of an issue in a workbook that leaves PDE: without values of personal data. */
final class FaultWords {

  private static final int LONGEST = 1_000;

  private static final Pattern PLACE = Pattern.compile(" at \\S+\\.yaml:\\d+:\\d+$");

  private FaultWords() {}

  /** What is wrong; a closed value stands in its cell, which its sender filled, but not here. */
  static String message(Issue issue, Language language) {
    String words = issue.message().in(language);
    String value = issue.value();
    if (!issue.open() && value != null && !value.isBlank()) {
      words = words.replace(value, Issue.REDACTED).replace(value.strip(), Issue.REDACTED);
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
  }

  /** The rule; where it stands in a mapping file is nothing to the sender. */
  static String rule(Issue issue) {
    return PLACE.matcher(issue.rule()).replaceFirst("");
  }

  /** The comment of a cell: what is wrong, which rule, what would be right. */
  static String comment(Issue issue, Language language) {
    StringBuilder words = new StringBuilder();
    if (issue.severity() == Severity.WARN) {
      words.append(new Text("Peringatan: ", "Warning: ").in(language));
    }
    words.append(sentence(message(issue, language)));
    if (!issue.rule().isBlank()) {
      words.append('\n').append(new Text("Aturan: ", "Rule: ").in(language)).append(rule(issue));
    }
    String fix = issue.fix().in(language);
    if (!fix.isBlank()) {
      words.append('\n').append(sentence(fix));
    }
    return words.toString();
  }

  private static String sentence(String words) {
    String whole = words.strip();
    return whole.isEmpty()
        ? whole
        : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
  }
}

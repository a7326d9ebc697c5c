package id.pde.run;

import id.pde.mapping.yaml.Quoted;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** An issue as lines of text: the one form that terminal, log and receipts share. */
public final class IssueText {

  private static final Text VALUE = new Text("nilai", "value");
  private static final Text RULE = new Text("aturan", "rule");
  private static final Text FIX = new Text("perbaikan", "fix");
  private static final int WIDTH = 100;
  private static final int LONGEST = 2000;

  private IssueText() {}

  /** Place and message on the first line; rule and fix below it. Ends without a line break. */
  public static String block(Issue issue, Language language) {
    return block(issue, language, null);
  }

  /**
   * The same with the line of the file and a caret below the place.
   *
   * @param content of the file that the issue's place names; null: unknown. Lines of closed issues
   *     are never shown.
   */
  public static String block(Issue issue, Language language, @Nullable String content) {
    StringBuilder block = new StringBuilder(line(issue, language));
    if (content != null && issue.open() && issue.location() instanceof FilePlace place) {
      excerpt(block, place, content);
    }
    if (issue.value() != null && !issue.open()) {
      below(block, VALUE.in(language), "[REDACTED]");
    }
    below(block, RULE.in(language), issue.rule());
    below(block, FIX.in(language), issue.fix().in(language));
    return block.toString();
  }

  /** Place and message alone. */
  public static String line(Issue issue, Language language) {
    String column = issue.column() == null ? "" : " (" + issue.column() + ")";
    String head = issue.location().shown() + column + ": " + issue.message().in(language);
    return Quoted.plain(head, LONGEST);
  }

  private static void below(StringBuilder block, String label, String text) {
    if (!text.isEmpty()) {
      block.append("\n  ").append(label).append(": ").append(Quoted.plain(text, LONGEST));
    }
  }

  private static void excerpt(StringBuilder block, FilePlace place, String content) {
    String line = content.lines().skip(place.line() - 1L).findFirst().orElse("");
    int signs = line.codePointCount(0, line.length());
    int at = Math.min(place.column() - 1, signs);
    // A long line is shown from a little before the place.
    int from = at < WIDTH - 20 ? 0 : at - WIDTH / 2;
    String shown = line.substring(line.offsetByCodePoints(0, from)).replace('\t', ' ');
    if (shown.isBlank()) {
      return;
    }
    String number = Integer.toString(place.line());
    String before = shown.substring(0, shown.offsetByCodePoints(0, at - from));
    String lead = Quoted.plain(before, WIDTH);
    block.append("\n  ").append(number).append(" | ").append(Quoted.plain(shown, WIDTH));
    block
        .append("\n  ")
        .append(" ".repeat(number.length()))
        .append(" | ")
        .append(" ".repeat(lead.codePointCount(0, lead.length())))
        .append('^');
  }
}

package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.check.CheckResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a load would do, and a digest of it: a load that would do anything else has another one.
 *
 * @param hash 16 hexadecimal digits of a SHA-256
 */
public record Plan(String hash, Changes changes) {

  private static final int DIGITS = 16;

  /** Told once, before the table gets its shape, which stays however the run ends. */
  private static final String ABOUT_SHAPE = "table.column-added";

  /**
   * The digest of what a run comes to.
   *
   * @param rows of the rows that change, from the database
   */
  static String hash(RunReport report, LoadRequest request, String rows) {
    Mapping mapping = request.mapping();
    StringBuilder text = new StringBuilder();
    line(text, mapping.id(), mapping.text().sha256());
    line(text, report.source().sha256(), report.period() == null ? "" : report.period().text());
    line(text, report.counts(), rows);
    Map<FilterReason, Long> filtered = new TreeMap<>(report.filtered());
    line(text, filtered);
    // How the delivery found its mapping, and what the table's shape was, changes no row.
    Set<String> notes =
        Stream.concat(request.notes().stream().map(Issue::code), Stream.of(ABOUT_SHAPE))
            .collect(Collectors.toSet());
    for (IssueCount issue : report.issues()) {
      if (notes.contains(issue.code())) {
        continue;
      }
      line(text, issue.code(), issue.severity(), issue.column(), issue.count());
    }
    for (CheckResult check : report.checks()) {
      line(text, check.name(), check.verdict(), check.value(), check.expected(), check.faults());
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  private static void line(StringBuilder text, @Nullable Object... parts) {
    for (@Nullable Object part : parts) {
      String shown = String.valueOf(part);
      text.append(shown.length()).append(':').append(shown).append(' ');
    }
    text.append('\n');
  }
}

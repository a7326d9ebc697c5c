package id.pde.run;

import id.pde.mapping.ApprovalLimits;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunReport.IssueCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a delivery wait until a second person has looked at it. */
final class Holding {

  private static final Text FIX =
      new Text(
          "lihat isinya dengan `pde run`, lalu `pde approve` atau `pde decline`",
          "look at it with `pde run`, then `pde approve` or `pde decline`");

  /** Of issues that hold a delivery where its mapping says so. */
  private static final Set<String> GUARDS =
      Set.of("delivery.no-rows", "delivery.all-filtered", "tolerance.exceeded", "shrink.exceeded");

  private final Mapping mapping;
  private final Location whole;

  Holding(Mapping mapping, String delivery) {
    this.mapping = mapping;
    this.whole = new Location.Whole(delivery);
  }

  /** Whether a part is more than its share of a whole; in whole numbers, so nothing is rounded. */
  static boolean exceeds(long part, BigDecimal share, long whole) {
    return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
  }

  /** What would refuse a delivery, where the mapping leaves that to a second person. */
  static Issue held(Issue refusal) {
    return Issue.of(
        refusal.code(),
        Severity.WARN,
        refusal.location(),
        new Issue.Advice(refusal.rule(), refusal.message(), FIX));
  }

  /** Whether a second person is asked because of issues of this kind. */
  boolean holds(IssueCount issue) {
    return holds(issue.code(), issue.severity());
  }

  /** As {@link #holds(IssueCount)}. */
  boolean holds(String code, Severity severity) {
    Drift drift = mapping.drift();
    if (severity != Severity.WARN) {
      return false;
    }
    return switch (code) {
      case "heading.missing" -> drift.missingColumns() == Drift.Policy.HOLD;
      case "heading.new" -> drift.newColumns() == Drift.Policy.HOLD;
      case "approval.rows", "approval.changed", "approval.deleted" -> true;
      default -> GUARDS.contains(code);
    };
  }

  /**
   * What the delivery would do beyond what it may do without a second person.
   *
   * @param present rows that the table held before, as far as the delivery speaks of them
   */
  List<Issue> beyondLimits(Counts counts, long present) {
    ApprovalLimits limits = mapping.tolerance().approve();
    List<Issue> found = new ArrayList<>();
    Long rows = limits.rows();
    long touched = counts.inserted() + counts.updated() + counts.deleted();
    if (rows != null && touched > rows) {
      found.add(tooMany(touched, rows));
    }
    share(found, "changed", limits.changed(), new Part(counts.updated(), present));
    share(found, "deleted", limits.deleted(), new Part(counts.deleted(), present));
    return found;
  }

  private record Part(long rows, long present) {}

  private void share(List<Issue> found, String key, @Nullable BigDecimal share, Part part) {
    if (share == null || !exceeds(part.rows(), share, part.present())) {
      return;
    }
    boolean gone = key.equals("deleted");
    String limit = share.movePointRight(2).stripTrailingZeros().toPlainString();
    found.add(
        issue(
            key,
            limit + "%",
            new Text(
                (gone ? "menghapus " : "mengubah ")
                    + Numbers.id(part.rows())
                    + " dari "
                    + Numbers.id(part.present())
                    + " baris tabel "
                    + mapping.target().table()
                    + ", lebih dari "
                    + limit.replace('.', ',')
                    + "%",
                (gone ? "deletes " : "changes ")
                    + Numbers.en(part.rows())
                    + " of "
                    + Numbers.en(part.present())
                    + " rows of table "
                    + mapping.target().table()
                    + ", more than "
                    + limit
                    + "%")));
  }

  private Issue tooMany(long touched, long rows) {
    return issue(
        "rows",
        Long.toString(rows),
        new Text(
            "menambah, mengubah atau menghapus "
                + Numbers.id(touched)
                + " baris tabel "
                + mapping.target().table()
                + ", lebih dari "
                + Numbers.id(rows),
            "adds, changes or deletes "
                + Numbers.en(touched)
                + " rows of table "
                + mapping.target().table()
                + ", more than "
                + Numbers.en(rows)));
  }

  private Issue issue(String key, String limit, Text message) {
    String rule = "tolerance: {approve: {" + key + ": " + limit + "}} of " + mapping.id();
    return Issue.of("approval." + key, Severity.WARN, whole, new Issue.Advice(rule, message, FIX));
  }
}

package id.pde.route;

import id.pde.schedule.RuleReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The allow-list of endpoints: which schemes may begin or end a route, and with which options. */
final class Doors {

  /** Allowed by the design; their components come with a later version. */
  static final Set<String> LATER_TO = Set.of("http", "https", "smtp", "smtps", "telegram");

  static final Set<String> FROM = Set.of("pde", "direct", "sftp", "ftps", "imaps");
  static final Set<String> TO = Set.of("pde", "direct", "jdbc", "sql");

  /** Components that PDE makes itself: they look behind references to secrets. */
  static final Set<String> OWN = Set.of("pde", "sftp", "ftps", "imaps");

  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern ANY = Pattern.compile("[^#{}]*", Pattern.DOTALL);

  /** Read by rows, never as a whole, and from one pool that is made for it. */
  static final Map<String, Pattern> JDBC =
      Map.of(
          "outputType", Pattern.compile("StreamList"),
          "resetAutoCommit", Pattern.compile("false"),
          "statement.fetchSize", NUMBER,
          "statement.maxRows", NUMBER,
          "statement.queryTimeout", NUMBER,
          "useHeadersAsParameters", BOOLEAN,
          "allowNamedParameters", BOOLEAN,
          "useJDBC4ColumnNameAndLabelSemantics", BOOLEAN);

  static final Map<String, Pattern> SQL =
      Map.of(
          "dataSource", Pattern.compile("#?[A-Za-z0-9_.-]+"),
          "outputType", Pattern.compile("StreamList"),
          "fetchSize", NUMBER,
          "template.fetchSize", NUMBER,
          "template.maxRows", NUMBER,
          "template.queryTimeout", NUMBER);

  static final Map<String, Pattern> INBOX =
      Map.of("agency", ANY, "every", ANY, "cron", ANY, "zone", ANY);
  static final Map<String, Pattern> SCHEDULE =
      RuleReader.OPTIONS.stream().collect(Collectors.toMap(option -> option, option -> ANY));
  static final Map<String, Pattern> EVENTS =
      Map.of("name", ANY, "outcome", ANY, "submission", ANY, "agency", ANY, "every", ANY);
  static final Map<String, Pattern> LOAD = Map.of("period", ANY);
  static final Map<String, Pattern> RECOGNISE = Map.of("agency", ANY, "period", ANY);
  static final Map<String, Pattern> DIRECT = Map.of();

  private Doors() {}

  static Set<String> with(Set<String> allowed, Set<String> widened) {
    Set<String> both = new TreeSet<>(allowed);
    both.addAll(widened);
    return both;
  }
}

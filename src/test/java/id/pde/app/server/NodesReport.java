package id.pde.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What several servers took and who did what; kept in the folder that {@code -Dpde.evidence} names.
 */
final class NodesReport {

  private static final String FIRES =
      """
      SELECT node || ', ' || outcome || ', attempt ' || attempts, count(*)
        FROM pde.schedule_fire GROUP BY 1 ORDER BY 1
      """;

  private static final String LATE =
      """
      SELECT 'ms', (1000 * extract(epoch FROM max(started - planned)))::bigint
        FROM pde.schedule_fire WHERE attempts = 1
      """;

  private final SharedCity city;
  private final Instant begun = Instant.now();
  private final StringBuilder lines = new StringBuilder();

  NodesReport(SharedCity city) {
    this.city = city;
    line(
        "%d files in the folders of %d agencies, %d schedules",
        city.files() * city.agencies(), city.agencies(), city.schedules());
  }

  /** Tells when it came to this, in seconds after the start of the servers. */
  void at(String moment) throws SQLException {
    line(
        "%6.1f s  %-15s %5d files answered, %4d fires ended",
        Duration.between(begun, Instant.now()).toMillis() / 1000.0,
        moment,
        city.count("SELECT count(*) FROM pde.run WHERE claim IS NOT NULL AND answered"),
        city.count("SELECT count(*) FROM pde.schedule_fire WHERE ended IS NOT NULL"));
  }

  void write() throws IOException, SQLException {
    line("fires by server: %s", city.rows(FIRES));
    line("longest between the time of a fire and its start: %s", city.rows(LATE));
    line(
        "files by outcome: %s",
        city.rows("SELECT outcome, count(*) FROM pde.run WHERE claim IS NOT NULL GROUP BY 1"));
    System.out.print(lines);
    String evidence = System.getProperty("pde.evidence", "");
    if (!evidence.isEmpty()) {
      Path folder = Files.createDirectories(Path.of(evidence));
      Files.writeString(folder.resolve("two-nodes.txt"), lines);
    }
  }

  private void line(String format, Object... values) {
    lines.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

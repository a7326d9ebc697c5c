package id.pde.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was tried and what it came to; written kill by kill. */
final class KillReport {

  private final String kind;
  private final long seed;
  private final List<String> kills = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> hits = new LinkedHashMap<>();

  KillReport(String kind, long seed) {
    this.kind = kind;
    this.seed = seed;
    Timeline.STRETCHES.forEach(stretch -> hits.put(stretch, 0));
  }

  /**
   * One kill.
   *
   * @param hit where the process was; null: it had ended
   * @param difference from a clean run; null: none
   */
  record Kill(String table, long delay, @Nullable String hit, @Nullable String difference) {}

  void add(Kill kill) throws IOException {
    String hit = kill.hit();
    if (hit != null) {
      hits.merge(hit, 1, Integer::sum);
    }
    String difference = kill.difference();
    String line =
        String.format(
            Locale.ROOT,
            "%-12s after %5d ms at %-12s %s",
            kill.table(),
            kill.delay(),
            hit == null ? "(ended)" : hit,
            difference == null ? "same" : "DIFFERS: " + difference);
    kills.add(line);
    if (difference != null) {
      differences.add(line);
    }
    write();
  }

  int hits(String stretch) {
    return hits.getOrDefault(stretch, 0);
  }

  int kills() {
    return kills.size();
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  /** Prints a short table for whoever watches. */
  void print() {
    StringBuilder table = new StringBuilder(heading());
    hits.forEach(
        (stretch, count) ->
            table.append(String.format(Locale.ROOT, "  %-12s %4d%n", stretch, count)));
    System.out.print(table);
  }

  /** Written after every kill, so that it is there even if the test itself is killed. */
  private void write() throws IOException {
    String whole = heading() + hits + "\n" + String.join("\n", kills) + "\n";
    String name = "kill-report-" + kind + ".txt";
    Files.writeString(Files.createDirectories(Path.of("target")).resolve(name), whole);
    String evidence = System.getProperty("pde.evidence", "");
    if (!evidence.isEmpty()) {
      Files.writeString(Files.createDirectories(Path.of(evidence)).resolve(name), whole);
    }
  }

  private String heading() {
    return String.format(
        Locale.ROOT,
        "kill test \"%s\", seed %d: %d kills, %d differences%n",
        kind,
        seed,
        kills.size(),
        differences.size());
  }
}

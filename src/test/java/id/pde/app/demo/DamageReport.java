package id.pde.app.demo;

import id.pde.app.demo.DamageHunt.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is kept of the hunts, in the folder that {@code -Dpde.evidence} names: places and kinds of
 * values, never the values. Without that property nothing is kept.
 */
final class DamageReport {

  private final long start = System.nanoTime();
  private final int tries;
  private final List<String> parts = new ArrayList<>();
  private int copies;
  private int failed;
  private int never;

  /**
   * @param tries damaged copies of one delivery at the most
   */
  DamageReport(int tries) {
    this.tries = tries;
  }

  /** Adds what became of the checks of one delivery. */
  void add(String delivery, Result result) {
    copies += result.tries();
    failed += result.failed().size();
    never += result.never().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d damaged copies, %d of them refused"
            .formatted(delivery, result.tries(), result.refused()));
    result
        .failed()
        .forEach((line, damage) -> lines.add("  " + check(line) + " | " + damage.shown()));
    result.never().forEach(line -> lines.add("  " + check(line) + " | NEVER FAILED"));
    parts.add(String.join("\n", lines));
  }

  private static String check(ExpectedLine line) {
    return line.sheet().isEmpty() ? line.key() : line.sheet() + ": " + line.key();
  }

  /**
   * Writes it.
   *
   * @param reasons why checks cannot fail, by their names
   */
  void write(Map<String, String> reasons) throws IOException {
    String evidence = System.getProperty("pde.evidence", "");
    if (evidence.isEmpty()) {
      return;
    }
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s damaged deliveries: %d s, at most %d copies of each, %d copies; %d checks failed, %d never%n",
                LocalDate.now(ZoneOffset.UTC),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                tries,
                copies,
                failed,
                never));
    text.append("check | the first damage under which it failed\n");
    reasons.forEach(
        (check, why) -> text.append(check).append(" cannot fail: ").append(why).append('\n'));
    parts.forEach(part -> text.append('\n').append(part).append('\n'));
    Files.writeString(
        Files.createDirectories(Path.of(evidence)).resolve("damage.txt"), text.toString());
  }
}

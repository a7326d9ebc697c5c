package id.pde.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What reading one file took, and what others took for it in the same rounds.
 *
 * @param sides PDE first
 */
public record ReadResult(Subject subject, List<Side> sides) {

  public ReadResult {
    sides = List.copyOf(sides);
  }

  /** What was read, as in {@code xlsx}. */
  public record Subject(String name, int rows, int columns, long bytes) {}

  /**
   * One reader.
   *
   * @param seconds of each round
   * @param limit of PDE's time by this one's; 0: none is set
   */
  public record Side(String name, List<Double> seconds, double limit) {
    public Side {
      seconds = List.copyOf(seconds);
    }

    double median() {
      return BenchResult.median(seconds);
    }
  }

  /** PDE's time by that of another side. */
  public double ratio(int side) {
    return sides.get(0).median() / sides.get(side).median();
  }

  /** As people read it. */
  public String line() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %,d rows x %d columns, %.0f MB:",
            subject.name,
            subject.rows,
            subject.columns,
            subject.bytes / 1e6));
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      text.append(i == 0 ? " " : "; ");
      text.append(String.format(Locale.ROOT, "%s %.2f s", side.name, side.median()));
      if (i > 0) {
        text.append(String.format(Locale.ROOT, ", ratio %.2f", ratio(i)));
      }
      if (side.limit > 0) {
        text.append(String.format(Locale.ROOT, " (limit %.2f)", side.limit));
      }
    }
    return text.append(System.lineSeparator()).toString();
  }

  public String json() {
    String each =
        sides.stream()
            .map(side -> "\"" + side.name + "\":[" + BenchResult.seconds(side.seconds) + "]")
            .collect(Collectors.joining(","));
    StringBuilder ratios = new StringBuilder();
    for (int i = 1; i < sides.size(); i++) {
      ratios.append(ratios.isEmpty() ? "" : ",");
      ratios.append(String.format(Locale.ROOT, "\"%s\":%.3f", sides.get(i).name, ratio(i)));
    }
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"rows\":%d,\"columns\":%d,\"bytes\":%d,\"seconds\":{%s},\"ratios\":{%s}}",
        subject.name,
        subject.rows,
        subject.columns,
        subject.bytes,
        each,
        ratios);
  }
}

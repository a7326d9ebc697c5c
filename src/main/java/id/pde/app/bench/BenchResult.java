package id.pde.app.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured.
 *
 * @param machine the cores and the heap that the measuring process has
 * @param road seconds of PDE, per round
 * @param copy seconds of COPY, per round
 */
public record BenchResult(
    long rows, long bytes, String server, String machine, List<Double> road, List<Double> copy) {

  /** DESIGN: aim 0.8, limit 1.3. */
  public static final double LIMIT = 1.3;

  public BenchResult {
    road = List.copyOf(road);
    copy = List.copyOf(copy);
  }

  public double ratio() {
    return median(road) / median(copy);
  }

  /** As people read it. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(text, "append, %,d rows x 13 columns, %.0f MB, PostgreSQL %s", rows, megabytes(), server);
    line(text, "machine: %s", machine);
    line(text, "COPY side: %s", BenchTables.COPY);
    line(text, "%-8s %10s %10s", "round", "pde s", "COPY s");
    for (int i = 0; i < road.size(); i++) {
      line(text, "%-8d %10.2f %10.2f", i + 1, road.get(i), copy.get(i));
    }
    line(text, "%-8s %10.2f %10.2f", "median", median(road), median(copy));
    line(text, "%-8s %10.2f %10.2f", "least", Collections.min(road), Collections.min(copy));
    line(text, "%-8s %10.2f %10.2f", "most", Collections.max(road), Collections.max(copy));
    line(text, "%-8s %10.0f %10.0f", "rows/s", rows / median(road), rows / median(copy));
    line(text, "ratio    %10.2f  (aim 0.80, limit %.2f)", ratio(), LIMIT);
    return text.toString();
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"bytes\":%d,\"server\":\"%s\",\"machine\":\"%s\",\"pde\":[%s],\"copy\":[%s],\"ratio\":%.3f,"
            + "\"limit\":%.2f,\"baseline\":\"%s\"}%n",
        rows,
        bytes,
        server.replace("\"", ""),
        machine,
        seconds(road),
        seconds(copy),
        ratio(),
        LIMIT,
        BenchTables.COPY);
  }

  static double median(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private double megabytes() {
    return bytes / 1e6;
  }

  static String seconds(List<Double> seconds) {
    return seconds.stream()
        .map(one -> String.format(Locale.ROOT, "%.3f", one))
        .collect(Collectors.joining(","));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}

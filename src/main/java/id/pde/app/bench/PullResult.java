package id.pde.app.bench;

import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param road seconds of PDE, per round
 * @param kept seconds of these until all rows were in the archive
 * @param pipe seconds of COPY piped into COPY, per round
 */
public record PullResult(
    long rows,
    String server,
    String machine,
    List<Double> road,
    List<Double> kept,
    List<Double> pipe) {

  /** Aim 1.2, limit 2.0. */
  public static final double LIMIT = 2.0;

  public PullResult {
    road = List.copyOf(road);
    kept = List.copyOf(kept);
    pipe = List.copyOf(pipe);
  }

  public double ratio() {
    return BenchResult.median(road) / BenchResult.median(pipe);
  }

  /** As people read it. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(text, "pull, %,d rows x 13 columns of another PostgreSQL %s", rows, server);
    line(text, "machine: %s", machine);
    line(text, "COPY side: %s | %s", AgencyTable.OUT, AgencyTable.IN);
    line(text, "%-8s %10s %10s %10s", "round", "pde s", "archived", "COPY s");
    for (int i = 0; i < road.size(); i++) {
      line(text, "%-8d %10.2f %10.2f %10.2f", i + 1, road.get(i), kept.get(i), pipe.get(i));
    }
    line(
        text,
        "%-8s %10.2f %10.2f %10.2f",
        "median",
        BenchResult.median(road),
        BenchResult.median(kept),
        BenchResult.median(pipe));
    line(text, "ratio    %10.2f  (aim 1.20, limit %.2f)", ratio(), LIMIT);
    return text.toString();
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"server\":\"%s\",\"machine\":\"%s\",\"pde\":[%s],\"archived\":[%s],\"copy\":[%s],"
            + "\"ratio\":%.3f,\"limit\":%.2f}",
        rows,
        server.replace("\"", ""),
        machine,
        BenchResult.seconds(road),
        BenchResult.seconds(kept),
        BenchResult.seconds(pipe),
        ratio(),
        LIMIT);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}

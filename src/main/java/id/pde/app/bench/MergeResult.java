package id.pde.app.bench;

import id.pde.app.bench.MergeFiles.Rows;
import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param road seconds of PDE, per round
 * @param upsert seconds of COPY and INSERT ... ON CONFLICT, per round
 */
public record MergeResult(
    Rows which, long rows, String server, String machine, List<Double> road, List<Double> upsert) {

  /** DESIGN: aim 1.0, limit 1.3. */
  public static final double LIMIT = 1.3;

  public MergeResult {
    road = List.copyOf(road);
    upsert = List.copyOf(upsert);
  }

  static String word(Rows which) {
    return which == Rows.NEW ? "all new" : "1 % differs";
  }

  public double ratio() {
    return BenchResult.median(road) / BenchResult.median(upsert);
  }

  /** As people read it. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(text, "merge, %s: %,d rows into %,d, PostgreSQL %s", word(which), rows, rows, server);
    line(text, "machine: %s", machine);
    BenchTables.upsertSql().forEach(sql -> line(text, "upsert side: %s", sql));
    line(text, "%-8s %10s %10s", "round", "pde s", "upsert s");
    for (int i = 0; i < road.size(); i++) {
      line(text, "%-8d %10.2f %10.2f", i + 1, road.get(i), upsert.get(i));
    }
    line(
        text, "%-8s %10.2f %10.2f", "median", BenchResult.median(road), BenchResult.median(upsert));
    line(text, "ratio    %10.2f  (aim 1.00, limit %.2f)", ratio(), LIMIT);
    return text.toString();
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"which\":\"%s\",\"server\":\"%s\",\"machine\":\"%s\",\"pde\":[%s],\"upsert\":[%s],"
            + "\"ratio\":%.3f,\"limit\":%.2f}",
        rows,
        word(which),
        server.replace("\"", ""),
        machine,
        BenchResult.seconds(road),
        BenchResult.seconds(upsert),
        ratio(),
        LIMIT);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}

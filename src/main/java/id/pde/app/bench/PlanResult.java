package id.pde.app.bench;

import id.pde.app.bench.MergeFiles.Rows;
import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param plan seconds of the plans, per round
 * @param load seconds of the loads, per round
 */
public record PlanResult(
    Rows which, long rows, String server, String machine, List<Double> plan, List<Double> load) {

  /** A plan takes at most the time of its load. */
  public static final double LIMIT = 1.0;

  public PlanResult {
    plan = List.copyOf(plan);
    load = List.copyOf(load);
  }

  public double ratio() {
    return BenchResult.median(plan) / BenchResult.median(load);
  }

  /** As people read it. */
  public String table() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "plan, %s: %,d rows into %,d, PostgreSQL %s",
        MergeResult.word(which),
        rows,
        rows,
        server);
    line(text, "machine: %s", machine);
    line(text, "%-8s %10s %10s", "round", "plan s", "load s");
    for (int i = 0; i < plan.size(); i++) {
      line(text, "%-8d %10.2f %10.2f", i + 1, plan.get(i), load.get(i));
    }
    line(text, "%-8s %10.2f %10.2f", "median", BenchResult.median(plan), BenchResult.median(load));
    line(text, "ratio    %10.2f  (limit %.2f)", ratio(), LIMIT);
    return text.toString();
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"which\":\"%s\",\"server\":\"%s\",\"machine\":\"%s\",\"plan\":[%s],\"load\":[%s],"
            + "\"ratio\":%.3f,\"limit\":%.2f}",
        rows,
        MergeResult.word(which),
        server.replace("\"", ""),
        machine,
        BenchResult.seconds(plan),
        BenchResult.seconds(load),
        ratio(),
        LIMIT);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}

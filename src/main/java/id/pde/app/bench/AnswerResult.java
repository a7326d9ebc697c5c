package id.pde.app.bench;

import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param rows of the workbook
 * @param faulty rows with an issue
 * @param load seconds from the first byte read to the commit, per round
 * @param answer seconds of all the rest: archive, the workbook to correct, words and JSON
 */
public record AnswerResult(
    int rows, int faulty, String server, String machine, List<Double> load, List<Double> answer) {

  /** The most that the answer may take of the time of the load. */
  private static final double LIMIT = 2.0;

  public AnswerResult {
    load = List.copyOf(load);
    answer = List.copyOf(answer);
  }

  public double ratio() {
    return BenchResult.median(answer) / BenchResult.median(load);
  }

  /** As people read it. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "answer, a workbook of %,d rows with %,d at fault, PostgreSQL %s, %s%n"
            + "load %.2f s, its answer %.2f s: %.2f x (limit %.1f)%n",
        rows,
        faulty,
        server,
        machine,
        BenchResult.median(load),
        BenchResult.median(answer),
        ratio(),
        LIMIT);
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"faulty\":%d,\"server\":\"%s\",\"machine\":\"%s\",\"load\":[%s],\"answer\":[%s],\"ratio\":%.3f}",
        rows,
        faulty,
        server.replace("\"", ""),
        machine,
        BenchResult.seconds(load),
        BenchResult.seconds(answer),
        ratio());
  }
}

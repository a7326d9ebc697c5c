package id.pde.app.bench;

import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param files of a round
 * @param seconds per round
 */
public record FilesResult(int files, String server, String machine, List<Double> seconds) {

  public FilesResult {
    seconds = List.copyOf(seconds);
  }

  public double filesPerSecond() {
    return files / BenchResult.median(seconds);
  }

  /** As people read it. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "files, %,d files of one row in one watched folder, PostgreSQL %s, %s%n"
            + "median %.2f s, %.0f files/s, %.1f ms each%n",
        files,
        server,
        machine,
        BenchResult.median(seconds),
        filesPerSecond(),
        1000 / filesPerSecond());
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"files\":%d,\"server\":\"%s\",\"machine\":\"%s\",\"seconds\":[%s],\"files_per_second\":%.1f}",
        files,
        server.replace("\"", ""),
        machine,
        BenchResult.seconds(seconds),
        filesPerSecond());
  }
}

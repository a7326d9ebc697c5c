package id.pde.app.bench;

import java.util.List;
import java.util.Locale;

/**
 * What reading a workbook took.
 *
 * @param read seconds of PDE, per round
 * @param bare seconds of unpacking and parsing alone, per round
 */
public record XlsxResult(int rows, long bytes, List<Double> read, List<Double> bare) {

  public XlsxResult {
    read = List.copyOf(read);
    bare = List.copyOf(bare);
  }

  public double ratio() {
    return BenchResult.median(read) / BenchResult.median(bare);
  }

  /** As people read it. */
  public String line() {
    return String.format(
            Locale.ROOT,
            "xlsx, %,d rows x %d columns, %.0f MB: read to typed cells %.2f s, JDK SAX alone %.2f s,"
                + " ratio %.2f",
            rows,
            BenchWorkbook.COLUMNS,
            bytes / 1e6,
            BenchResult.median(read),
            BenchResult.median(bare),
            ratio())
        + System.lineSeparator();
  }

  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"bytes\":%d,\"read\":%.3f,\"bare\":%.3f,\"ratio\":%.3f}",
        rows,
        bytes,
        BenchResult.median(read),
        BenchResult.median(bare),
        ratio());
  }
}

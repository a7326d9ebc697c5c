package id.pde.app.bench;

import id.pde.app.bench.ReadResult.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest sheet that xls knows, read to typed cells in the heap of this process. */
public final class XlsBench {

  private static final int MOST_ROWS = 65_536;

  private final Path work;

  /**
   * @param work a folder for the workbook
   */
  public XlsBench(Path work) {
    this.work = work;
  }

  /** Builds a workbook of so many rows, or of as many as fit, measures, and leaves nothing. */
  public ReadResult run(int rows, int rounds) throws IOException {
    int fitting = Math.min(rows, MOST_ROWS);
    Path file = Files.createTempFile(work, "bench", ".xls");
    try {
      BenchXls.write(file, fitting);
      Subject subject = new Subject("xls", fitting, BenchXls.COLUMNS, Files.size(file));
      return new Rounds()
          .with("pde", () -> XlsxBench.read(file))
          .run(subject, rounds, (long) fitting * BenchXls.COLUMNS);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

package id.pde.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.source.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads the workbook of the benchmark with PDE and with fastexcel-reader, alternating in one
 * process. {@code mvn verify -Dit.test=XlsxBenchIT -Dbench.rows=300000} prints the ratio.
 */
final class XlsxBenchIT {

  private static final int ROUNDS = 5;

  @TempDir Path work;

  @Test
  void bothReadersSeeEveryCell() throws IOException {
    int rows = Integer.getInteger("bench.rows", 2_000);
    Path file = work.resolve("bench.xlsx");
    BenchWorkbook.write(file, rows);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      long begun = System.nanoTime();
      assertThat(pde(file)).isEqualTo(13L * rows);
      ours.add((System.nanoTime() - begun) / 1e9);
      begun = System.nanoTime();
      assertThat(fastexcel(file)).isEqualTo(13L * rows);
      theirs.add((System.nanoTime() - begun) / 1e9);
    }
    double pde = BenchResult.median(ours.subList(1, ours.size()));
    double fastexcel = BenchResult.median(theirs.subList(1, theirs.size()));
    System.out.printf(
        Locale.ROOT,
        "xlsx, %,d rows: pde %.2f s, fastexcel-reader %.2f s, ratio %.2f%n",
        rows,
        pde,
        fastexcel,
        pde / fastexcel);
  }

  private static long pde(Path file) {
    long[] cells = {0};
    new Readers().raw(file, 0, (number, row) -> cells[0] += row.length);
    return cells[0];
  }

  private static long fastexcel(Path file) throws IOException {
    long cells = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        for (Cell cell : row) {
          cells += cell == null || cell.getValue() == null ? 0 : 1;
        }
      }
    }
    return cells;
  }

  @Test
  void measuresAndLeavesNothingBehind() throws IOException {
    XlsxResult result = new XlsxBench(work).run(500, 1);
    assertThat(result.line()).startsWith("xlsx, 500 rows x 13 columns, 0 MB: read to typed cells ");
    assertThat(result.json()).startsWith("{\"rows\":500,");
    assertThat(work).isEmptyDirectory();
  }
}

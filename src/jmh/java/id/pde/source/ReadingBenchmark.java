package id.pde.source;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one row of 13 fields costs from the file to its bound headings; in nanoseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

  private static final int ROWS = 20_000;
  private static final int COLUMNS = 13;

  private final Mapping mapping =
      Mappings.of(
          IntStream.rangeClosed(1, COLUMNS).mapToObj(i -> "Kolom " + i).toArray(String[]::new));
  private Path csv = Path.of("");
  private Path xlsx = Path.of("");

  @Setup
  public void write() throws IOException {
    csv = Files.createTempFile("reading", ".csv");
    StringBuilder text = new StringBuilder();
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 1; column <= COLUMNS; column++) {
        text.append(column == 1 ? "" : ";").append(value(row, column));
      }
      text.append('\n');
    }
    Files.writeString(csv, text);
    xlsx = Files.createTempFile("reading", ".xlsx");
    byte[] book =
        Workbooks.xlsx(
            workbook -> {
              var sheet = workbook.createSheet("Data");
              for (int row = 0; row <= ROWS; row++) {
                var cells = sheet.createRow(row);
                for (int column = 1; column <= COLUMNS; column++) {
                  boolean number = row > 0 && column % 3 != 0;
                  if (number) {
                    cells.createCell(column - 1).setCellValue(row * 7919L % 100_000);
                  } else {
                    cells.createCell(column - 1).setCellValue(value(row, column));
                  }
                }
              }
            });
    Files.write(xlsx, book);
  }

  private static String value(int row, int column) {
    if (row == 0) {
      return "Kolom " + column;
    }
    return column % 3 == 0 ? "Jl. Soekarno Hatta " + row % 400 : "" + row * 7919L % 100_000;
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(csv);
    Files.delete(xlsx);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long csvRow() throws IOException {
    return read(csv);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long xlsxRow() throws IOException {
    return read(xlsx);
  }

  private long read(Path file) throws IOException {
    Counter counter = new Counter();
    Delivery delivery =
        new Delivery("reading", file, "0", Files.size(file), Delivery.Form.FILE, null);
    new Readers().read(delivery, mapping, counter);
    if (counter.rows != ROWS) {
      throw new IllegalStateException(counter.rows + " rows");
    }
    return counter.rows;
  }

  /** Takes rows and does nothing with them. */
  private static final class Counter implements RowVisitor {
    private long rows;

    @Override
    public void table(Header header) {}

    @Override
    public void row(Row row) {
      rows++;
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {}

    @Override
    public void filtered(Row row, FilterReason reason) {}

    @Override
    public void note(Issue issue) {}
  }
}

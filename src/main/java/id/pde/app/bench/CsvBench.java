package id.pde.app.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pde.app.bench.ReadResult.Subject;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import id.pde.source.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV read to rows with bound headings, against FastCSV that only iterates over the file. */
public final class CsvBench {

  /** At least half of its rate. */
  private static final double LIMIT = 2.0;

  private static final int COLUMNS = BenchRow.HEADINGS.size();

  private final Path work;

  /**
   * @param work a folder for the file
   */
  public CsvBench(Path work) {
    this.work = work;
  }

  /** Builds a file, measures, and leaves nothing behind. */
  public ReadResult run(int rows, int rounds) throws IOException {
    Mapping mapping = BenchMapping.mapping();
    try (BenchFiles files = BenchFiles.write(work, rows)) {
      Path file = files.delivered();
      Subject subject = new Subject("csv", rows, COLUMNS, files.bytes());
      return new Rounds()
          .with("pde", () -> bound(file, mapping))
          .with("FastCSV", LIMIT, () -> bare(file))
          .run(subject, rounds, (long) rows * COLUMNS);
    }
  }

  private static long bare(Path file) throws IOException {
    long fields = -COLUMNS;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
      for (CsvRecord csv : reader) {
        fields += csv.getFieldCount();
      }
    }
    return fields;
  }

  private static long bound(Path file, Mapping mapping) throws IOException {
    Delivery delivery =
        new Delivery("bench.csv", file, "0".repeat(64), Files.size(file), Delivery.Form.FILE, null);
    Counter counter = new Counter();
    new Readers().read(delivery, mapping, counter);
    return counter.fields;
  }

  /** Takes rows and keeps none. */
  private static final class Counter implements RowVisitor {
    private long fields;

    @Override
    public void table(Header header) {}

    @Override
    public void row(Row row) {
      fields += row.size();
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {}

    @Override
    public void filtered(Row row, FilterReason reason) {}

    @Override
    public void note(Issue issue) {}
  }
}

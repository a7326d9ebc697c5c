package id.pde.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prints how fast a CSV of a million rows of 13 columns becomes rows with bound headings, against
 * FastCSV that only iterates over the same file; run by hand. The limit is a ratio of 2.
 */
final class CsvSpeed {

  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 13;

  private CsvSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Files.createTempFile("speed", ".csv");
    try {
      for (String kind : List.of("plain", "quoted", "accents")) {
        write(file, kind);
        compare(file, kind);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, String kind) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    String quote = kind.equals("quoted") ? "\"" : "";
    String street = kind.equals("accents") ? "Jl. Café – " : "Jl. Soekarno Hatta ";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int column = 1; column <= COLUMNS; column++) {
        out.write((column == 1 ? "" : ";") + "Kolom " + column);
      }
      out.write("\r\n");
      for (int row = 0; row < ROWS; row++) {
        for (int column = 1; column <= COLUMNS; column++) {
          String value = column % 3 == 0 ? street + random.nextInt(400) : "" + random.nextInt();
          out.write((column == 1 ? "" : ";") + quote + value + quote);
        }
        out.write("\r\n");
      }
    }
  }

  private static void compare(Path file, String kind) throws IOException {
    // Processor time: other programs on the machine do not count.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < 6; round++) {
      long begun = clock.getCurrentThreadCpuTime();
      long bare = bare(file);
      long middle = clock.getCurrentThreadCpuTime();
      long bound = bound(file);
      long end = clock.getCurrentThreadCpuTime();
      if (bare != ROWS + 1L || bound != ROWS) {
        throw new IllegalStateException(bare + ", " + bound);
      }
      best[0] = Math.min(best[0], (middle - begun) / 1e9);
      best[1] = Math.min(best[1], (end - middle) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s FastCSV %.2f s, PDE %.2f s, ratio %.2f%n",
        kind,
        best[0],
        best[1],
        best[1] / best[0]);
  }

  private static long bare(Path file) throws IOException {
    long records = 0;
    long fields = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
      for (CsvRecord csv : reader) {
        records++;
        fields += csv.getFieldCount();
      }
    }
    return fields == records * COLUMNS ? records : -1;
  }

  private static long bound(Path file) throws IOException {
    String[] headings =
        IntStream.rangeClosed(1, COLUMNS).mapToObj(i -> "Kolom " + i).toArray(String[]::new);
    Mapping mapping = Mappings.of(headings);
    Counter counter = new Counter();
    Delivery delivery =
        new Delivery("speed.csv", file, "0", Files.size(file), Delivery.Form.FILE, null);
    new Readers().read(delivery, mapping, counter);
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

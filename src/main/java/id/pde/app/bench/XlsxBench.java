package id.pde.app.bench;

import id.pde.app.bench.ReadResult.Subject;
import id.pde.model.Cell;
import id.pde.source.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A workbook read to typed cells, against fastexcel-reader and a bare pass of the JDK's parser over
 * its unpacked sheet and strings; and workbooks of a growing number of rows.
 */
public final class XlsxBench {

  /** DESIGN: below 1.0 x fastexcel-reader. */
  private static final double LIMIT = 1.0;

  private static final List<String> PARTS =
      List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml");

  private final Path work;

  /**
   * @param work a folder for the workbook
   */
  public XlsxBench(Path work) {
    this.work = work;
  }

  /** Builds a workbook, measures, and leaves nothing behind. */
  public ReadResult run(int rows, int rounds) throws IOException {
    return on(
        rows,
        file ->
            new Rounds()
                .with("pde", () -> read(file))
                .with("fastexcel-reader", LIMIT, () -> fastexcel(file))
                .with("JDK SAX alone", () -> bare(file))
                .run(subject(file, rows), rounds, cells(rows)));
  }

  /** A quarter of the rows, half of them and all: the time has to grow as they do. */
  public List<ReadResult> growth(int rows, int rounds) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    for (int share : List.of(4, 2, 1)) {
      int part = Math.max(1, rows / share);
      results.add(
          on(
              part,
              file ->
                  new Rounds()
                      .with("pde", () -> read(file))
                      .run(subject(file, part), rounds, cells(part))));
    }
    return results;
  }

  private interface Measure {
    ReadResult of(Path file) throws IOException;
  }

  private ReadResult on(int rows, Measure measure) throws IOException {
    Path file = Files.createTempFile(work, "bench", ".xlsx");
    try {
      BenchWorkbook.write(file, rows);
      return measure.of(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Subject subject(Path file, int rows) throws IOException {
    return new Subject("xlsx", rows, BenchWorkbook.COLUMNS, Files.size(file));
  }

  private static long cells(int rows) {
    return (long) rows * BenchWorkbook.COLUMNS;
  }

  /** How many filled cells a reading of PDE meets; each is taken in the hand. */
  static long read(Path file) {
    long[] cells = {0};
    new Readers()
        .raw(
            file,
            0,
            (number, row) -> {
              for (Cell cell : row) {
                cells[0] += cell instanceof Cell.Blank ? 0 : 1;
              }
            });
    return cells[0];
  }

  private static long fastexcel(Path file) throws IOException {
    long cells = 0;
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
        for (var cell : row) {
          cells += cell == null || cell.getValue() == null ? 0 : 1;
        }
      }
    }
    return cells;
  }

  private static long bare(Path file) throws IOException {
    long[] cells = {0};
    DefaultHandler counter =
        new DefaultHandler() {
          @Override
          public void startElement(
              String uri, String name, String qualified, Attributes attributes) {
            cells[0] += qualified.equals("c") ? 1 : 0;
          }
        };
    try (ZipFile zip = new ZipFile(file.toFile())) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      for (String part : PARTS) {
        try (InputStream stream = zip.getInputStream(zip.getEntry(part))) {
          factory.newSAXParser().parse(stream, counter);
        }
      }
    } catch (SAXException | ParserConfigurationException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return cells[0];
  }
}

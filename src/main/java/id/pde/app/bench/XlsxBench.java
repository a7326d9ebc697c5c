package id.pde.app.bench;

import id.pde.model.Cell;
import id.pde.source.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A workbook read to typed cells, against a bare pass of the JDK's parser over its unpacked sheet
 * and strings: alternating in one process, median of the rounds.
 */
public final class XlsxBench {

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
  public XlsxResult run(int rows, int rounds) throws IOException {
    Path file = Files.createTempFile(work, "bench", ".xlsx");
    try {
      BenchWorkbook.write(file, rows);
      return measure(file, rows, rounds);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static XlsxResult measure(Path file, int rows, int rounds) throws IOException {
    List<Double> read = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    long cells = (long) rows * BenchWorkbook.COLUMNS;
    // Round 0 warms both up.
    for (int round = 0; round <= rounds; round++) {
      long begun = System.nanoTime();
      long found = read(file);
      double reading = (System.nanoTime() - begun) / 1e9;
      begun = System.nanoTime();
      long passed = bare(file);
      double passing = (System.nanoTime() - begun) / 1e9;
      if (found != cells || passed != cells) {
        throw new IllegalStateException("not every cell arrived: " + found + ", " + passed);
      }
      if (round > 0) {
        read.add(reading);
        bare.add(passing);
      }
    }
    return new XlsxResult(rows, Files.size(file), read, bare);
  }

  private static long read(Path file) {
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

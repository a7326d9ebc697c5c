package id.pde.source.sheet;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.BiffGlobals.Listed;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.hssf.OldExcelFormatException;

/**
 * A workbook of Excel 2 to 95 (BIFF2 to BIFF5), in a container or without one; web applications
 * still write such files by hand. Excel 2 to 4 have one sheet a file, which has no name. Its stream
 * is walked once for what is said of all sheets, then each sheet from its place.
 */
final class BiffWorkbook implements Workbook {

  private static final int TYPE = 2;
  private static final int GLOBALS = 0x0005;
  private static final int CHART = 0x0020;
  private static final int WORKSPACE = 0x0100;

  private final Source source;
  private final Location whole;
  private final ReadLimits limits;
  private final BiffCharset charset;
  private final BiffGlobals globals;
  private final Set<Long> disordered = new HashSet<>();
  private final List<Listed> sheets;

  /** Where the stream comes from; it is opened for each walk. */
  interface Source extends Closeable {
    InputStream open() throws IOException;
  }

  /**
   * Walks a stream that begins with the record of a workbook of Excel 2 to 95.
   *
   * @param declared the charset that the mapping declares
   */
  BiffWorkbook(Source source, Location whole, ReadLimits limits, Optional<String> declared)
      throws IOException {
    this.source = source;
    this.whole = whole;
    this.limits = limits;
    this.charset = new BiffCharset(declared);
    this.globals = new BiffGlobals(charset);
    List<Long> parts = new ArrayList<>();
    this.sheets =
        survey(parts)
            ? listed(globals.sheets(), parts)
            : List.of(new Listed(new Title(whole.shown(), Visibility.VISIBLE), 0));
  }

  /**
   * The sheets where they begin, each in a part of its own: what takes bytes once is walked once.
   * Some exporters write wrong places; the parts then come in the order of the sheets.
   */
  private static List<Listed> listed(List<Listed> sheets, List<Long> parts) throws IOException {
    List<Long> places = sheets.stream().map(Listed::position).distinct().toList();
    if (places.size() == sheets.size() && new HashSet<>(parts).containsAll(places)) {
      return sheets;
    }
    if (parts.size() != sheets.size() + 1) {
      throw new IOException("no sheet where the list says");
    }
    List<Listed> found = new ArrayList<>();
    for (Listed sheet : sheets) {
      found.add(new Listed(sheet.title(), parts.get(found.size() + 1)));
    }
    return found;
  }

  /**
   * Sees all parts; whether the first is a list of sheets.
   *
   * @param parts takes the places where they begin
   */
  private boolean survey(List<Long> parts) throws IOException {
    try (InputStream stream = new BufferedInputStream(source.open())) {
      long position = 0;
      int first = -1;
      while (first < 0 || begins(stream)) {
        BiffRecord begin = begin(stream);
        globals.take(begin);
        first = first < 0 ? begin.two(TYPE) : first;
        if (first == WORKSPACE) {
          throw new OldExcelFormatException("a workspace");
        }
        parts.add(position);
        Survey part = new Survey();
        long size = begin.size() + rest(stream, part);
        if (part.disordered) {
          disordered.add(position);
        }
        position += size;
      }
      return first == GLOBALS;
    }
  }

  /** Behind the end of the last part there may be anything. */
  private static boolean begins(InputStream stream) throws IOException {
    stream.mark(2);
    int id = stream.read() | stream.read() << 8;
    stream.reset();
    return BiffRecord.begins(id);
  }

  private static BiffRecord begin(InputStream stream) throws IOException {
    BiffRecord begin = BiffRecord.next(stream);
    if (!BiffRecord.begins(begin.id())) {
      throw new IOException("no sheet where the list says");
    }
    return begin;
  }

  /**
   * Shows the records of a part, without those of charts inside of it, to its end.
   *
   * @return how many bytes they take
   */
  private static long rest(InputStream stream, Consumer<BiffRecord> taker) throws IOException {
    long size = 0;
    int depth = 1;
    while (depth > 0) {
      BiffRecord record = BiffRecord.next(stream);
      size += record.size();
      if (BiffRecord.begins(record.id())) {
        depth++;
      } else if (record.id() == BiffRecord.END) {
        depth--;
      } else if (depth == 1) {
        taker.accept(record);
      }
    }
    return size;
  }

  @Override
  public List<Title> sheets() {
    return sheets.stream().map(Listed::title).toList();
  }

  @Override
  public List<Issue> notes() {
    return charset.notes(whole);
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    Listed listed = sheets.get(sheet);
    RowBuilder rows = new RowBuilder(listed.title().name(), limits, taker::row);
    XlsRows one = new XlsRows(0, rows, disordered.contains(listed.position()), taker);
    try (InputStream stream = new BufferedInputStream(source.open())) {
      stream.skipNBytes(listed.position());
      // The values that a chart draws are written as cells, too, of no grid.
      if (begin(stream).two(TYPE) != CHART) {
        rest(stream, new BiffSheet(globals, one)::record);
      }
    }
    one.end();
  }

  @Override
  public List<MergedRange> merged(int sheet) {
    // Cells could not be merged before Excel 97.
    return List.of();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Takes what is said of all sheets, and whether the rows come in order. */
  private final class Survey implements Consumer<BiffRecord> {
    private int row;
    private boolean disordered;

    @Override
    public void accept(BiffRecord record) {
      globals.take(record);
      if (BiffSheet.isCell(record)) {
        int next = record.two(0);
        disordered |= next < row;
        row = next;
      }
    }
  }
}

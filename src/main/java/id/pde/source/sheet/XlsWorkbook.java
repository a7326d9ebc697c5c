package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow.Sight;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.XlsGlobals.Listed;
import id.pde.source.sheet.XlsRecords.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * An xls file (BIFF8). Its stream is walked once for the list of sheets, then each sheet from its
 * place.
 */
public final class XlsWorkbook implements Workbook {

  /** Of a sheet whose rows do not come in order and have to be gathered first. */
  private static final int GATHERED = 2_000_000;

  /** Identifies the record that begins a part of the stream. */
  private static final int BEGIN = 0x0809;

  private final POIFSFileSystem container;
  private final ReadLimits limits;
  private final Passwords passwords;
  private final XlsGlobals globals;
  private final List<Listed> sheets;
  private final BitSet disordered;
  private final boolean encrypted;

  private XlsWorkbook(POIFSFileSystem container, ReadLimits limits, Passwords passwords)
      throws IOException {
    this.container = container;
    this.limits = limits;
    this.passwords = passwords;
    this.globals = new XlsGlobals(limits);
    Survey survey = new Survey();
    try (InputStream bytes = bytes()) {
      XlsStream stream = new XlsStream(bytes, passwords);
      stream.read(XlsRecords.whole(globals, survey));
      this.encrypted = stream.encrypted();
    }
    this.sheets = globals.sheets();
    this.disordered = survey.disordered;
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws IOException or whatever the parser throws at a damaged file
   */
  public static Workbook open(Path file, ReadLimits limits, Passwords passwords)
      throws IOException {
    POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
    try {
      return new XlsWorkbook(container, limits, passwords);
    } catch (IOException | RuntimeException broken) {
      container.close();
      throw broken;
    }
  }

  private InputStream bytes() throws IOException {
    DirectoryNode root = container.getRoot();
    // Old exporters write the name in capitals; the name of an entry is found in any case.
    String name =
        root.getEntryNames().stream()
            .filter("Workbook"::equalsIgnoreCase)
            .findFirst()
            .orElse("Workbook");
    return root.createDocumentInputStream(name);
  }

  /** Reads one sheet from its place; where the list of sheets is wrong, from the start. */
  private void walk(Listed sheet, XlsRecords.Taker taker) throws IOException {
    try (InputStream bytes = bytes()) {
      if (!encrypted && beginsAt(sheet.position())) {
        bytes.skipNBytes(sheet.position());
        new XlsStream(bytes, passwords).read(XlsRecords.sheet(globals, sheet.substream(), taker));
        return;
      }
      try (XlsGlobals again = new XlsGlobals(limits)) {
        new XlsStream(bytes, passwords).read(XlsRecords.whole(again, taker));
      }
    }
  }

  private boolean beginsAt(int position) throws IOException {
    try (InputStream bytes = bytes()) {
      return position > 0
          && bytes.skip(position) == position
          && (bytes.read() | bytes.read() << 8) == BEGIN;
    }
  }

  @Override
  public List<Title> sheets() {
    return sheets.stream().map(Listed::title).toList();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    Listed listed = sheets.get(sheet);
    int substream = listed.substream();
    RowBuilder rows = new RowBuilder(listed.title().name(), limits, taker::row);
    OneSheet one = new OneSheet(substream, rows, disordered.get(substream), taker);
    walk(listed, one);
    one.end();
  }

  @Override
  public List<MergedRange> merged(int sheet) throws IOException {
    Merges merges = new Merges(sheets.get(sheet).substream());
    walk(sheets.get(sheet), merges);
    return merges.ranges;
  }

  @Override
  public void close() throws IOException {
    try {
      globals.close();
    } finally {
      container.close();
    }
  }

  /** Notes which sheets come out of order: libraries write cells as their users put them. */
  private static final class Survey implements XlsRecords.Taker {
    private final BitSet disordered = new BitSet();
    private int sheet = -1;
    private int row;

    @Override
    public void cell(int inSheet, Place place, Cell cell) {
      if (inSheet == sheet && place.row() < row) {
        disordered.set(sheet);
      }
      sheet = inSheet;
      row = place.row();
    }

    @Override
    public void hiddenRow(int inSheet, int hidden) {}

    @Override
    public void hiddenColumns(int inSheet, int first, int last) {}

    @Override
    public void merged(int inSheet, MergedRange range) {}
  }

  /** Gathers the merged ranges of one sheet. */
  private static final class Merges implements XlsRecords.Taker {
    private final int sheet;
    private final List<MergedRange> ranges = new ArrayList<>();

    Merges(int sheet) {
      this.sheet = sheet;
    }

    @Override
    public void cell(int inSheet, Place place, Cell cell) {}

    @Override
    public void hiddenRow(int inSheet, int hidden) {}

    @Override
    public void hiddenColumns(int inSheet, int first, int last) {}

    @Override
    public void merged(int inSheet, MergedRange range) {
      if (inSheet == sheet) {
        ranges.add(range);
      }
    }
  }

  /** Shows the rows of one sheet. */
  private static final class OneSheet implements XlsRecords.Taker {
    private final int sheet;
    private final RowBuilder rows;
    private final boolean gathers;
    private final Map<Integer, TreeMap<Integer, Cell>> gathered = new TreeMap<>();
    private final BitSet hiddenRows = new BitSet();
    private int cells;
    private final SheetTaker taker;
    private int row = -1;

    OneSheet(int sheet, RowBuilder rows, boolean gathers, SheetTaker taker) {
      this.sheet = sheet;
      this.rows = rows;
      this.gathers = gathers;
      this.taker = taker;
    }

    @Override
    public void cell(int inSheet, Place place, Cell cell) {
      if (inSheet != sheet) {
        return;
      }
      if (gathers) {
        gather(place, cell);
        return;
      }
      if (place.row() != row) {
        endRow();
        row = place.row();
      }
      rows.put(row + 1L, place.column(), cell);
    }

    private void gather(Place place, Cell cell) {
      if (++cells > GATHERED) {
        throw Faults.limit(
            "limit.disordered-cells",
            new Location.SheetCell("xls", 0, 0),
            new Text(
                "Sel lembar ini tidak berurutan dan lebih dari " + GATHERED + ".",
                "The cells of this sheet are out of order and more than " + GATHERED + "."),
            null);
      }
      gathered.computeIfAbsent(place.row(), number -> new TreeMap<>()).put(place.column(), cell);
    }

    private void endRow() {
      if (row >= 0) {
        rows.end(row + 1L, hiddenRows.get(row) ? Sight.HIDDEN : Sight.SHOWN);
      }
    }

    @Override
    public void hiddenRow(int inSheet, int number) {
      if (inSheet == sheet) {
        hiddenRows.set(number);
      }
    }

    @Override
    public void hiddenColumns(int inSheet, int first, int last) {
      if (inSheet == sheet) {
        taker.hiddenColumns(first, last);
      }
    }

    @Override
    public void merged(int inSheet, MergedRange range) {}

    void end() {
      endRow();
      gathered.forEach(
          (number, inRow) -> {
            row = number;
            inRow.forEach((column, cell) -> rows.put(row + 1L, column, cell));
            endRow();
          });
    }
  }
}

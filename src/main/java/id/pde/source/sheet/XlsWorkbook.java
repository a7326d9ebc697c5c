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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An xls file (BIFF8). Its stream is walked once for the list of sheets, then once per sheet. */
public final class XlsWorkbook implements Workbook {

  /** Of a sheet whose rows do not come in order and have to be gathered first. */
  private static final int GATHERED = 2_000_000;

  private final POIFSFileSystem container;
  private final ReadLimits limits;
  private final List<XlsRecords.Listed> sheets;
  private final BitSet disordered;

  private XlsWorkbook(POIFSFileSystem container, ReadLimits limits) throws IOException {
    this.container = container;
    this.limits = limits;
    Survey survey = new Survey();
    XlsRecords records = new XlsRecords(survey);
    walk(records);
    this.sheets = records.sheets();
    this.disordered = survey.disordered;
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws IOException or whatever the parser throws at a damaged file
   */
  public static Workbook open(Path file, ReadLimits limits) throws IOException {
    POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
    try {
      return new XlsWorkbook(container, limits);
    } catch (IOException | RuntimeException broken) {
      container.close();
      throw broken;
    }
  }

  private void walk(XlsRecords records) throws IOException {
    HSSFRequest request = new HSSFRequest();
    request.addListenerForAllRecords(records);
    DirectoryNode root = container.getRoot();
    // Old exporters write the name in capitals; the name of an entry is found in any case.
    String name =
        root.getEntryNames().stream()
            .filter("Workbook"::equalsIgnoreCase)
            .findFirst()
            .orElse("Workbook");
    try (InputStream stream = root.createDocumentInputStream(name)) {
      new HSSFEventFactory().processEvents(request, stream);
    }
  }

  @Override
  public List<Title> sheets() {
    return sheets.stream().map(XlsRecords.Listed::title).toList();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    XlsRecords.Listed listed = sheets.get(sheet);
    int substream = listed.substream();
    RowBuilder rows = new RowBuilder(listed.title().name(), limits, taker::row);
    OneSheet one = new OneSheet(substream, rows, disordered.get(substream), taker);
    walk(new XlsRecords(one));
    one.end();
  }

  @Override
  public List<MergedRange> merged(int sheet) throws IOException {
    Merges merges = new Merges(sheets.get(sheet).substream());
    walk(new XlsRecords(merges));
    return merges.ranges;
  }

  @Override
  public void close() throws IOException {
    container.close();
  }

  /** Notes which sheets come out of order: libraries write cells as their users put them. */
  private static final class Survey implements XlsRecords.Taker {
    private final BitSet disordered = new BitSet();
    private int sheet = -1;
    private int row;

    @Override
    public void cell(int inSheet, CellValueRecordInterface place, Cell cell) {
      if (inSheet == sheet && place.getRow() < row) {
        disordered.set(sheet);
      }
      sheet = inSheet;
      row = place.getRow();
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
    public void cell(int inSheet, CellValueRecordInterface place, Cell cell) {}

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
    public void cell(int inSheet, CellValueRecordInterface place, Cell cell) {
      if (inSheet != sheet) {
        return;
      }
      if (gathers) {
        gather(place, cell);
        return;
      }
      if (place.getRow() != row) {
        endRow();
        row = place.getRow();
      }
      rows.put(row + 1L, place.getColumn(), cell);
    }

    private void gather(CellValueRecordInterface place, Cell cell) {
      if (++cells > GATHERED) {
        throw Faults.limit(
            "limit.disordered-cells",
            new Location.SheetCell("xls", 0, 0),
            new Text(
                "Sel lembar ini tidak berurutan dan lebih dari " + GATHERED + ".",
                "The cells of this sheet are out of order and more than " + GATHERED + "."),
            null);
      }
      gathered
          .computeIfAbsent(place.getRow(), number -> new TreeMap<>())
          .put((int) place.getColumn(), cell);
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

package id.pde.source.sheet;

import id.pde.model.Cell;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowBuilder;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.XlsGlobals.Listed;
import id.pde.source.sheet.XlsRecords.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * An xls file (BIFF8). Its stream is walked once for the list of sheets, then each sheet from its
 * place.
 */
final class XlsWorkbook implements Workbook {

  /** Identifies the record that begins a part of the stream. */
  private static final int BEGIN = 0x0809;

  private final POIFSFileSystem container;
  private final String name;
  private final ReadLimits limits;
  private final Passwords passwords;
  private final XlsGlobals globals;
  private final List<Listed> sheets;
  private final BitSet disordered;
  private final boolean encrypted;

  /**
   * Reads the list of the sheets.
   *
   * @param name of the stream in the container
   */
  XlsWorkbook(POIFSFileSystem container, String name, ReadLimits limits, Passwords passwords)
      throws IOException {
    this.container = container;
    this.name = name;
    this.limits = limits;
    this.passwords = passwords;
    this.globals = new XlsGlobals(limits);
    XlsSurvey survey = new XlsSurvey();
    try (InputStream bytes = bytes()) {
      XlsStream stream = new XlsStream(bytes, passwords);
      stream.read(XlsRecords.whole(globals, survey));
      this.encrypted = stream.encrypted();
    }
    this.sheets = globals.sheets();
    this.disordered = survey.disordered();
  }

  private InputStream bytes() throws IOException {
    return container.createDocumentInputStream(name);
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
    XlsRows one = new XlsRows(substream, rows, disordered.get(substream), taker);
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
}

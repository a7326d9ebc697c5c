package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.WorkbookXml.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An xlsx or xlsm file, transitional or strict, its parts read as streams. */
public final class XlsxWorkbook implements Workbook {

  /** Sheets of cells; those of macros of Excel 4 are written alike. */
  private static final Set<String> GRIDS = Set.of("worksheet", "xlMacrosheet", "xlIntlMacrosheet");

  private final PackageParts parts;
  private final ReadLimits limits;
  private final WorkbookXml listing;
  private final Map<String, Relation> relations = new HashMap<>();
  private @Nullable SharedStrings strings;
  private @Nullable CellStyles styles;

  private XlsxWorkbook(PackageParts parts, ReadLimits limits) throws Exception {
    this.parts = parts;
    this.limits = limits;
    String workbook = workbook(parts);
    this.listing = new WorkbookXml(workbook, limits);
    parts.parse(workbook, listing);
    for (Relation relation : parts.relations(workbook)) {
      relations.putIfAbsent(relation.id(), relation);
    }
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws Exception whatever the parsers throw at a damaged file
   */
  public static Workbook open(Path file, Location whole, ReadLimits limits) throws Exception {
    PackageParts parts = PackageParts.open(file, whole, limits);
    boolean done = false;
    try {
      XlsxWorkbook opened = new XlsxWorkbook(parts, limits);
      done = true;
      return opened;
    } finally {
      if (!done) {
        parts.close();
      }
    }
  }

  private static String workbook(PackageParts parts) throws Exception {
    for (Relation relation : parts.relations("")) {
      if (relation.type().equals("officeDocument") && parts.has(relation.target())) {
        return relation.target();
      }
    }
    throw new IOException("no workbook");
  }

  @Override
  public List<Title> sheets() {
    return listing.sheets().stream().map(Listed::title).toList();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws Exception {
    Listed listed = listing.sheets().get(sheet);
    String part = part(listed);
    if (part == null) {
      return;
    }
    SheetXml xml = new SheetXml(strings(), styles(), listed.title().name(), taker, limits);
    try (PacedStream stream = parts.stream(part);
        XmlPull pull = XmlPull.open(stream)) {
      xml.read(pull);
    }
  }

  @Override
  public List<MergedRange> merged(int sheet) throws Exception {
    MergedXml merged = new MergedXml();
    String part = part(listing.sheets().get(sheet));
    if (part != null) {
      parts.parse(part, merged);
    }
    return merged.ranges();
  }

  /** Null for chart, dialog and module sheets: they are sheets without cells. */
  private @Nullable String part(Listed listed) throws IOException {
    if (listed.relation().isEmpty()) {
      // Macro modules of Excel 5 are listed as sheets; no part of the package belongs to them.
      return null;
    }
    Relation relation = relations.get(listed.relation());
    if (relation == null) {
      throw new IOException("no part for a sheet");
    }
    return GRIDS.contains(relation.type()) ? relation.target() : null;
  }

  private SharedStrings strings() throws Exception {
    if (strings == null) {
      SharedStrings read = new SharedStrings(limits);
      strings = read;
      String part = related("sharedStrings");
      if (part != null) {
        try (PacedStream stream = parts.stream(part);
            XmlPull pull = XmlPull.open(stream)) {
          read.read(pull);
        }
      }
    }
    return strings;
  }

  private CellStyles styles() throws Exception {
    if (styles == null) {
      StylesXml read = new StylesXml();
      String part = related("styles");
      if (part != null) {
        parts.parse(part, read);
      }
      styles = read.styles(listing.serials());
    }
    return styles;
  }

  private @Nullable String related(String type) {
    for (Relation relation : relations.values()) {
      if (relation.type().equals(type) && parts.has(relation.target())) {
        return relation.target();
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    try {
      if (strings != null) {
        strings.close();
      }
    } finally {
      parts.close();
    }
  }
}

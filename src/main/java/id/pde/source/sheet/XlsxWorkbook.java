package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.WorkbookXml.Listed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.ZipHelper;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An xlsx or xlsm file, transitional or strict, its parts read as streams. */
public final class XlsxWorkbook implements Workbook {

  private final OPCPackage container;
  private final PackagePart workbook;
  private final ReadLimits limits;
  private final WorkbookXml listing = new WorkbookXml();
  private @Nullable SharedStrings strings;
  private @Nullable CellStyles styles;

  private XlsxWorkbook(OPCPackage container, ReadLimits limits) throws InvalidFormatException {
    this.container = container;
    this.limits = limits;
    this.workbook = workbook(container);
  }

  /**
   * Opens a workbook and reads the list of its sheets.
   *
   * @throws Exception whatever the parsers throw at a damaged file
   */
  public static Workbook open(Path file, Location whole, ReadLimits limits) throws Exception {
    ZipNames.check(file, whole);
    // Opened by its path, POI would read an archive with a broken directory as a mere stream.
    OPCPackage container =
        OPCPackage.open(new ZipFileZipEntrySource(ZipHelper.openZipFile(file.toFile())));
    try {
      XlsxWorkbook opened = new XlsxWorkbook(container, limits);
      parse(opened.workbook, opened.listing);
      return opened;
    } catch (IOException
        | InvalidFormatException
        | SAXException
        | ParserConfigurationException
        | RuntimeException broken) {
      container.revert();
      throw broken;
    }
  }

  private static PackagePart workbook(OPCPackage container) throws InvalidFormatException {
    for (String type :
        List.of(
            PackageRelationshipTypes.CORE_DOCUMENT,
            PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
      for (PackageRelationship relation : container.getRelationshipsByType(type)) {
        return container.getPart(relation);
      }
    }
    throw new InvalidFormatException("no workbook");
  }

  @Override
  public List<Title> sheets() {
    return listing.sheets().stream().map(Listed::title).toList();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws Exception {
    String name = listing.sheets().get(sheet).title().name();
    read(sheet, new SheetXml(strings(), styles(), name, taker, limits));
  }

  @Override
  public List<MergedRange> merged(int sheet) throws Exception {
    MergedXml merged = new MergedXml();
    read(sheet, merged);
    return merged.ranges();
  }

  private void read(int sheet, DefaultHandler handler) throws Exception {
    Listed listed = listing.sheets().get(sheet);
    PackageRelationship relation = workbook.getRelationship(listed.relation());
    if (relation == null) {
      throw new InvalidFormatException("no part for sheet " + sheet);
    }
    // Chart sheets are sheets without cells.
    if (relation.getRelationshipType().endsWith("/worksheet")) {
      parse(workbook.getRelatedPart(relation), handler);
    }
  }

  private SharedStrings strings() throws Exception {
    if (strings == null) {
      SharedStrings read = new SharedStrings(limits);
      PackagePart part = related("/sharedStrings");
      if (part != null) {
        parse(part, read);
      }
      strings = read;
    }
    return strings;
  }

  private CellStyles styles() throws Exception {
    if (styles == null) {
      StylesXml read = new StylesXml();
      PackagePart part = related("/styles");
      if (part != null) {
        parse(part, read);
      }
      styles = read.styles(listing.serials());
    }
    return styles;
  }

  private @Nullable PackagePart related(String type) throws InvalidFormatException {
    for (PackageRelationship relation : workbook.getRelationships()) {
      if (relation.getRelationshipType().endsWith(type)
          && relation.getTargetMode() == TargetMode.INTERNAL) {
        return workbook.getRelatedPart(relation);
      }
    }
    return null;
  }

  private static void parse(PackagePart part, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    try (InputStream stream = new BufferedInputStream(part.getInputStream(), 1 << 16)) {
      Xml.parse(stream, handler);
    }
  }

  @Override
  public void close() {
    // Closing would try to save.
    container.revert();
  }
}

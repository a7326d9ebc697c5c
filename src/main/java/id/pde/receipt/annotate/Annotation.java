package id.pde.receipt.annotate;

import id.pde.receipt.annotate.OfficePackage.Relation;
import id.pde.receipt.annotate.WorkbookEdit.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies a package with marks in it. Parts without a mark keep every byte; of the others only what
 * has to change does. Used by one thread, once.
 */
final class Annotation {

  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

  private final OfficePackage parts;
  private final Map<String, SheetMarks> marks;
  private final Summary summary;
  private final String workbookPart;
  private final List<Relation> workbookRelations;
  private final WorkbookEdit workbook;
  private final Styles styles;
  private final @Nullable String stylesPart;
  private final PartEdits edits;

  /**
   * @param marks by the name of the sheet
   */
  Annotation(OfficePackage parts, Map<String, SheetMarks> marks, Summary summary)
      throws IOException {
    this.parts = parts;
    this.marks = new HashMap<>();
    marks.forEach((name, each) -> this.marks.put(name.toLowerCase(Locale.ROOT), each));
    this.summary = summary;
    this.workbookPart = workbookPart(parts);
    this.workbookRelations = parts.relations(workbookPart);
    try (RawXml xml = parts.xml(workbookPart)) {
      this.workbook = WorkbookEdit.of(xml, workbookRelations);
    }
    this.edits = new PartEdits(parts, workbook.isStrict());
    this.stylesPart = related(workbookRelations, "styles");
    if (stylesPart == null) {
      this.styles = new Styles();
    } else {
      try (RawXml xml = parts.xml(stylesPart)) {
        this.styles = Styles.of(xml);
      }
    }
  }

  private static String workbookPart(OfficePackage parts) throws IOException {
    for (Relation relation : parts.relations("")) {
      if (relation.type().equals("officeDocument") && parts.has(relation.target())) {
        return relation.target();
      }
    }
    throw new IOException("no workbook");
  }

  private @Nullable String related(List<Relation> relations, String type) {
    for (Relation relation : relations) {
      if (relation.type().equals(type) && parts.has(relation.target())) {
        return relation.target();
      }
    }
    return null;
  }

  /** Whether the workbook carries macros, which Excel wants to see in the name of the file. */
  static boolean hasMacros(OfficePackage parts) throws IOException {
    try (RawXml xml = parts.xml("[Content_Types].xml")) {
      while (xml.next()) {
        String type = xml.begins() ? xml.attribute("ContentType") : null;
        if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled.main+xml")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The names of the sheets with cells that can be marked. */
  Set<String> sheets() {
    Set<String> names = new TreeSet<>();
    workbook.sheets().stream()
        .filter(sheet -> sheet.cells() && parts.has(sheet.part()))
        .forEach(sheet -> names.add(sheet.name().toLowerCase(Locale.ROOT)));
    return names;
  }

  void write(Path file) throws IOException {
    plan();
    edits.write(file, stylesPart);
  }

  private void plan() throws IOException {
    boolean active = takesOver();
    Sheet owned = workbook.owned();
    int index = 0;
    for (Sheet sheet : workbook.sheets()) {
      SheetMarks wanted = marks.get(sheet.name().toLowerCase(Locale.ROOT));
      boolean again = owned != null && !sheet.equals(owned);
      if (sheet.cells() && parts.has(sheet.part()) && (wanted != null || again)) {
        boolean deselect = active && index == workbook.active();
        sheet(sheet, wanted == null ? new SheetMarks() : wanted, deselect);
      }
      index++;
    }
    first(active, owned);
    if (stylesPart == null) {
      String part = parts.free(folder() + "styles", ".xml");
      edits.relate(workbookPart, "pdeStyles", "styles", part);
      edits.type(part, TYPE + "spreadsheetml.styles+xml");
      edits.fresh(part, Styles.empty(), styles::write);
    } else {
      edits.edit(stylesPart, styles::write);
    }
    property();
  }

  private String folder() {
    return workbookPart.substring(0, workbookPart.lastIndexOf('/') + 1);
  }

  /**
   * Whether PDE's sheet may be the one that shows first: only if no other one that stays to the
   * byte is selected, for two selected sheets are edited together.
   */
  private boolean takesOver() throws IOException {
    List<Sheet> sheets = workbook.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      boolean written =
          sheet.cells()
              && marks.containsKey(sheet.name().toLowerCase(Locale.ROOT))
              && i == workbook.active();
      if (!written && parts.has(sheet.part()) && isSelected(sheet.part())) {
        return false;
      }
    }
    return workbook.owned() == null;
  }

  private boolean isSelected(String part) throws IOException {
    try (RawXml xml = parts.xml(part)) {
      while (xml.next() && !xml.is("sheetData")) {
        if (xml.begins() && xml.is("sheetView")) {
          String selected = xml.attribute("tabSelected");
          if ("1".equals(selected) || "true".equals(selected)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void sheet(Sheet sheet, SheetMarks wanted, boolean deselect) throws IOException {
    List<Relation> relations = parts.relations(sheet.part());
    String drawing = comments(sheet, wanted, relations);
    boolean again = workbook.owned() != null;
    SheetEdit.Asked asked = new SheetEdit.Asked(drawing, edits.relationSpace(), deselect, again);
    edits.edit(sheet.part(), new SheetEdit(wanted, styles, asked)::write);
  }

  /** The relation of a drawing that the sheet has to name now; null: none, or it names it. */
  private @Nullable String comments(Sheet sheet, SheetMarks wanted, List<Relation> relations)
      throws IOException {
    String there = related(relations, "comments");
    Comments comments = new Comments(wanted);
    if (there == null) {
      if (wanted.cells() == 0) {
        return null;
      }
      String part = edits.free(folder() + "comments", ".xml");
      edits.relate(sheet.part(), "pdeComments", "comments", part);
      edits.type(part, TYPE + "spreadsheetml.comments+xml");
      edits.fresh(part, writer -> Comments.fresh(wanted, workbook.isStrict(), writer));
    } else {
      try (RawXml xml = parts.xml(there)) {
        comments.look(xml);
      }
      edits.edit(there, comments::write);
    }
    CommentShapes shapes = new CommentShapes(wanted, comments);
    String drawing = drawing(sheet, relations);
    if (drawing != null) {
      edits.edit(drawing, (xml, out) -> shapes.write(xml, comments.old(), out));
      return null;
    }
    if (shapes.isEmpty()) {
      return null;
    }
    String part = edits.free(folder() + "drawings/vmlDrawingPde", ".vml");
    edits.relate(sheet.part(), "pdeDrawing", "vmlDrawing", part);
    edits.type(part, TYPE + "vmlDrawing");
    int number = 1 + workbook.sheets().indexOf(sheet);
    edits.fresh(part, writer -> shapes.fresh(number, writer));
    return "pdeDrawing";
  }

  /** The drawing that the sheet names for its comments and controls. */
  private @Nullable String drawing(Sheet sheet, List<Relation> relations) throws IOException {
    boolean any = relations.stream().anyMatch(relation -> relation.type().equals("vmlDrawing"));
    if (!any) {
      return null;
    }
    try (RawXml xml = parts.xml(sheet.part())) {
      while (xml.next()) {
        if (xml.begins() && xml.is("legacyDrawing")) {
          String id = xml.attribute("id");
          return relations.stream()
              .filter(relation -> relation.id().equals(id) && parts.has(relation.target()))
              .map(Relation::target)
              .findFirst()
              .orElse(null);
        }
      }
    }
    return null;
  }

  private void first(boolean active, @Nullable Sheet owned) {
    SummarySheet sheet = new SummarySheet(summary, styles);
    if (owned != null) {
      edits.edit(owned.part(), (xml, out) -> sheet.write(false, workbook.isStrict(), out));
      edits.replace(OfficePackage.listing(owned.part()), PartEdits.NO_RELATIONS);
      return;
    }
    String part = edits.free(folder() + "worksheets/perbaikanPde", ".xml");
    edits.relate(workbookPart, "pdePerbaikan", "worksheet", part);
    edits.type(part, TYPE + "spreadsheetml.worksheet+xml");
    edits.fresh(part, writer -> sheet.write(active, workbook.isStrict(), writer));
    WorkbookEdit.Asked asked =
        new WorkbookEdit.Asked(title(), "pdePerbaikan", edits.relationSpace(), active);
    edits.edit(workbookPart, (xml, out) -> workbook.write(xml, asked, out));
  }

  /** A name that no sheet has. */
  private String title() {
    Set<String> names = new TreeSet<>();
    workbook.sheets().forEach(sheet -> names.add(sheet.name().toLowerCase(Locale.ROOT)));
    String title = summary.title();
    for (int i = 2; names.contains(title.toLowerCase(Locale.ROOT)); i++) {
      title = summary.title() + " " + i;
    }
    return title;
  }

  private void property() throws IOException {
    List<Relation> ofPackage = parts.relations("");
    String loose = related(ofPackage, "custom-properties");
    String there = loose == null ? related(ofPackage, "customProperties") : loose;
    if (there == null) {
      String part = parts.free("docProps/custom", ".xml").replace("custom1.", "custom.");
      String free = parts.has(part) ? parts.free("docProps/custom", ".xml") : part;
      edits.relate("", "pdeProperties", "custom-properties", free);
      edits.type(free, TYPE + "custom-properties+xml");
      edits.fresh(
          free, writer -> writer.write(OwnProperty.fresh(workbook.isStrict(), summary.mark())));
      return;
    }
    OwnProperty property;
    try (RawXml xml = parts.xml(there)) {
      property = OwnProperty.of(xml);
    }
    if (property.isThere()) {
      edits.edit(there, (xml, out) -> OwnProperty.renew(xml, summary.mark(), out));
    } else {
      String element = property.element(summary.mark());
      edits.edit(there, (xml, out) -> Insertion.atEnd(xml, List.of(element), out));
    }
  }
}

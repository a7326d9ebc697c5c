package id.pde.receipt.annotate;

import id.pde.receipt.annotate.OfficePackage.Relation;
import id.pde.receipt.annotate.WorkbookEdit.Sheet;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies a package with marks in it. Parts without a mark keep every byte; of the others only what
 * has to change does. Used by one thread, once.
 */
final class Annotation {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

  private final OfficePackage parts;
  private final Map<String, SheetMarks> marks;
  private final Summary summary;
  private final String workbookPart;
  private final List<Relation> workbookRelations;
  private final WorkbookEdit workbook;
  private final Styles styles;
  private final @Nullable String stylesPart;

  /** Parts that are written anew, by the key of their name. */
  private final Map<String, Writing> edits = new LinkedHashMap<>();

  private final Map<String, List<String>> relationsAdded = new HashMap<>();
  private final List<String> typesAdded = new ArrayList<>();
  private final Map<String, Writing> fresh = new LinkedHashMap<>();

  /** Writes one part. */
  private interface Writing {
    void write(ZipOutputStream out) throws IOException;
  }

  private interface Editing {
    void write(RawXml xml, Writer out) throws IOException;
  }

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
        if (type != null
            && type.toLowerCase(Locale.ROOT).contains("macroenabled.main+xml")) {
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
    try (OutputStream bytes = new DraftStream(Files.newOutputStream(file));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : parts.entries()) {
        Writing edit = edits.remove(OfficePackage.key(entry.getName()));
        if (edit == null) {
          copy(entry, out);
        } else if (isLate(entry)) {
          fresh.put(entry.getName(), edit);
        } else {
          out.putNextEntry(new ZipEntry(entry.getName()));
          edit.write(out);
          out.closeEntry();
        }
      }
      for (Map.Entry<String, Writing> one : fresh.entrySet()) {
        out.putNextEntry(new ZipEntry(one.getKey()));
        one.getValue().write(out);
        out.closeEntry();
      }
    }
  }

  /** The formats come after the cells, for only then is known which ones there are. */
  private boolean isLate(ZipEntry entry) {
    return stylesPart != null
        && OfficePackage.key(entry.getName()).equals(OfficePackage.key(stylesPart));
  }

  private void copy(ZipEntry entry, ZipOutputStream out) throws IOException {
    ZipEntry same = new ZipEntry(entry.getName());
    if (entry.getLastModifiedTime() != null) {
      same.setLastModifiedTime(entry.getLastModifiedTime());
    }
    out.putNextEntry(same);
    try (InputStream bytes = parts.stream(entry)) {
      bytes.transferTo(out);
    }
    out.closeEntry();
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
      relate(workbookPart, "pdeStyles", "styles", part);
      type(part, TYPE + "spreadsheetml.styles+xml");
      fresh.put(part, out -> edited(new RawXml(bytes(Styles.empty())), styles::write, out));
    } else {
      edit(stylesPart, styles::write);
    }
    property();
    relationsAdded.forEach(this::relations);
    edit("[Content_Types].xml", (xml, out) -> types(xml, out));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
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
    SheetEdit.Asked asked = new SheetEdit.Asked(drawing, relationSpace(), deselect, again);
    edit(sheet.part(), new SheetEdit(wanted, styles, asked)::write);
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
      String part = free(folder() + "comments", ".xml");
      relate(sheet.part(), "pdeComments", "comments", part);
      type(part, TYPE + "spreadsheetml.comments+xml");
      fresh.put(
          part, out -> text(out, writer -> Comments.fresh(wanted, workbook.isStrict(), writer)));
    } else {
      try (RawXml xml = parts.xml(there)) {
        comments.look(xml);
      }
      edit(there, comments::write);
    }
    CommentShapes shapes = new CommentShapes(wanted, comments);
    String drawing = drawing(sheet, relations);
    if (drawing != null) {
      edit(drawing, (xml, out) -> shapes.write(xml, comments.old(), out));
      return null;
    }
    if (shapes.isEmpty()) {
      return null;
    }
    String part = free(folder() + "drawings/vmlDrawingPde", ".vml");
    relate(sheet.part(), "pdeDrawing", "vmlDrawing", part);
    type(part, TYPE + "vmlDrawing");
    int number = 1 + workbook.sheets().indexOf(sheet);
    fresh.put(part, out -> text(out, writer -> shapes.fresh(number, writer)));
    return "pdeDrawing";
  }

  private String free(String stem, String ending) {
    int number = 1;
    while (parts.has(stem + number + ending) || fresh.containsKey(stem + number + ending)) {
      number++;
    }
    return stem + number + ending;
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
      edit(owned.part(), (xml, out) -> sheet.write(false, workbook.isStrict(), out));
      edits.put(
          OfficePackage.key(OfficePackage.listing(owned.part())),
          out -> out.write(emptyRelations().getBytes(StandardCharsets.UTF_8)));
      return;
    }
    String part = free(folder() + "worksheets/perbaikanPde", ".xml");
    relate(workbookPart, "pdePerbaikan", "worksheet", part);
    type(part, TYPE + "spreadsheetml.worksheet+xml");
    fresh.put(
        part, out -> text(out, writer -> sheet.write(active, workbook.isStrict(), writer)));
    WorkbookEdit.Asked asked =
        new WorkbookEdit.Asked(title(), "pdePerbaikan", relationSpace(), active);
    edit(workbookPart, (xml, out) -> workbook.write(xml, asked, out));
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
      relate("", "pdeProperties", "custom-properties", free);
      type(free, TYPE + "custom-properties+xml");
      fresh.put(free, out -> text(out, writer -> writer.write(OwnProperty.fresh(workbook.isStrict()))));
      return;
    }
    OwnProperty property;
    try (RawXml xml = parts.xml(there)) {
      property = OwnProperty.of(xml);
    }
    if (!property.isThere()) {
      edit(there, (xml, out) -> Insertion.atEnd(xml, List.of(property.element()), out));
    }
  }

  private String relationSpace() {
    return workbook.isStrict() ? STRICT_RELATIONS : RELATIONS;
  }

  private void relate(String from, String id, String type, String target) {
    relationsAdded
        .computeIfAbsent(from, any -> new ArrayList<>())
        .add(
            "<Relationship Id=\"" + id + "\" Type=\"" + relationSpace() + "/" + relation(type)
                + "\" Target=\"/" + TagText.xml(target) + "\"/>");
  }

  private String relation(String type) {
    boolean strictProperties = type.equals("custom-properties") && workbook.isStrict();
    return strictProperties ? "customProperties" : type;
  }

  private void relations(String from, List<String> added) {
    String listing = OfficePackage.listing(from);
    if (parts.has(listing)) {
      edit(listing, (xml, out) -> Insertion.atEnd(xml, added, out));
    } else {
      fresh.put(
          listing,
          out ->
              text(
                  out,
                  writer ->
                      writer.write(
                          emptyRelations()
                              .replace("</Relationships>", String.join("", added))
                              .concat("</Relationships>"))));
    }
  }

  private static String emptyRelations() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns="
        + "\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
  }

  private void type(String part, String type) {
    typesAdded.add(
        "<Override PartName=\"/" + TagText.xml(part) + "\" ContentType=\"" + type + "\"/>");
  }

  /** A template becomes a workbook, which it is once it is filled. */
  private void types(RawXml xml, Writer out) throws IOException {
    StringWriter whole = new StringWriter();
    Insertion.atEnd(xml, typesAdded, whole);
    out.write(
        whole
            .toString()
            .replace("spreadsheetml.template.main+xml", "spreadsheetml.sheet.main+xml")
            .replace("ms-excel.template.macroEnabled.main+xml", "ms-excel.sheet.macroEnabled.main+xml"));
  }

  private void edit(String part, Editing editing) {
    edits.put(OfficePackage.key(part), out -> edited(parts.xml(part), editing, out));
  }

  private static void edited(RawXml from, Editing editing, ZipOutputStream out)
      throws IOException {
    try (RawXml xml = from) {
      Writer writer = writer(out, xml.charset());
      editing.write(xml, writer);
      writer.flush();
    }
  }

  private interface Words {
    void write(Writer writer) throws IOException;
  }

  private static void text(ZipOutputStream out, Words words) throws IOException {
    Writer writer = writer(out, StandardCharsets.UTF_8);
    words.write(writer);
    writer.flush();
  }

  private static Writer writer(ZipOutputStream out, Charset charset) {
    return new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
  }
}

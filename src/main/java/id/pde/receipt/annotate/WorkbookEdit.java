package id.pde.receipt.annotate;

import id.pde.source.sheet.OwnSheet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of sheets, with PDE's as the first one, and a hidden name that tells it is PDE's. */
final class WorkbookEdit {

  /**
   * A name of the sheet itself: Excel and LibreOffice take it along when the sheet is moved or
   * renamed, and it goes with it.
   */
  static final String MARK = OwnSheet.NAME;

  private static final String MEANING = "\"perbaikan\"";

  private static final Set<String> BEHIND_NAMES =
      Set.of(
          "calcPr",
          "oleSize",
          "customWorkbookViews",
          "pivotCaches",
          "smartTagPr",
          "smartTagTypes",
          "webPublishing",
          "fileRecoveryPr",
          "webPublishObjects",
          "AlternateContent",
          "extLst");

  /**
   * A sheet as it is listed.
   *
   * @param part empty: its relation leads nowhere
   */
  record Sheet(String name, String relation, String part, boolean cells) {}

  /**
   * What comes in.
   *
   * @param relation of PDE's sheet
   * @param active whether it is shown when the workbook is opened
   */
  record Asked(String name, String relation, String relations, boolean active) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private int highest;
  private int active;
  private int owned = -1;
  private String space = "";

  static WorkbookEdit of(RawXml xml, List<OfficePackage.Relation> relations) throws IOException {
    WorkbookEdit edit = new WorkbookEdit();
    boolean first = true;
    boolean listed = false;
    while (xml.next()) {
      if (!xml.begins()) {
        listed &= !xml.is("sheets");
        continue;
      }
      if (first) {
        edit.space = xml.raw();
        first = false;
      }
      if (xml.is("sheets")) {
        listed = true;
      } else if (listed && xml.is("sheet")) {
        edit.sheets.add(sheet(xml, relations));
        edit.highest = Math.max(edit.highest, TagText.number(xml.attribute("sheetId"), 0));
      } else if (xml.is("workbookView") && edit.active == 0) {
        edit.active = TagText.number(xml.attribute("activeTab"), 0);
      } else if (xml.is("definedName") && MARK.equalsIgnoreCase(xml.attribute("name"))) {
        edit.owned = TagText.number(xml.attribute("localSheetId"), -1);
      }
    }
    return edit;
  }

  private static Sheet sheet(RawXml xml, List<OfficePackage.Relation> relations) {
    String name = xml.attribute("name");
    String id = xml.attribute("id");
    for (OfficePackage.Relation relation : relations) {
      if (relation.id().equals(id)) {
        boolean cells =
            relation.type().toLowerCase(Locale.ROOT).endsWith("sheet")
                && !relation.type().equals("chartsheet")
                && !relation.type().equals("dialogsheet");
        return new Sheet(name == null ? "" : name, relation.id(), relation.target(), cells);
      }
    }
    return new Sheet(name == null ? "" : name, id == null ? "" : id, "", false);
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** Whether it is of the strict kind (ISO 29500). */
  boolean isStrict() {
    return space.contains("purl.oclc.org");
  }

  /** The sheet of an earlier answer, which the next one is written over; null: there is none. */
  @Nullable Sheet owned() {
    return owned >= 0 && owned < sheets.size() ? sheets.get(owned) : null;
  }

  /** From 0. */
  int active() {
    return active < sheets.size() ? active : 0;
  }

  /** Copies the part with the sheet added. */
  void write(RawXml xml, Asked asked, Writer out) throws IOException {
    String prefix = "";
    int depth = 0;
    boolean views = false;
    boolean named = false;
    // Alternatives stand before the sheets, too: those say nothing about the names.
    boolean listed = false;
    while (xml.next()) {
      if (depth == 0 && xml.begins()) {
        prefix = xml.prefix();
      }
      String name = depth == 1 && xml.begins() ? xml.name() : "";
      boolean last = depth == 1 && xml.kind() == RawXml.Kind.END;
      if (!named && ((listed && BEHIND_NAMES.contains(name)) || last)) {
        out.write("<" + prefix + "definedNames>" + mark(prefix) + "</" + prefix + "definedNames>");
        named = true;
      }
      if (xml.begins() && xml.is("workbookView")) {
        views = true;
        out.write(view(xml.raw(), asked));
      } else if (name.equals("sheets")) {
        listed = true;
        if (!views && !asked.active()) {
          out.write(
              "<"
                  + prefix
                  + "bookViews><"
                  + prefix
                  + "workbookView activeTab=\""
                  + (active() + 1)
                  + "\"/></"
                  + prefix
                  + "bookViews>");
        }
        xml.to(out);
        out.write(
            "<"
                + prefix
                + "sheet name=\""
                + TagText.xml(asked.name())
                + "\" sheetId=\""
                + (highest + 1)
                + "\" xmlns:pder=\""
                + asked.relations()
                + "\" pder:id=\""
                + TagText.xml(asked.relation())
                + "\"/>");
      } else if (name.equals("definedNames")) {
        named = true;
        if (xml.kind() == RawXml.Kind.EMPTY) {
          out.write(
              "<" + prefix + "definedNames>" + mark(prefix) + "</" + prefix + "definedNames>");
        } else {
          xml.to(out);
          out.write(mark(prefix));
        }
      } else if (xml.begins() && xml.is("definedName")) {
        out.write(shifted(xml.raw()));
      } else {
        xml.to(out);
      }
      depth += xml.kind() == RawXml.Kind.BEGIN ? 1 : xml.kind() == RawXml.Kind.END ? -1 : 0;
    }
  }

  private static String mark(String prefix) {
    return "<"
        + prefix
        + "definedName name=\""
        + MARK
        + "\" localSheetId=\"0\" hidden=\"1\">"
        + TagText.xml(MEANING)
        + "</"
        + prefix
        + "definedName>";
  }

  private static String view(String tag, Asked asked) {
    int tab = TagText.number(TagText.attribute(tag, "activeTab"), 0);
    int first = TagText.number(TagText.attribute(tag, "firstSheet"), 0);
    String seen = asked.active() ? tag : TagText.with(tag, "activeTab", Integer.toString(tab + 1));
    if (asked.active()) {
      seen = tab == 0 ? seen : TagText.with(seen, "activeTab", "0");
      return first == 0 ? seen : TagText.with(seen, "firstSheet", "0");
    }
    return first == 0 ? seen : TagText.with(seen, "firstSheet", Integer.toString(first + 1));
  }

  private static String shifted(String tag) {
    String local = TagText.attribute(tag, "localSheetId");
    return local == null
        ? tag
        : TagText.with(tag, "localSheetId", Integer.toString(TagText.number(local, 0) + 1));
  }
}

package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of sheets, and from which day dates count. */
final class WorkbookXml implements XmlPull.Taker {

  private final String part;
  private final ReadLimits limits;
  private final List<Listed> sheets = new ArrayList<>();
  private Serials serials = Serials.FROM_1900;
  private boolean inSheets;

  /** PDE's own sheets, from 0. */
  private final BitSet own = new BitSet();

  /**
   * Reads the list.
   *
   * @param part where it stands, for messages
   */
  WorkbookXml(String part, ReadLimits limits) {
    this.part = part;
    this.limits = limits;
  }

  /**
   * A sheet.
   *
   * @param relation names its part
   */
  record Listed(Workbook.Title title, String relation) {}

  @Override
  public void begin(String name, XmlPull at) {
    switch (name) {
      case "sheets" -> inSheets = true;
      case "sheet" -> {
        if (inSheets) {
          sheets.add(sheet(at));
          if (sheets.size() > limits.entries()) {
            throw ZipNames.many(new Location.Whole(part), limits);
          }
        }
      }
      case "workbookPr" -> {
        // Excel 2013 adds a second one among the extensions, which says nothing of dates.
        if (XmlPull.isTrue(at.attribute("date1904"))) {
          serials = Serials.FROM_1904;
        }
      }
      case "definedName" -> {
        String local = at.attribute("localSheetId");
        String called = at.attribute("name");
        if (called != null && local != null && OwnSheet.isNamed(called)) {
          note(local);
        }
      }
      default -> {}
    }
  }

  private void note(String sheet) {
    try {
      int index = Integer.parseInt(sheet);
      if (index >= 0 && index < limits.entries()) {
        own.set(index);
      }
    } catch (NumberFormatException none) {
      // It belongs to no sheet.
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("sheets")) {
      inSheets = false;
    }
  }

  private static Listed sheet(XmlPull at) {
    String name = at.attribute("name");
    String relation = at.attribute("id");
    return new Listed(
        new Workbook.Title(name == null ? "" : name, visibility(at.attribute("state"))),
        relation == null ? "" : relation);
  }

  private static Visibility visibility(@Nullable String state) {
    if (state == null) {
      return Visibility.VISIBLE;
    }
    return switch (state) {
      case "hidden" -> Visibility.HIDDEN;
      case "veryHidden" -> Visibility.VERY_HIDDEN;
      default -> Visibility.VISIBLE;
    };
  }

  /** Without those that PDE put there. */
  List<Listed> sheets() {
    List<Listed> theirs = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      if (!own.get(i) && !OwnSheet.isTitled(sheets.get(i).title().name())) {
        theirs.add(sheets.get(i));
      }
    }
    return List.copyOf(theirs);
  }

  Serials serials() {
    return serials;
  }
}

package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of sheets, and from which day dates count. */
final class WorkbookXml implements XmlPull.Taker {

  private final String part;
  private final ReadLimits limits;
  private final List<Listed> sheets = new ArrayList<>();
  private Serials serials = Serials.FROM_1900;
  private boolean inSheets;

  /** PDE's own sheet, from 0; -1: there is none. */
  private int own = -1;

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
        if (OwnSheet.NAME.equalsIgnoreCase(at.attribute("name")) && local != null) {
          own = index(local);
        }
      }
      default -> {}
    }
  }

  private static int index(String written) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException none) {
      return -1;
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

  /** Without the one that PDE put there. */
  List<Listed> sheets() {
    List<Listed> theirs = new ArrayList<>(sheets);
    if (own >= 0 && own < theirs.size()) {
      theirs.remove(own);
    }
    return List.copyOf(theirs);
  }

  Serials serials() {
    return serials;
  }
}

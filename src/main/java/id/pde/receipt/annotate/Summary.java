package id.pde.receipt.annotate;

import id.pde.model.Language;
import id.pde.source.sheet.OwnSheet;
import java.util.List;

/**
 * What the first sheet says.
 *
 * @param title of the sheet, at most 31 signs
 * @param head lines above the tables
 * @param faults in the order of the sheets
 * @param mark what the package says of itself, by which it is known when it comes back
 */
record Summary(
    String title, List<String> head, List<Fault> faults, Language language, String mark) {

  Summary {
    head = List.copyOf(head);
    faults = List.copyOf(faults);
  }

  /** The name of PDE's sheet; a number follows where the agency has a sheet of this name. */
  static String title(Language language) {
    return OwnSheet.TITLE.in(language);
  }
}

package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what looks like the headings that were wanted and not found. Used by one thread. */
final class NearHeadings {

  /** How many headings a message names. */
  static final int SHOWN = 8;

  private static final int LONGEST = 60;
  private static final int LOOKED_AT = 250;

  private final LayoutPlan plan;
  private final List<Wanted> wanted;
  private final List<String> forms = new ArrayList<>();
  private final Set<String> found = new LinkedHashSet<>();
  private long rows;
  private int declaredCells;

  NearHeadings(LayoutPlan plan) {
    this.plan = plan;
    this.wanted =
        plan.wanted().stream().sorted(Comparator.comparing(Wanted::role)).limit(SHOWN).toList();
    for (Wanted one : wanted) {
      for (String heading : one.headings()) {
        forms.add(Headings.form(heading));
        for (String part : heading.split(" / ", -1)) {
          if (!part.equals(heading)) {
            forms.add(Headings.form(part));
          }
        }
      }
    }
  }

  /** Sees a row that is not blank. */
  void see(GridRow row) {
    rows++;
    if (plan.header() instanceof HeaderSpec.AtRow at && row.number() == at.row()) {
      declaredCells = HeaderFinder.filledCells(row);
    }
    if (rows > LOOKED_AT || holdsNumbers(row)) {
      return;
    }
    for (int column = 0; column < row.width() && found.size() < SHOWN; column++) {
      String text = row.filled(column) ? Tidy.line(row.text(column)) : "";
      // Only what looks like a heading that is wanted: anything else may be somebody's value.
      if (!text.isEmpty() && text.length() <= LONGEST && resembles(Headings.form(text))) {
        found.add("\"" + text + "\" (" + place(row, column) + ")");
      }
    }
  }

  /** Rows with numbers are data, and words in them somebody's values. */
  private static boolean holdsNumbers(GridRow row) {
    for (int column = 0; column < row.width(); column++) {
      if (row.filled(column) && HeadingShape.isNumber(Tidy.line(row.text(column)))) {
        return true;
      }
    }
    return false;
  }

  private static String place(GridRow row, int column) {
    return row.isText()
        ? row.number() + ":" + (column + 1)
        : Location.letters(column + 1) + row.number();
  }

  private boolean resembles(String form) {
    for (String other : forms) {
      boolean comparable = Math.min(form.length(), other.length()) >= 3;
      if (form.equals(other)
          || (comparable
              && (form.contains(other)
                  || 3 * Distance.between(form, other)
                      <= Math.max(form.length(), other.length())))) {
        return true;
      }
    }
    return false;
  }

  /** How many rows were seen. */
  long rows() {
    return rows;
  }

  /** How many cells are filled in the row that the mapping names. */
  int declaredCells() {
    return declaredCells;
  }

  /** The headings of the mapping that matter most. */
  List<Wanted> wanted() {
    return wanted;
  }

  /** What comes near, with its place; empty: nothing. */
  String found() {
    return String.join(", ", found);
  }
}

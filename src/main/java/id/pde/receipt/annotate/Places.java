package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the issues of a delivery stand in the workbook that is given back. */
final class Places {

  private static final long ROWS = 1 << 20;

  private final Set<String> sheets;
  private final @Nullable ValuesWorkbook values;

  /**
   * @param sheets those that can be marked, in lower case
   * @param values what the workbook was made with; null: it is the sender's own
   */
  Places(Set<String> sheets, @Nullable ValuesWorkbook values) {
    this.sheets = sheets;
    this.values = values;
  }

  /** In the order of the places; those of the delivery as a whole come first. */
  List<Fault> faults(List<Issue> issues) {
    List<Fault> faults = new ArrayList<>();
    issues.forEach(issue -> faults.add(fault(issue)));
    faults.sort(
        Comparator.comparing(Fault::sheet)
            .thenComparingInt(Fault::row)
            .thenComparingInt(Fault::column));
    return faults;
  }

  /** The marks of each sheet; an issue of a whole row marks the first column that has issues. */
  static Map<String, SheetMarks> marks(List<Fault> faults, Language language) {
    Map<String, Integer> first = new HashMap<>();
    for (Fault fault : faults) {
      if (fault.column() > 0) {
        first.merge(fault.sheet(), fault.column(), Math::min);
      }
    }
    Map<String, SheetMarks> marks = new HashMap<>();
    for (Fault fault : faults) {
      if (fault.row() > 0) {
        int column = fault.column() > 0 ? fault.column() : first.getOrDefault(fault.sheet(), 1);
        CellMark mark =
            new CellMark(fault.isWarning(), FaultWords.comment(fault.issue(), language));
        marks
            .computeIfAbsent(fault.sheet(), any -> new SheetMarks())
            .add(fault.row(), column, mark);
      }
    }
    return marks;
  }

  private Fault fault(Issue issue) {
    Location place = issue.location();
    if (place instanceof Location.SheetCell cell) {
      return at(cell.sheet(), cell.row(), cell.column(), issue);
    }
    if (place instanceof Location.Line line) {
      return at("", line.line(), line.column(), issue);
    }
    if (place instanceof Location.QueryRow query) {
      return at(query.query(), query.row() + 1, column(query), issue);
    }
    return new Fault("", 0, 0, issue);
  }

  private Fault at(String sheet, long row, int column, Issue issue) {
    String title = values == null ? sheet : values.title(sheet);
    boolean known = title != null && sheets.contains(title.toLowerCase(Locale.ROOT));
    return title == null || !known || row > ROWS
        ? new Fault("", 0, 0, issue)
        : new Fault(title, (int) row, column, issue);
  }

  private int column(Location.QueryRow place) {
    String field = place.field();
    return values == null || field == null ? 0 : values.headings(place.query()).indexOf(field) + 1;
  }
}

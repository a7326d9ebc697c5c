package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Cell;
import id.pde.source.layout.HeadingPath.Part;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives headings that became dates their text back, where the mapping or the neighbours leave one
 * reading only. Used once.
 */
final class DateHeadings {

  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3}) ?(?:-|\u2013|/|s ?/ ?d\\.?|sd|sampai) ?(\\d{1,3})");

  private static final Set<DateReadings> ALL = EnumSet.allOf(DateReadings.class);

  /** Of a text only these are left: as it stands it is one of the others. */
  private static final Set<DateReadings> PAIRS =
      EnumSet.of(DateReadings.MONTH_DAY, DateReadings.DAY_MONTH);

  private final HeadingGrid grid;
  private final List<HeadingPath> paths;
  private final LayoutPlan plan;

  /** Per cell of a date what is read for it. */
  private final Map<Long, String> read = new HashMap<>();

  /** The different days of each month among the headings. */
  private final Map<YearMonth, Set<LocalDate>> days = new HashMap<>();

  /** Forms of the headings that the mapping names. */
  private final Set<String> wanted = new HashSet<>();

  private final Map<Long, Reading> readings = new TreeMap<>();

  /**
   * A date among the headings.
   *
   * @param text what it is read as
   * @param asDate whether it stays the date itself
   */
  record Reading(Part part, String text, boolean asDate) {}

  DateHeadings(HeadingGrid grid, List<HeadingPath> paths, LayoutPlan plan) {
    this.grid = grid;
    this.paths = paths;
    this.plan = plan;
    for (HeadingPath path : paths) {
      for (Part part : path.parts()) {
        if (part.date() != null) {
          YearMonth month = YearMonth.from(part.date());
          days.computeIfAbsent(month, key -> new HashSet<>()).add(part.date());
        }
      }
    }
    for (Wanted one : days.isEmpty() ? List.<Wanted>of() : plan.wanted()) {
      one.headings().forEach(heading -> wanted.add(Headings.form(heading)));
    }
  }

  /** The headings of all columns, in order. */
  List<String> headings() {
    List<String> headings = new ArrayList<>(paths.size());
    for (HeadingPath path : paths) {
      for (Part part : path.parts()) {
        if (part.date() != null && !read.containsKey(cell(part))) {
          decide(path, part, part.date());
        }
      }
      headings.add(joined(path, null, ""));
    }
    return headings;
  }

  /** What there is to say of the dates among them, in reading order. */
  List<Reading> readings() {
    return List.copyOf(readings.values());
  }

  private static long cell(Part part) {
    return ((long) part.row() << 32) + part.cell();
  }

  private void decide(HeadingPath path, Part part, LocalDate date) {
    boolean isText = !(grid.row(part.row()).cell(part.cell()) instanceof Cell.Moment);
    if (isText && isWanted(joined(path, part, part.text()))) {
      read.put(cell(part), part.text());
      return;
    }
    String text = reading(path, part, date, isText ? PAIRS : ALL);
    if (isText && text == null) {
      read.put(cell(part), part.text());
      return;
    }
    boolean asDate = text == null;
    String shown = text == null ? part.text() : text;
    read.put(cell(part), shown);
    // A date that the mapping asks for as a date needs no words.
    if (!asDate || !isWanted(joined(path, part, shown))) {
      readings.put(cell(part), new Reading(part, shown, asDate));
    }
  }

  private @Nullable String reading(
      HeadingPath path, Part part, LocalDate date, Set<DateReadings> kinds) {
    boolean asks = !plan.wanted().isEmpty() || plan.unpivot() != null;
    Set<String> fits = new LinkedHashSet<>();
    for (DateReadings kind : kinds) {
      if (kind == unlikely(date)) {
        continue;
      }
      for (String text : kind.of(date)) {
        if (isWanted(joined(path, part, text))) {
          fits.add(text);
          break;
        }
      }
    }
    if (fits.size() == 1) {
      return fits.iterator().next();
    }
    if (fits.isEmpty() && asks) {
      return null;
    }
    Set<String> candidates = asks ? fits : ranges(date);
    List<String> fitting = candidates.stream().filter(text -> continues(part, text)).toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  /** Days of one month are no months; the first day of a month that comes alone is no day. */
  private DateReadings unlikely(LocalDate date) {
    boolean several = days.getOrDefault(YearMonth.from(date), Set.of()).size() > 1;
    return several || date.getDayOfMonth() > 1
        ? DateReadings.MONTH_YEAR
        : DateReadings.MONTH_AND_DAY;
  }

  private static Set<String> ranges(LocalDate date) {
    Set<String> ranges = new LinkedHashSet<>();
    ranges.add(DateReadings.MONTH_DAY.of(date).get(0));
    ranges.add(DateReadings.DAY_MONTH.of(date).get(0));
    return ranges;
  }

  private boolean isWanted(String heading) {
    if (plan.unpivot() != null && plan.unpivot().columns().matcher(heading).find()) {
      return true;
    }
    for (String end = heading; !end.isEmpty(); end = Headings.withoutFirstPart(end)) {
      if (wanted.contains(Headings.form(end))) {
        return true;
      }
    }
    return false;
  }

  /** Groups like 0-4, 5-9, 10-14: the neighbours say where one begins or ends. */
  private boolean continues(Part part, String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return false;
    }
    int from = Integer.parseInt(range.group(1));
    int to = Integer.parseInt(range.group(2));
    Matcher left = RANGE.matcher(neighbour(part, -1));
    Matcher right = RANGE.matcher(neighbour(part, 1));
    boolean afterLeft = left.matches() && Integer.parseInt(left.group(2)) + 1 == from;
    boolean beforeRight = right.matches() && Integer.parseInt(right.group(1)) - 1 == to;
    return from < to && (afterLeft || beforeRight);
  }

  private String neighbour(Part part, int step) {
    GridRow row = grid.row(part.row());
    for (int column = part.cell() + step; column >= 0 && column < row.width(); column += step) {
      if (row.filled(column)) {
        String known = read.get(cell(new Part("", part.row(), column, null)));
        return known == null ? grid.text(part.row(), column) : known;
      }
    }
    return "";
  }

  /** The path with one of its parts replaced, and those that are decided. */
  private String joined(HeadingPath path, @Nullable Part replaced, String text) {
    List<String> texts = new ArrayList<>();
    for (Part part : path.parts()) {
      texts.add(part.equals(replaced) ? text : read.getOrDefault(cell(part), part.text()));
    }
    return HeadingPath.joined(texts);
  }
}

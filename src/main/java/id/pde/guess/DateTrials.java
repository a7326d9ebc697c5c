package id.pde.guess;

import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of one field as days, under every usual format. */
final class DateTrials {

  /** Declared formats still take this one, for it has one reading everywhere. */
  private static final String ISO = "yyyy-MM-dd";

  private static final List<String> OTHERS =
      List.of(
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "dd-MM-yyyy",
          "MM-dd-yyyy",
          "dd.MM.yyyy",
          "d MMMM yyyy",
          "d-MMM-yyyy",
          "dd/MM/yy",
          "MM/dd/yy",
          "dd-MM-yy",
          "d MMMM yy",
          "d-MMM-yy",
          "yyyy/MM/dd",
          "yyyyMMdd");

  private static final int LONGEST = 40;

  /** After so many values only formats that occurred are tried, as long as one fits. */
  private static final int LEARNT = 500;

  private final Trial iso;
  private final Map<String, Trial> others = new LinkedHashMap<>();
  private final Map<String, Long> own = new LinkedHashMap<>();
  private final Map<String, Long> either = new LinkedHashMap<>();
  private final List<Location> unread = new ArrayList<>();
  private long seen;
  private long fitting;
  private long timed;

  DateTrials(TrialColumns columns, String heading) {
    iso = columns.date(heading, List.of(ISO));
    OTHERS.forEach(format -> others.put(format, columns.date(heading, List.of(format))));
  }

  void table(Header header) {
    iso.table(header);
    others.values().forEach(trial -> trial.table(header));
  }

  boolean alive() {
    return seen < LEARNT / 5 || 2 * fitting > seen;
  }

  void see(Row row, int field) {
    seen++;
    if (!alive()) {
      return;
    }
    boolean fits = maybe(row, field) && read(row, field);
    fitting += fits ? 1 : 0;
    if (!fits && unread.size() < 3) {
      unread.add(row.location(field));
    }
  }

  /** Numbers of sheets are no dates: nobody knows since when they count. */
  private static boolean maybe(Row row, int field) {
    Cell cell = row.cell(field);
    if (cell instanceof Cell.Words words) {
      String text = words.text();
      return text.length() >= 6
          && text.length() <= LONGEST
          && text.chars().anyMatch(Character::isDigit);
    }
    return cell instanceof Cell.Moment;
  }

  private boolean read(Row row, int field) {
    long timedBefore = iso.remarks("date.time");
    if (maybeIso(row.cell(field)) && iso.see(row) != null) {
      timed += iso.remarks("date.time") - timedBefore;
      return true;
    }
    boolean fits = tryAll(row, seen <= LEARNT);
    return fits || (seen > LEARNT && tryAll(row, true));
  }

  /** Digits between strokes, points and blanks are none: looking closer takes time. */
  private static boolean maybeIso(Cell cell) {
    return !(cell instanceof Cell.Words words)
        || words.text().chars().anyMatch(sign -> sign == '-' || sign > '~');
  }

  private boolean tryAll(Row row, boolean all) {
    boolean fits = false;
    boolean hasTime = false;
    Set<String> orders = new HashSet<>();
    for (Map.Entry<String, Trial> other : others.entrySet()) {
      Trial trial = other.getValue();
      if (!all && !own.containsKey(other.getKey())) {
        continue;
      }
      long before = trial.remarks("date.time");
      if (trial.see(row) != null) {
        own.merge(other.getKey(), 1L, Long::sum);
        orders.add(orderless(other.getKey()));
        hasTime |= trial.remarks("date.time") > before;
        fits = true;
      }
    }
    orders.forEach(order -> either.merge(order, 1L, Long::sum));
    timed += hasTime ? 1 : 0;
    return fits;
  }

  /** The same form, whether days or months come first. */
  static String orderless(String format) {
    return format.startsWith("MM") ? "dd" + format.charAt(2) + "MM" + format.substring(5) : format;
  }

  /** How many values are days in this format, or in the one with month and day changed. */
  long either(String format) {
    return either.getOrDefault(orderless(format), 0L);
  }

  /** How many values are days in some format. */
  long fitting() {
    return fitting;
  }

  /** How many of them have a time that is not midnight. */
  long timed() {
    return timed;
  }

  /** The places of the first values that are none. */
  List<Location> unread() {
    return List.copyOf(unread);
  }

  /** How many values are days in this format, and not in the one that is always taken. */
  long in(String format) {
    return own.getOrDefault(format, 0L);
  }

  /** Formats that occurred, in the usual order. */
  List<String> formats() {
    return OTHERS.stream().filter(own::containsKey).toList();
  }
}
